//! Mono: its compiler, Roslyn against its class libraries (which is what Unity does), and programs run.

use crate::csharp::CSharpBuild;
use crate::csharp::Compiler;
use crate::dotnet::Dotnet;
use crate::found::{Found, fingerprint};
use crate::job::Job;
use crate::lookup::Lookup;
use crate::outcome::Error;
use crate::tool::Tool;
use std::path::{Path, PathBuf};

/// Mono, with `mcs`.
#[derive(Clone, Debug)]
pub struct Mono {
    found: Found,
    mcs: PathBuf,
    classes: Option<PathBuf>,
}

impl Mono {
    /// Looks for Mono in this process's environment. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find() -> Result<Self, Error> {
        Self::find_in(&Lookup::from_process())
    }

    /// Looks for Mono in an environment that need not be this process's.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find_in(lookup: &Lookup) -> Result<Self, Error> {
        let found = Found::find_in(Tool::Mono, lookup)?;
        let mcs = lookup
            .beside_or_on_path(found.program(), "mcs")
            .ok_or_else(|| Error::missing(Tool::Mono, "there is no mcs".to_owned()))?;
        let real = found.program().canonicalize().unwrap_or_else(|_| found.program().to_owned());
        let classes =
            real.ancestors().nth(2).map(|prefix| prefix.join("lib/mono/4.5")).filter(|path| path.join("mscorlib.dll").is_file());
        Ok(Self { found, mcs, classes })
    }

    /// Where `mono` is, and its version.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// A text that changes when Mono or its compiler is updated, found without running it: for the keys of a [`Cache`](crate::Cache).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        format!("{} {}", self.found.fingerprint(), fingerprint(&self.mcs))
    }

    /// A program to be compiled by `mcs`, which knows C# 7.
    #[must_use]
    pub fn compile(&self, output: impl Into<PathBuf>) -> CSharpBuild {
        let build = CSharpBuild::new(Compiler::Mcs, quiet(Job::new(&self.mcs)), self.debug_job(), output.into());
        ["System.dll", "System.Core.dll"].into_iter().fold(build, CSharpBuild::reference)
    }

    /// A program to be compiled by the .NET SDK's Roslyn against Mono's class libraries.
    ///
    /// # Errors
    /// [`Error::Unusable`] if the class libraries are not where Mono keeps them.
    pub fn compile_with_roslyn(&self, dotnet: &Dotnet, output: impl Into<PathBuf>) -> Result<CSharpBuild, Error> {
        let nowhere =
            || Error::unusable(Tool::Mono, format!("there is no lib/mono/4.5 with {}", self.found.program().display()), None);
        let classes = self.classes.as_deref().ok_or_else(nowhere)?;
        let build = CSharpBuild::new(Compiler::Roslyn, dotnet.roslyn(), self.debug_job(), output.into());
        Ok(["mscorlib.dll", "System.dll", "System.Core.dll"]
            .into_iter()
            .fold(build, |build, name| build.reference(classes.join(name))))
    }

    /// A job that runs a program, given as its `.exe`. With lines in stack traces, if there is debug information.
    #[must_use]
    pub fn run(&self, program: impl AsRef<Path>) -> Job {
        self.debug_job().arg(program.as_ref())
    }

    fn debug_job(&self) -> Job {
        quiet(Job::new(self.found.program())).arg("--debug")
    }
}

/// Mono keeps state in the home directory, takes part in a terminal's settings, and leaves a file in the working directory where it
/// crashes; none of this is wanted here.
fn quiet(job: Job) -> Job {
    job.env("TERM", "dumb").env("MONO_DISABLE_SHARED_AREA", "1").env("MONO_CRASH_NOFILE", "1")
}
