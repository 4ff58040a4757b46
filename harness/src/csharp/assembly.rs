//! One assembly for each dialect: the bindings, every test file that compiles, and the worker that runs the tests.

use crate::context::Context;
use crate::discover::TestFile;
use crate::failure::Failure;
use crate::language::{COMPILING, Emission};
use interoptopus::Inventory;
use interoptopus::model::Builtin;
use interoptopus_backend_csharp::Dialect;
use interoptopus_toolchain::{Built, CSharpBuild, Diagnostic, Dotnet, Key, Mono};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const XUNIT: &str = include_str!("../../assets/Xunit.cs");
const WORKER: &str = include_str!("../../assets/Worker.cs");

/// The sources of the assembly.
pub(super) struct Sources {
    /// The dialect's.
    pub(super) emission: Emission,
    pub(super) files: Vec<TestFile>,
}

/// The assembly, and the files that it had to be made without.
#[derive(Clone, Debug)]
pub(super) struct Assembly {
    pub(super) directory: PathBuf,
    pub(super) program: PathBuf,
    /// The compiler's errors in each file, by its path.
    pub(super) refused: BTreeMap<String, String>,
}

/// The symbols that the compilers define, for test files to ask for; without `DEBUG` no `Debug.Assert` is called.
pub(super) fn symbols(dialect: Dialect) -> &'static [(&'static str, i64)] {
    match dialect {
        Dialect::DotNet => &[("NET", 1), ("NET8_0_OR_GREATER", 1), ("DEBUG", 1), ("TRACE", 1)],
        Dialect::Unity => &[("UNITY", 1), ("DEBUG", 1), ("TRACE", 1)],
    }
}

/// A compilation for a dialect, with the options that both bindings and tests are compiled with.
pub(super) fn compiler(dialect: Dialect, output: PathBuf) -> Result<(CSharpBuild, String), Failure> {
    let (build, fingerprint) = match dialect {
        Dialect::DotNet => {
            let dotnet = Dotnet::find()?;
            (dotnet.compile(output).language_version("12").allow_unsafe(), dotnet.fingerprint())
        }
        Dialect::Unity => {
            let mono = Mono::find()?;
            (mono.compile(output).language_version("7"), mono.found().fingerprint())
        }
    };
    let build = build.with_job(|job| job.deadline(COMPILING));
    // Optimised, because only then does the garbage collector take what is not used any more: a Debug build hides that.
    Ok((symbols(dialect).iter().fold(build.optimize(), |build, (symbol, _)| build.define(symbol)), fingerprint))
}

const REFUSED: &str = "refused.json";

impl Sources {
    /// Compiles, unless that was done before.
    pub(super) fn compiled(&self, context: &Context, dialect: Dialect) -> Result<Assembly, Failure> {
        let name = match dialect {
            Dialect::DotNet => "tests.dll",
            Dialect::Unity => "tests.exe",
        };
        let (_, fingerprint) = compiler(dialect, PathBuf::new())?;
        let alive = live_objects(&context.inventory);
        let own = self.own_files(&alive);
        let mut key = Key::new().part(fingerprint).part(context.root.as_os_str().as_encoded_bytes());
        for (name, text) in own.iter().copied().chain(self.files.iter().map(|file| (file.shown.as_str(), &*file.text))) {
            key = key.part(name).part(text);
        }
        let directory = context.cache.get_or_build::<Failure>(&format!("csharp-{name}"), key, |directory| {
            for (name, text) in &own {
                std::fs::write(directory.join(name), text).map_err(Failure::io(format!("write {name}")))?;
            }
            let refused = self.compile(
                context,
                dialect,
                directory,
                name,
                &own.iter().map(|(name, _)| directory.join(name)).collect::<Vec<_>>(),
            )?;
            let refused = serde_json::to_string(&refused).map_err(|error| Failure::new(error.to_string()))?;
            std::fs::write(directory.join(REFUSED), refused).map_err(Failure::io("note what does not compile"))
        })?;
        let refused = std::fs::read_to_string(directory.join(REFUSED)).map_err(Failure::io("read what does not compile"))?;
        let refused = serde_json::from_str(&refused).map_err(|error| Failure::new(error.to_string()))?;
        Ok(Assembly { program: directory.join(name), directory, refused })
    }

