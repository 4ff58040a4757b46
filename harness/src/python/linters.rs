//! `build::python::mypy`, `build::python::ruff`: the bindings as those check Python who check it strictly.

use super::files::write;
use crate::context::Context;
use crate::failure::Failure;
use crate::language::COMPILING;
use crate::language::{Build, Missing};
use interoptopus::Bindings;
use interoptopus_toolchain::{Error, Found, Job, Key, Tool};

const LINTERS: [Tool; 2] = [Tool::Mypy, Tool::Ruff];

/// The rules of Ruff besides its own defaults: bugs, needless code, the order of imports, stubs, old idioms.
const RULES: &str = "--extend-select=B,C4,I,PIE,PYI,UP";

pub(super) fn builds() -> Vec<Build> {
    let missing = |tool: Tool| match Found::find(tool) {
        Err(Error::Missing { tool, reason, install }) => Some(Missing { toolchain: tool.name().to_owned(), reason, install }),
        // What else is wrong, the trial says.
        Ok(_) | Err(_) => None,
    };
    LINTERS.map(|tool| Build { name: tool.name(), missing: missing(tool), slow: tool == Tool::Mypy }).to_vec()
}

pub(super) fn build(context: &Context, bindings: &[Bindings], name: &str) -> Result<(), Failure> {
    let found = Found::find(name.parse()?)?;
    let key =
        bindings.iter().fold(Key::new().part(found.fingerprint()).part(RULES), |key, b| key.part(&b.file_name).part(&b.text));
    let checked = context.cache.get_or_build::<Failure>(&format!("python-{name}"), key, |directory| {
        bindings.iter().try_for_each(|b| write(directory, &b.file_name, &b.text))?;
        // The settings of a folder above must not reach them.
        let job = Job::new(found.program()).current_dir(directory).env_remove("MYPYPATH").deadline(COMPILING);
        let job = match found.tool() {
            Tool::Mypy => {
                let cache = format!("--cache-dir={}", context.kept.join("mypy").display());
                job.args(["--strict", "--config-file=", "--no-color-output", "--no-error-summary", cache.as_str()])
            }
            _ => job.args([
                "check",
                "--isolated",
                "--no-cache",
                "--quiet",
                // Python 3.9 evaluates annotations for those who ask for them, and has no `|` between types.
                "--config=lint.pyupgrade.keep-runtime-typing=true",
                "--target-version=py39",
                "--output-format=concise",
                RULES,
            ]),
        };
        let modules = bindings.iter().map(|b| &b.file_name).filter(|name| name.ends_with(".py") || name.ends_with(".pyi"));
        let outcome = job.args(modules).run()?;
        if outcome.success() {
            return Ok(());
        }
        let first = outcome.stdout.lines().chain(outcome.stderr.lines()).find(|line| !line.is_empty());
        Err(Failure::new(context.localised(&format!("{name} refuses it: {}\n{outcome}", first.unwrap_or("no reason given")))))
    });
    checked.map(drop)
}
