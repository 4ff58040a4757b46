//! The errors of finding and running tools.

use crate::outcome::Outcome;
use crate::tool::Tool;
use std::fmt::{Display, Formatter};
use std::io;

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
        /// What it lacks, or what it said.
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
        /// What was being done, and to which file.
        action: String,
        /// Why it failed.
        source: io::Error,
    },
}

impl Error {
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
