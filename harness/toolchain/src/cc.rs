//! GCC and Clang: C and C++ programs that load a shared library.

use crate::compilation::Built;
use crate::compilation::compilation;
use crate::diagnostics::Diagnostic;
use crate::found::Found;
use crate::job::Job;
use crate::library::library_path_variable;
use crate::lookup::Lookup;
use crate::outcome::Error;
use crate::tool::Tool;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A C compiler.
#[derive(Clone, Debug)]
pub struct Cc {
    found: Found,
}

impl Cc {
    /// Looks for a C compiler, whichever it is. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs one.
    pub fn find() -> Result<Self, Error> {
        Self::gcc().or_else(|missing| Self::clang().map_err(|_| missing))
    }

    /// Looks for GCC.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn gcc() -> Result<Self, Error> {
        Found::find(Tool::Gcc).map(Self::of)
    }

    /// Looks for Clang.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn clang() -> Result<Self, Error> {
        Found::find(Tool::Clang).map(Self::of)
    }

    /// A compiler at a place that was found before.
    #[must_use]
    pub fn of(found: Found) -> Self {
        Self { found }
    }

    /// This compiler, if the one for C++ that belongs to it is there, too: [`CcBuild::cxx`] needs it.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn with_cxx(self) -> Result<Self, Error> {
        let cxx = cxx_of(self.found.tool(), self.found.program());
        match Lookup::from_process().on_path(&cxx) {
            Some(_) => Ok(self),
            None => Err(Error::missing(self.found.tool(), format!("there is no {}", cxx.display()))),
        }
    }

    /// Where it is, and its version.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// A program to be compiled from C.
    #[must_use]
    pub fn compile(&self, output: impl Into<PathBuf>) -> CcBuild {
        CcBuild {
            tool: self.found.tool(),
            compiler: self.found.program().to_owned(),
            output: output.into(),
            arguments: Vec::new(),
            sources: Vec::new(),
            libraries: Vec::new(),
            only_check: false,
            job: Job::new(self.found.program()),
        }
    }
}

/// A compilation of C or C++; made by [`Cc::compile`].
#[derive(Clone, Debug)]
pub struct CcBuild {
    tool: Tool,
    compiler: PathBuf,
    output: PathBuf,
    arguments: Vec<OsString>,
    sources: Vec<PathBuf>,
    libraries: Vec<PathBuf>,
    only_check: bool,
    job: Job,
}

compilation!(CcBuild);

impl CcBuild {
    /// Adds a directory in which headers are looked for.
    #[must_use]
    pub fn include(mut self, directory: impl AsRef<Path>) -> Self {
        self.arguments.push(joined("-I", directory.as_ref()));
        self
    }

    /// Adds a flag, such as `-std=c99` or `-Wall`.
    #[must_use]
    pub fn flag(mut self, flag: impl Into<OsString>) -> Self {
        self.arguments.push(flag.into());
        self
    }

    /// Adds flags.
    #[must_use]
    pub fn flags<F: Into<OsString>>(mut self, flags: impl IntoIterator<Item = F>) -> Self {
        self.arguments.extend(flags.into_iter().map(Into::into));
        self
    }

    /// Links a shared library, by its path. The program finds it there when it runs.
    #[must_use]
    pub fn library(mut self, path: impl Into<PathBuf>) -> Self {
        self.libraries.push(path.into());
        self
    }

    /// Makes a shared library instead of a program.
    #[must_use]
    pub fn shared(mut self) -> Self {
        if !cfg!(windows) {
            self.arguments.push("-fPIC".into());
        }
        self.arguments.push("-shared".into());
        self
    }

    /// Compiles as C++: with `g++` or `clang++`, and `.c` files and headers as C++ too.
    #[must_use]
    pub fn cxx(mut self) -> Self {
        self.compiler = cxx_of(self.tool, &self.compiler);
        self.job = Job::new(&self.compiler);
        self.arguments.extend(["-x".into(), "c++".into()]);
        self
    }

    /// Checks only; writes nothing.
    #[must_use]
    pub fn only_check(mut self) -> Self {
        self.only_check = true;
        self
    }

    /// Compiles. That the compiler refuses the sources is in the result.
    ///
    /// # Errors
    /// If the compiler cannot be run.
    pub fn run(&self) -> Result<Built, Error> {
        // The messages are read; their language and colours must not depend on the user.
        let mut job = self.job.clone().env("LC_ALL", "C").args(self.arguments.iter().cloned());
        job = job.args(self.sources.iter().cloned());
        if self.only_check {
            job = job.arg("-fsyntax-only");
        } else {
            // Sources are C or C++ by `-x`; libraries are not.
            if self.arguments.iter().any(|argument| argument == "-x") {
                job = job.args(["-x", "none"]);
            }
            let directory = directory_of(&self.output);
            std::fs::create_dir_all(&directory).map_err(Error::io(format!("make {}", directory.display())))?;
            job = job.args(self.libraries.iter().flat_map(|library| self.link_arguments(library))).arg("-o").arg(&self.output);
        }
        let outcome = job.run()?;
        let diagnostics = Diagnostic::all(&outcome.stderr);
        Ok(Built { output: self.output.clone(), outcome, diagnostics, run: self.run_job() })
    }

    fn run_job(&self) -> Job {
        let program = std::path::absolute(&self.output).unwrap_or_else(|_| self.output.clone());
        self.libraries
            .iter()
            .fold(Job::new(program), |job, library| job.env_prepend(library_path_variable(), directory_of(library)))
    }

    /// By name and directory where that is possible: a path would be baked into the program, and only a name can be looked
    /// for where the library lies when the program runs.
    fn link_arguments(&self, library: &Path) -> Vec<OsString> {
        let name = library.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_prefix("lib").and_then(|name| name.strip_suffix(std::env::consts::DLL_SUFFIX));
        match stem {
            Some(stem) if cfg!(unix) => {
                let directory = directory_of(library);
                vec![joined("-L", &directory), format!("-l{stem}").into(), joined("-Wl,-rpath,", &directory)]
            }
            // Microsoft's linker wants the import library, GNU's takes the DLL.
            _ if cfg!(windows) && self.tool == Tool::Clang => vec![library.with_extension("dll.lib").into()],
            _ => vec![library.into()],
        }
    }
}

/// `g++` beside `gcc`, `clang++-18` beside `clang-18`.
fn cxx_of(tool: Tool, compiler: &Path) -> PathBuf {
    let name = compiler.file_name().unwrap_or_default().to_string_lossy();
    let name = if tool == Tool::Clang { name.replacen("clang", "clang++", 1) } else { name.replacen("gcc", "g++", 1) };
    compiler.with_file_name(name)
}

fn directory_of(file: &Path) -> PathBuf {
    let directory = file.parent().filter(|directory| !directory.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned())
}

fn joined(flag: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(flag);
    argument.push(path);
    argument
}
