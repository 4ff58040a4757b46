//! Tools that were found: where each lies, and its version.

use crate::job::Job;
use crate::lookup::Lookup;
use crate::outcome::Error;
use crate::tool::Tool;
use crate::{python_programs, sdk, watchers};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

/// A tool and where it is. That it lies there does not say that it runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    tool: Tool,
    program: PathBuf,
}

impl Found {
    /// Looks for a tool in this process's environment, as it is now. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find(tool: Tool) -> Result<Self, Error> {
        Self::find_in(tool, &Lookup::from_process())
    }

    /// Looks for a tool in an environment that need not be this process's. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find_in(tool: Tool, lookup: &Lookup) -> Result<Self, Error> {
        let row = tool.row();
        let missing = |reason: String| Error::missing(tool, reason);
        if tool == Tool::Dotnet {
            return sdk::find_program(lookup).map(|program| Found { tool, program });
        }
        if tool == Tool::Asan {
            let gcc = Self::find_in(Tool::Gcc, lookup).map_err(|error| match error {
                Error::Missing { reason, .. } => missing(reason),
                error => error,
            })?;
            if !watchers::has_asan(&gcc.program) {
                return Err(missing(format!("there is {}, but no libasan of its own", gcc.program.display())));
            }
            return Ok(Found { tool, program: gcc.program });
        }
        let of_python = matches!(tool, Tool::Mypy | Tool::Ruff);
        let program = match lookup.variable(row.variable) {
            Some(chosen) => lookup
                .on_path(chosen)
                .ok_or_else(|| missing(format!("{} names {}, which is not a program", row.variable, chosen.display())))?,
            None => {
                let python = if of_python { Self::find_in(Tool::Python, lookup).ok() } else { None };
                let python = python.as_ref().map(Found::program);
                let installed =
                    |name: &&str| if of_python { python_programs::find(lookup, python, name) } else { lookup.on_path(name) };
                let places = if of_python { python_programs::PLACES } else { "on PATH" };
                let nowhere = || missing(format!("there is no {} {places}", row.programs.join(" or ")));
                row.programs.iter().find_map(installed).ok_or_else(nowhere)?
            }
        };
        for companion in row.companions {
            lookup
                .beside_or_on_path(&program, companion)
                .ok_or_else(|| missing(format!("there is {}, but no {companion}", program.display())))?;
        }
        if tool == Tool::Valgrind && !watchers::has_header_of_valgrind(&program) {
            return Err(missing(format!("there is {}, but no valgrind/memcheck.h", program.display())));
        }
        Ok(Found { tool, program })
    }

    /// Which tool this is.
    #[must_use]
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// The program that is run.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The program's version, in one line of its own. Runs it the first time, and remembers the answer.
    ///
    /// # Errors
    /// [`Error::Unusable`] if the program cannot be run or fails.
    pub fn version(&self) -> Result<String, Error> {
        static KNOWN: LazyLock<Mutex<HashMap<PathBuf, String>>> = LazyLock::new(Mutex::default);
        // A poisoned map is still a map: entries are whole.
        if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&self.program) {
            return Ok(known.clone());
        }
        let outcome = Job::new(&self.program)
            .arg(self.tool.row().version)
            .env("DOTNET_NOLOGO", "1")
            .deadline(Duration::from_secs(30))
            .check()
            .map_err(|error| Error::unusable(self.tool, error.to_string(), None))?;
        // Old Pythons and some wrappers answer on stderr.
        let line = outcome.stdout.lines().chain(outcome.stderr.lines()).map(str::trim).find(|line| !line.is_empty());
        let version = line.unwrap_or("unknown").to_owned();
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(self.program.clone(), version.clone());
        Ok(version)
    }

    /// A text that changes when the program is updated, found without running it: for the keys of a [`Cache`](crate::Cache). The parts
    /// of an SDK or of Mono are updated by themselves: [`Dotnet::fingerprint`](crate::Dotnet::fingerprint) and
    /// [`Mono::fingerprint`](crate::Mono::fingerprint) know of them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        format!("{} {}", self.tool, fingerprint(&self.program))
    }
}

pub(crate) fn fingerprint(program: &Path) -> String {
    let real = program.canonicalize().unwrap_or_else(|_| program.to_owned());
    let metadata = real.metadata().ok();
    let length = metadata.as_ref().map_or(0, std::fs::Metadata::len);
    let modified = metadata.and_then(|m| m.modified().ok()).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{} {length} {}", real.display(), modified.map_or(0, |time| time.as_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_tool_names_the_command_that_installs_it() {
        let nowhere = Lookup::of([("PATH", "/nowhere"), ("HOME", "/nowhere")]);
        for tool in Tool::ALL {
            let error = Found::find_in(tool, &nowhere).unwrap_err();
            assert!(matches!(error, Error::Missing { .. }), "{error:?}");
            assert!(error.to_string().contains(tool.install_command()), "{error}");
        }
    }

    #[test]
    fn an_override_that_leads_nowhere_is_not_passed_over() {
        let wrong = Lookup::of([("PATH", std::env::var("PATH").unwrap_or_default().as_str()), ("INTEROP_GCC", "/nowhere/gcc")]);
        let error = Found::find_in(Tool::Gcc, &wrong).unwrap_err().to_string();
        assert!(error.contains("INTEROP_GCC names /nowhere/gcc"), "{error}");
    }
}
