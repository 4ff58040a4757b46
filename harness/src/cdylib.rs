//! The library under test: the cdylib that cargo built beside the test executable, or else builds now.

use crate::executable::target_name;
use crate::exports;
use crate::failure::Failure;
use interoptopus::Checked;
use interoptopus::model::{self, Builtin};
use interoptopus_toolchain::{Cache, Job, Key, library_file_name};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A copy of the library that no later build touches.
#[derive(Clone, Debug)]
pub struct Cdylib {
    /// Where the copy is.
    pub path: PathBuf,
    /// The names of everything that it exports, sorted.
    pub exports: Vec<String>,
}

impl Cdylib {
    /// The directory that it lies in, alone.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// The library of `inventory`, copied into `libraries`: the one that is `at` a path, or else that of the package in `root`. It is of the build
/// that the test executable is of.
pub(crate) fn prepare(inventory: &Checked, at: Option<&Path>, root: &Path, libraries: &Cache) -> Result<Cdylib, Failure> {
    let name = library_file_name(&inventory.library);
    let original = match at {
        Some(path) => path.to_owned(),
        None => find(&name, root)?,
    };
    let key = Key::new().stamp(&original)?;
    let directory = libraries.get_or_build::<Failure>(&inventory.library, key, |directory| {
        let copy = directory.join(&name);
        std::fs::copy(&original, &copy).map_err(Failure::io(format!("copy {}", original.display())))?;
        let exports = exports::of(&copy)?.join("\n");
        std::fs::write(directory.join("exports.txt"), exports).map_err(Failure::io("note what the library exports"))
    })?;
    let path = directory.join(&name);
    let exports = std::fs::read_to_string(directory.join("exports.txt")).map_err(Failure::io("read what the library exports"))?;
    let cdylib = Cdylib { path, exports: exports.lines().map(str::to_owned).collect() };
    compare(inventory, &cdylib, &original)?;
    Ok(cdylib)
}

/// Beside the test executable, which is in `target/…/deps`; where it is missing, cargo builds it.
fn find(name: &str, root: &Path) -> Result<PathBuf, Failure> {
    let executable = std::env::current_exe().map_err(Failure::io("find the test executable"))?;
    let beside = executable.with_file_name(name);
    if beside.is_file() { Ok(beside) } else { build(name, &executable, root) }
}

/// As cargo built the test executable, as far as its place tells; not by `cargo build`, which builds dependencies with other features.
/// Cargo says where it put the library.
fn build(name: &str, executable: &Path, root: &Path) -> Result<PathBuf, Failure> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let mut job = Job::new(variable("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["test", "--no-run", "--message-format=json-render-diagnostics", "--test", &target_name()])
        .current_dir(root)
        .deadline(Duration::from_secs(20 * 60));
    if let Some(target) = executable.ancestors().find(|path| path.join("CACHEDIR.TAG").is_file()) {
        job = job.arg("--target-dir").arg(target);
    }
    if let Some(package) = variable("CARGO_PKG_NAME") {
        job = job.arg("--package").arg(package);
    }
    // target[/triple]/profile/deps/executable
    let mut above = executable.ancestors().skip(2).map(|path| path.file_name().unwrap_or_default().to_string_lossy());
    match above.next().as_deref() {
        None | Some("debug") => {}
        Some(profile) => job = job.arg("--profile").arg(profile),
    }
    if let Some(triple) = above.next().filter(|folder| folder.matches('-').count() >= 2) {
        job = job.arg("--target").arg(triple.as_ref());
    }
    let outcome = job.check()?;
    let messages = outcome.stdout.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let files = messages.flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default());
    let built =
        files.filter_map(|file| file.as_str().map(PathBuf::from)).find(|file| file.file_name().is_some_and(|n| n == name));
    built.ok_or_else(|| {
        Failure::new(format!(
            "there is no {name} beside the test executable, and cargo built none: the library needs `crate-type = [\"cdylib\", \"rlib\"]`\n{outcome}"
        ))
    })
}

/// Another build's library must not be tested: its guard and its build id are those of this process.
fn compare(inventory: &Checked, cdylib: &Cdylib, original: &Path) -> Result<(), Failure> {
    let loading = |error: libloading::Error| Failure::new(format!("could not load {}: {error}", original.display()));
    // SAFETY: this runs the library's initialisers, which are those of the Rust code that is linked into this process already.
    let library = unsafe { libloading::Library::new(&cdylib.path) }.map_err(loading)?;
    let ask = |symbol: String| {
        // SAFETY: every library of Interoptopus exports these as `extern "C" fn() -> u64`.
        let function = unsafe { library.get::<extern "C" fn() -> u64>(symbol.as_bytes()) };
        function.map(|function| function()).map_err(|_| Failure::new(format!("{} exports no `{symbol}`", original.display())))
    };
    let guard = ask(inventory.builtin_symbol(Builtin::ApiGuard))?;
    if guard != model::api_guard(inventory) {
        return Err(Failure::new(format!(
            "{} is not the library of this inventory: its API guard is {guard:#018x}, not {:#018x}",
            original.display(),
            model::api_guard(inventory)
        )));
    }
    if let Some(expected) = inventory.build_id()
        && ask(inventory.builtin_symbol(Builtin::BuildId))? != expected
    {
        return Err(Failure::new(format!(
            "{} is of another build than the test executable (other features, another profile): build them together by `cargo test`",
            original.display()
        )));
    }
    // A library with threads or thread-local destructors of its own does not like to be unloaded.
    std::mem::forget(library);
    Ok(())
}
