//! The .NET SDK: where it lies, its compiler called directly, and programs run.

use crate::csharp::CSharpBuild;
use crate::csharp::Compiler;
use crate::first_use;
use crate::found::Found;
use crate::job::Job;
use crate::lookup::Lookup;
use crate::outcome::Error;
use crate::sdk::{CSC, Newest, compiler_in, newest, reference_directory, roots};
use crate::tool::Tool;
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
        let found = Found::find_in(Tool::Dotnet, lookup)?;
        let lacks = |what: &str| Error::unusable(Tool::Dotnet, format!("{} has no {what}", found.program().display()), None);
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

    /// A text that changes when the SDK is updated, found without running it: for the keys of a [`Cache`](crate::Cache).
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
    fn sdk_directory(&self) -> &Path {
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

    /// The build with the SDK's analysers, which look at the sources with the rules that `AnalysisMode` `Recommended` turns on. `mcs` has none, and
    /// neither have SDKs before .NET 5.
    #[must_use]
    pub fn with_recommended_analysers(&self, build: CSharpBuild) -> CSharpBuild {
        let major = self.sdk_version().split('.').next().unwrap_or_default();
        let folder = self.sdk_directory().join("Sdks/Microsoft.NET.Sdk/analyzers");
        let rules = folder.join(format!("build/config/analysislevel_{major}_recommended.globalconfig"));
        if build.compiler != Compiler::Roslyn || !rules.is_file() {
            return build;
        }
        let analysers = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
        let build = build.option(format!("-analyzerconfig:{}", rules.display()));
        analysers.iter().fold(build, |build, name| build.option(format!("-analyzer:{}", folder.join(name).display())))
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
        first_use::have_been(self.sdk_version(), &self.job(), self.home.as_deref())?;
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

    /// The settings by which the host starts a program: `<program>.runtimeconfig.json`.
    #[must_use]
    pub fn runtime_config(&self) -> String {
        format!(
            r#"{{ "runtimeOptions": {{ "framework": {{ "name": "Microsoft.NETCore.App", "version": "{}" }} }} }}"#,
            self.runtime
        )
    }
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