    /// Changes when the layouts that the probe measures may: not with the tests.
    pub(super) fn layout_key(&self, dialect: Dialect) -> Result<Key, Failure> {
        let (_, fingerprint) = compiler(dialect, PathBuf::new())?;
        let key = Key::new().part(fingerprint).part(WORKER).part(&self.emission.layout_probe);
        Ok(self.emission.bindings.iter().fold(key, |key, b| key.part(&b.text)))
    }

    fn own_files<'a>(&'a self, alive: &'a str) -> Vec<(&'a str, &'a str)> {
        let bindings = self.emission.bindings.iter().map(|b| (b.file_name.as_str(), b.text.as_str()));
        bindings
            .chain([
                ("LayoutProbe.cs", self.emission.layout_probe.as_str()),
                ("LiveObjects.cs", alive),
                ("Xunit.cs", XUNIT),
                ("Worker.cs", WORKER),
            ])
            .collect()
    }

    /// With all files, and as long as the compiler complains of test files, again without those.
    fn compile(
        &self,
        context: &Context,
        dialect: Dialect,
        directory: &Path,
        name: &str,
        own: &[PathBuf],
    ) -> Result<BTreeMap<String, String>, Failure> {
        let mut refused = BTreeMap::new();
        loop {
            let accepted = || self.files.iter().filter(|file| !refused.contains_key(&file.shown));
            let (build, _) = compiler(dialect, directory.join(name))?;
            let build = if dialect == Dialect::DotNet { build.option("-nullable:annotations") } else { build };
            let build = build.debug().sources(own).sources(accepted().map(|file| &file.path));
            let built = build.with_job(|job| job.current_dir(&context.root)).run()?;
            if built.success() {
                return Ok(refused);
            }
            let complaints: Vec<_> = accepted().filter_map(|file| complaints(context, &built, file)).collect();
            if complaints.is_empty() {
                return Err(Failure::new(refusal(context, &built)));
            }
            refused.extend(complaints);
        }
    }
}

/// The worker's way to the library's own count of the objects of its services.
fn live_objects(inventory: &Inventory) -> String {
    let (library, symbol) = (&inventory.library, inventory.builtin_symbol(Builtin::LiveObjects));
    format!(
        "namespace Interoptopus.Harness\n{{\n    internal static class LiveObjects\n    {{\n        \
         [System.Runtime.InteropServices.DllImport(\"{library}\", EntryPoint = \"{symbol}\")]\n        \
         internal static extern System.UIntPtr Count();\n    }}\n}}\n"
    )
}

/// The errors of the compiler in a file, if there are any.
fn complaints(context: &Context, built: &Built, file: &TestFile) -> Option<(String, String)> {
    let here = |d: &&Diagnostic| d.is_error() && d.file.as_ref().is_some_and(|path| context.root.join(path) == file.path);
    let lines: Vec<_> = built.diagnostics.iter().filter(here).map(|d| context.localised(&d.to_string())).collect();
    (!lines.is_empty()).then(|| (file.shown.clone(), lines.join("\n")))
}

/// The messages of the compiler, the first error first.
pub(super) fn refusal(context: &Context, built: &Built) -> String {
    let first = built.diagnostics.iter().find(|d| d.is_error()).or(built.diagnostics.first());
    let first = first.map_or_else(|| "no reason given".to_owned(), ToString::to_string);
    let outcome = &built.outcome;
    let said = format!("{}\n{}", outcome.stdout.trim_end(), outcome.stderr.trim_end());
    context.localised(&format!("does not compile: {first}\n{}\nby: {}", said.trim(), outcome.command))
}
