//! The .NET SDK: where it lies, its compiler called directly, and programs run.

use crate::csharp::CSharpBuild;
use crate::csharp::Compiler;
use crate::error::Error;
use crate::first_use;
use crate::job::Job;
use crate::lookup::Lookup;
use crate::lookup::is_program;
use crate::tool::{Found, Tool};
use std::fs;
use std::path::{Path, PathBuf};

/// An SDK of .NET, with what it takes to compile and run. All of it is read from directories, so that this is quick.
#[derive(Clone, Debug)]
pub struct Dotnet {
    found: Found,
    root: PathBuf,
    sdk: Newest,
    runtime: String,
    references: PathBuf,
    feed: Option<PathBuf>,
    home: Option<PathBuf>,
}

/// A directory whose name is a version.
#[derive(Clone, Debug)]
struct Newest {
    version: String,
    path: PathBuf,
}

impl Dotnet {
    /// Looks for an SDK in this process's environment: on PATH, in `DOTNET_ROOT`, in `~/.dotnet`. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find() -> Result<Self, Error> {
        Self::find_in(&Lookup::from_process())
    }

    /// Looks for an SDK in an environment that need not be this process's.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it; [`Error::Unusable`] if parts of the SDK are not there.
    pub fn find_in(lookup: &Lookup) -> Result<Self, Error> {
        let found = Tool::Dotnet.find_in(lookup)?;
        let lacks = |what: &str| Tool::Dotnet.unusable(format!("{} has no {what}", found.program().display()), None);
        let root = roots(found.program()).into_iter().find(|root| compiler_in(root).is_some()).ok_or_else(|| lacks("SDK"))?;
        let sdk = compiler_in(&root).ok_or_else(|| lacks("SDK"))?;
        let references = newest(&root.join("packs/Microsoft.NETCore.App.Ref"), |pack| reference_directory(pack).is_some())
            .and_then(|pack| reference_directory(&pack.path))
            .ok_or_else(|| lacks("reference assemblies (packs/Microsoft.NETCore.App.Ref)"))?;
        let runtime = newest(&root.join("shared/Microsoft.NETCore.App"), |_| true).ok_or_else(|| lacks("runtime"))?.version;
        Ok(Self { root, sdk, runtime, references, feed: nuget_feed(lookup), home: lookup.home(), found })
    }

    /// Where `dotnet` is, and its version.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// What changes when the SDK is updated, found without running it: for the keys of a [`Cache`](crate::Cache).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        format!("{} sdk {} runtime {} {}", self.found.fingerprint(), self.sdk.version, self.runtime, self.references.display())
    }

    /// The directory of the installation: what `DOTNET_ROOT` should be.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The version of the SDK that is used, such as `10.0.401`.
    #[must_use]
    pub fn sdk_version(&self) -> &str {
        &self.sdk.version
    }

    /// The directory of the SDK that is used.
    pub(crate) fn sdk_directory(&self) -> &Path {
        &self.sdk.path
    }

    /// The version of the runtime that programs run on, such as `10.0.12`.
    #[must_use]
    pub fn runtime_version(&self) -> &str {
        &self.runtime
    }

    /// The directory of the reference assemblies; its name is the target framework, such as `net10.0`.
    #[must_use]
    pub fn reference_directory(&self) -> &Path {
        &self.references
    }

    /// The folder of NuGet packages to restore from where NuGet cannot be reached: `INTEROP_NUGET_FEED`, or what `setup`
    /// noted of it in `~/.dotnet`.
    #[must_use]
    pub fn nuget_feed(&self) -> Option<&Path> {
        self.feed.as_deref()
    }

    /// A program to be compiled for .NET by the SDK's own compiler, a fifth of the time of `dotnet build`. A program's
    /// `runtimeconfig.json` is written beside it.
    #[must_use]
    pub fn compile(&self, output: impl Into<PathBuf>) -> CSharpBuild {
        let build =
            CSharpBuild::new(Compiler::Roslyn, self.roslyn(), self.exec(), output.into()).runtime_config(self.runtime_config());
        assemblies(&self.references).into_iter().fold(build, |build, assembly| build.reference(assembly))
    }

    /// Roslyn, to be given a response file.
    pub(crate) fn roslyn(&self) -> Job {
        self.exec().arg(self.sdk.path.join(CSC)).arg("-noconfig")
    }

    fn exec(&self) -> Job {
        self.job().arg("exec")
    }

    /// A job that runs a program, given as its `.dll`.
    #[must_use]
    pub fn run(&self, program: impl AsRef<Path>) -> Job {
        self.exec().arg(program.as_ref())
    }

    /// `dotnet build`, to be given a project. Two that are the first on a machine would come into each other's way: this sees to it that they
    /// are not, and waits while another process does so.
    ///
    /// # Errors
    /// If the SDK does not run, or its folder in the home directory cannot be written.
    pub fn build(&self) -> Result<Job, Error> {
        first_use::have_been(self, self.home.as_deref())?;
        Ok(self.job().arg("build"))
    }

    /// `dotnet` alone, for its other commands: silent about itself, and leaving no servers behind. For those that restore packages see
    /// [`build`](Self::build).
    #[must_use]
    pub fn job(&self) -> Job {
        let job = Job::new(self.found.program())
            .env("DOTNET_ROOT", &self.root)
            .env_prepend("PATH", &self.root)
            .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
            .env("DOTNET_NOLOGO", "1")
            .env("DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "1")
            .env("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false")
            .env("DOTNET_CLI_UI_LANGUAGE", "en")
            .env("MSBUILDDISABLENODEREUSE", "1")
            .env("UseSharedCompilation", "false");
        let job = if has_icu() { job } else { job.env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1") };
        match &self.feed {
            Some(feed) => job.env("RestoreSources", feed),
            None => job,
        }
    }

    /// What the host needs to know to start a program: `<program>.runtimeconfig.json`.
    #[must_use]
    pub fn runtime_config(&self) -> String {
        format!(
            r#"{{ "runtimeOptions": {{ "framework": {{ "name": "Microsoft.NETCore.App", "version": "{}" }} }} }}"#,
            self.runtime
        )
    }
}

const CSC: &str = "Roslyn/bincore/csc.dll";

/// The first `dotnet` that has an SDK: a runtime on PATH must not hide an SDK in the home directory.
pub(crate) fn find_program(lookup: &Lookup) -> Result<PathBuf, Error> {
    let has_sdk = |program: &PathBuf| roots(program).iter().any(|root| compiler_in(root).is_some());
    if let Some(chosen) = lookup.variable(Tool::Dotnet.variable()) {
        let found = lookup.on_path(chosen).filter(has_sdk);
        let reason = || format!("{} names {}, which is no `dotnet` with an SDK", Tool::Dotnet.variable(), chosen.display());
        return found.ok_or_else(|| Tool::Dotnet.missing(reason()));
    }
    let muxer = format!("dotnet{}", std::env::consts::EXE_SUFFIX);
    let on_path = lookup.on_path("dotnet");
    let installed = [lookup.variable("DOTNET_ROOT").map(PathBuf::from), lookup.home().map(|home| home.join(".dotnet"))];
    let installed = installed.into_iter().flatten().map(|root| root.join(&muxer)).filter(|program| is_program(program));
    let mut without_sdk = None;
    for program in on_path.into_iter().chain(installed) {
        if has_sdk(&program) {
            return Ok(program);
        }
        without_sdk.get_or_insert(program);
    }
    Err(Tool::Dotnet.missing(match without_sdk {
        Some(program) => format!("{} has no SDK beside it, and neither have DOTNET_ROOT and ~/.dotnet", program.display()),
        None => "there is no dotnet on PATH, in DOTNET_ROOT or in ~/.dotnet".to_owned(),
    }))
}

/// Where the SDK of a `dotnet` may lie: beside it, as links and Homebrew's script lead to it.
fn roots(program: &Path) -> Vec<PathBuf> {
    let real = program.canonicalize().unwrap_or_else(|_| program.to_owned());
    let beside = real.parent().map(Path::to_owned);
    let homebrew = real.parent().and_then(Path::parent).map(|prefix| prefix.join("libexec"));
    beside.into_iter().chain(homebrew).collect()
}

fn compiler_in(root: &Path) -> Option<Newest> {
    newest(&root.join("sdk"), |sdk| sdk.join(CSC).is_file())
}

fn reference_directory(pack: &Path) -> Option<PathBuf> {
    let frameworks = fs::read_dir(pack.join("ref")).ok()?.flatten().map(|entry| entry.path());
    frameworks.filter(|path| path.join("System.Runtime.dll").is_file()).max()
}

/// The directory with the highest version for a name among those that will do.
fn newest(directory: &Path, will_do: impl Fn(&Path) -> bool) -> Option<Newest> {
    let entries = fs::read_dir(directory).ok()?.flatten();
    let versions = entries.map(|entry| Newest { version: entry.file_name().to_string_lossy().into_owned(), path: entry.path() });
    versions.filter(|entry| will_do(&entry.path)).max_by_key(|entry| version_order(&entry.version))
}

/// Numbers by value, and a release after its previews.
fn version_order(version: &str) -> (Vec<u32>, bool, String) {
    let (release, preview) = version.split_once('-').unwrap_or((version, ""));
    (release.split('.').map(|part| part.parse().unwrap_or(0)).collect(), preview.is_empty(), preview.to_owned())
}

/// The assemblies of a directory, in an order that does not depend on the file system.
pub(crate) fn assemblies(directory: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "dll")).collect();
    paths.sort();
    paths
}

