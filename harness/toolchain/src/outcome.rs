//! The outcomes of programs, and the errors of finding and running them.

use crate::ending::Ending;
use crate::ending::seconds;
use crate::tool::Tool;
use std::fmt::{Display, Formatter};
use std::io;
use std::str::FromStr;
use std::time::Duration;

/// The outcome of a program. Its `Display` is what a failed test should show.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The command line, to be run again in a shell.
    pub command: String,
    /// Its ending.
    pub ending: Ending,
    /// Its standard output: beginning and end, if it was more than the job's limit.
    pub stdout: String,
    /// Its standard error, likewise.
    pub stderr: String,
    /// The number of bytes of the two streams that were left out.
    pub left_out: u64,
    /// The time that it ran.
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

/// Why a tool could not be found or run.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The tool is not installed. What depends on it may be skipped.
    Missing {
        /// Which one.
        tool: Tool,
        /// Where it was looked for.
        reason: String,
        /// The command that installs it.
        install: String,
    },
    /// The tool is there and does not work: a failure, and no reason to skip anything.
    Unusable {
        /// Which one.
        tool: Tool,
        /// Its fault, or its own message.
        reason: String,
        /// The command that mends it.
        install: String,
    },
    /// A name that belongs to no [`Tool`].
    UnknownTool {
        /// The name.
        name: String,
    },
    /// A program could not be started.
    Start {
        /// The command line.
        command: String,
        /// Why.
        source: io::Error,
    },
    /// A program ran and did not succeed: it said so, was killed, or took too long.
    Failed(Box<Outcome>),
    /// Files could not be read or written.
    Io {
        /// The action that failed, and its file.
        action: String,
        /// Why it failed.
        source: io::Error,
    },
}

impl Error {
    pub(crate) fn missing(tool: Tool, reason: String) -> Self {
        Self::Missing { tool, reason, install: tool.install_command().to_owned() }
    }

    pub(crate) fn unusable(tool: Tool, reason: String, install: Option<&str>) -> Self {
        Self::Unusable { tool, reason, install: install.unwrap_or(tool.install_command()).to_owned() }
    }

    /// For `map_err` on file operations.
    pub(crate) fn io(action: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let action = action.into();
        move |source| Self::Io { action, source }
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing { tool, reason, install } => write!(f, "{tool} is not installed: {reason}; get it by: {install}"),
            Self::Unusable { tool, reason, install } => {
                write!(f, "{tool} is there but cannot be used: {reason}; mend it by: {install}")
            }
            Self::UnknownTool { name } => {
                let names: Vec<_> = Tool::ALL.into_iter().map(Tool::name).collect();
                write!(f, "there is no toolchain `{name}`; there are {}", names.join(", "))
            }
            Self::Start { command, source } => write!(f, "could not start `{command}`: {source}"),
            Self::Failed(outcome) => outcome.fmt(f),
            Self::Io { action, source } => write!(f, "could not {action}: {source}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Start { source, .. } | Self::Io { source, .. } => Some(source),
            Self::Missing { .. } | Self::Unusable { .. } | Self::UnknownTool { .. } | Self::Failed(_) => None,
        }
    }
}

impl FromStr for Tool {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::named(name).ok_or_else(|| Error::UnknownTool { name: name.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_found_by_its_name() {
        for tool in Tool::ALL {
            assert_eq!(tool.name().parse::<Tool>().unwrap(), tool);
        }
    }
}
