//! The outcomes of programs and of compilations.

use crate::diagnostics::Diagnostic;
use crate::ending::Ending;
use crate::ending::seconds;
use crate::error::Error;
use crate::job::Job;
use std::fmt::{Display, Formatter};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What became of a program. Its `Display` is what a failed test should show.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The command line, to be run again in a shell.
    pub command: String,
    /// How it ended.
    pub ending: Ending,
    /// Its standard output: beginning and end, if it was more than the job's limit.
    pub stdout: String,
    /// Its standard error, likewise.
    pub stderr: String,
    /// How many bytes of the two streams were left out.
    pub left_out: u64,
    /// How long it ran.
    pub duration: Duration,
}

impl Outcome {
    /// Whether it ended with exit code 0.
    #[must_use]
    pub fn success(&self) -> bool {
        self.ending.success()
    }

    /// This outcome, if it is a success.
    ///
    /// # Errors
    /// [`Error::Failed`] with everything there is to see.
    pub fn check(self) -> Result<Self, Error> {
        if self.success() { Ok(self) } else { Err(Error::Failed(Box::new(self))) }
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}, {} after the start of", self.ending, seconds(self.duration))?;
        write!(f, "  {}", self.command)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            match text.trim_end() {
                "" => write!(f, "\n{name}: nothing")?,
                text => write!(f, "\n{name}:\n{text}")?,
            }
        }
        Ok(())
    }
}

/// What became of a compilation.
#[derive(Clone, Debug)]
pub struct Built {
    /// The file that was to be made.
    pub output: PathBuf,
    /// What became of the compiler.
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