fn nuget_feed(lookup: &Lookup) -> Option<PathBuf> {
    let noted =
        || fs::read_to_string(lookup.home()?.join(".dotnet/interop-nuget-feed")).ok().map(|path| PathBuf::from(path.trim()));
    lookup.variable("INTEROP_NUGET_FEED").map(PathBuf::from).or_else(noted).filter(|feed| feed.is_dir())
}

/// Without ICU .NET refuses to start, unless it is told to do without cultures. Only Linux leaves it to the distribution.
fn has_icu() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let triple = format!("{}-linux-gnu", std::env::consts::ARCH);
    let directories = ["/usr/lib64", "/lib64", "/usr/lib", "/lib", "/usr/local/lib"].map(PathBuf::from);
    let multiarch = ["/usr/lib", "/lib"].map(|directory| Path::new(directory).join(&triple));
    directories.into_iter().chain(multiarch).any(|directory| {
        let mut entries = fs::read_dir(directory).into_iter().flatten().flatten();
        entries.any(|entry| entry.file_name().to_string_lossy().starts_with("libicuuc.so."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_number_and_a_release_is_newer_than_its_previews() {
        let mut versions = ["10.0.9", "10.0.100-rc.1", "8.0.404", "10.0.100", "9.0.1"];
        versions.sort_by_key(|version| version_order(version));
        assert_eq!(versions, ["8.0.404", "9.0.1", "10.0.9", "10.0.100-rc.1", "10.0.100"]);
    }
}
