//! Compilations of C#, by Roslyn or `mcs`: the same options, spelt the same way, with the references of where it will run.

use crate::compilation::Built;
use crate::compilation::compilation;
use crate::diagnostics::Diagnostic;
use crate::job::Job;
use crate::outcome::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The product of a compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A program, with a `Main`.
    Program,
    /// A class library.
    Library,
}

/// Which compiler it is, as far as options differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compiler {
    Roslyn,
    Mcs,
}

/// A compilation of C#; made by [`Dotnet::compile`](crate::Dotnet::compile), [`Mono::compile`](crate::Mono::compile) and
/// [`Mono::compile_with_roslyn`](crate::Mono::compile_with_roslyn).
#[derive(Clone, Debug)]
pub struct CSharpBuild {
    pub(crate) compiler: Compiler,
    job: Job,
    /// Runs what is built; the output is its last argument.
    run: Job,
    output: PathBuf,
    target: Target,
    options: Vec<OsString>,
    sources: Vec<PathBuf>,
    /// Written beside a program, for the host that starts it.
    runtime_config: Option<String>,
}

compilation!(CSharpBuild);

impl CSharpBuild {
    pub(crate) fn new(compiler: Compiler, job: Job, run: Job, output: PathBuf) -> Self {
        let options = match compiler {
            Compiler::Roslyn => {
                ["-nostdlib", "-utf8output", "-preferreduilang:en-US", "-deterministic", "-langversion:latest"].as_slice()
            }
            Compiler::Mcs => &["-langversion:latest"],
        };
        let options = ["-nologo"].iter().chain(options).map(Into::into).collect();
        Self { compiler, job, run, output, target: Target::Program, options, sources: Vec::new(), runtime_config: None }
    }

    pub(crate) fn runtime_config(mut self, config: String) -> Self {
        self.runtime_config = Some(config);
        self
    }

    /// Makes a class library instead of a program.
    #[must_use]
    pub fn library(mut self) -> Self {
        self.target = Target::Library;
        self
    }

    /// Refers to an assembly. Those of the runtime are referred to already.
    #[must_use]
    pub fn reference(self, assembly: impl AsRef<Path>) -> Self {
        let mut option = OsString::from("-r:");
        option.push(assembly.as_ref());
        self.option(option)
    }

    /// Defines a symbol for `#if`.
    #[must_use]
    pub fn define(self, symbol: &str) -> Self {
        self.option(format!("-d:{symbol}"))
    }

    /// Holds the sources to a version of the language, such as `12` or `7.3`. Without this it is the compiler's latest.
    #[must_use]
    pub fn language_version(mut self, version: &str) -> Self {
        // mcs stops at 7.2 and calls 7.3 an unknown version; its 7 takes what it knows of both.
        let version = if self.compiler == Compiler::Mcs && version.starts_with("7.") { "7" } else { version };
        self.options.retain(|option| !option.to_string_lossy().starts_with("-langversion:"));
        self.option(format!("-langversion:{version}"))
    }

    /// Turns nullable annotations and their warnings on. `mcs` does not know them.
    #[must_use]
    pub fn nullable(self) -> Self {
        if self.compiler == Compiler::Roslyn { self.option("-nullable:enable") } else { self }
    }

    /// Allows unsafe code.
    #[must_use]
    pub fn allow_unsafe(self) -> Self {
        self.option("-unsafe+")
    }

    /// Optimises, as a Release build does.
    #[must_use]
    pub fn optimize(self) -> Self {
        self.option("-optimize+")
    }

    /// Writes debug information, so that stack traces have files and lines.
    #[must_use]
    pub fn debug(self) -> Self {
        let option = if self.compiler == Compiler::Roslyn { "-debug:portable" } else { "-debug+" };
        self.option(option)
    }

    /// Takes warnings for errors.
    #[must_use]
    pub fn warnings_as_errors(self) -> Self {
        self.option("-warnaserror+")
    }

    /// Leaves out a warning, such as `CS8632`.
    #[must_use]
    pub fn ignore_warning(self, code: &str) -> Self {
        // mcs takes numbers only.
        self.option(format!("-nowarn:{}", code.trim_start_matches("CS")))
    }

    /// Adds an option as the compiler spells it.
    #[must_use]
    pub fn option(mut self, option: impl Into<OsString>) -> Self {
        self.options.push(option.into());
        self
    }

    /// Compiles. That the compiler refuses the sources is in the result.
    ///
    /// The options stand in a response file beside the output (`…​.rsp`), since command lines have limits; it stays, so that
    /// the command can be run again.
    ///
    /// # Errors
    /// If the compiler cannot be run, or the files beside the output cannot be written.
    pub fn run(&self) -> Result<Built, Error> {
        let output = std::path::absolute(&self.output).map_err(Error::io(format!("find {}", self.output.display())))?;
        let directory = output.parent().unwrap_or(&output);
        fs::create_dir_all(directory).map_err(Error::io(format!("make {}", directory.display())))?;
        let response = with_suffix(&output, ".rsp");
        fs::write(&response, self.response_file(&output)).map_err(Error::io(format!("write {}", response.display())))?;
        if let (Some(config), Target::Program) = (&self.runtime_config, self.target) {
            let path = output.with_extension("runtimeconfig.json");
            fs::write(&path, config).map_err(Error::io(format!("write {}", path.display())))?;
        }
        let mut argument = OsString::from("@");
        argument.push(&response);
        let outcome = self.job.clone().arg(argument).run()?;
        // Roslyn reports on stdout, mcs on stderr.
        let diagnostics = Diagnostic::all(&format!("{}\n{}", outcome.stdout, outcome.stderr));
        Ok(Built { run: self.run.clone().arg(&output), output, outcome, diagnostics })
    }

    fn response_file(&self, output: &Path) -> String {
        let target = if self.target == Target::Library { "-target:library" } else { "-target:exe" };
        let mut out = OsString::from("-out:");
        out.push(output);
        let options = self.options.iter().map(OsString::as_os_str);
        let words = options.chain([target.as_ref(), out.as_os_str()]).chain(self.sources.iter().map(|path| path.as_os_str()));
        words.map(|word| format!("\"{}\"\n", word.to_string_lossy())).collect()
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
