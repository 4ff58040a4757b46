//! The common parts of compilations: sources, a compiler's process, and a refusal that can be taken for an error.

use crate::diagnostics::Diagnostic;
use crate::job::Job;
use crate::outcome::{Error, Outcome};
use std::path::{Path, PathBuf};

/// The outcome of a compilation.
#[derive(Clone, Debug)]
pub struct Built {
    /// The file that was to be made.
    pub output: PathBuf,
    /// The outcome of the compiler's process.
    pub outcome: Outcome,
    /// The errors and warnings that it reported, in its order.
    pub diagnostics: Vec<Diagnostic>,
    pub(crate) run: Job,
}

impl Built {
    /// Whether the compiler was content.
    #[must_use]
    pub fn success(&self) -> bool {
        self.outcome.success()
    }

    /// This, if the compiler was content.
    ///
    /// # Errors
    /// [`Error::Failed`] with the compiler's command line and what it said.
    pub fn check(self) -> Result<Self, Error> {
        if self.success() { Ok(self) } else { Err(Error::Failed(Box::new(self.outcome))) }
    }

    /// The files in which there are errors, each once, as the compiler was given them.
    #[must_use]
    pub fn files_with_errors(&self) -> Vec<&Path> {
        let mut files = Vec::new();
        for file in self.diagnostics.iter().filter(|d| d.is_error()).filter_map(|d| d.file.as_deref()) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        files
    }

    /// A job that runs what was built (nothing that can succeed, if that is a library).
    #[must_use]
    pub fn job(&self) -> Job {
        self.run.clone()
    }
}

/// The methods of a build with the fields `sources` and `job`, and a method `run`.
macro_rules! compilation {
    ($build:ident) => {
        impl $build {
            /// Adds a source file.
            #[must_use]
            pub fn source(mut self, path: impl Into<std::path::PathBuf>) -> Self {
                self.sources.push(path.into());
                self
            }

            /// Adds source files.
            #[must_use]
            pub fn sources<P: Into<std::path::PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
                self.sources.extend(paths.into_iter().map(Into::into));
                self
            }

            /// Sets what else there is to set about the compiler's process: its directory, environment and deadline.
            #[must_use]
            pub fn with_job(mut self, change: impl FnOnce($crate::job::Job) -> $crate::job::Job) -> Self {
                self.job = change(self.job);
                self
            }

            /// Compiles, and takes a refusal for an error.
            ///
            /// # Errors
            /// If the compiler cannot be run, or refuses the sources.
            pub fn check(&self) -> Result<$crate::compilation::Built, $crate::outcome::Error> {
                self.run()?.check()
            }
        }
    };
}

pub(crate) use compilation;
