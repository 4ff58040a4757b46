//! A program to be run once: its command line, its surroundings, and how long it may take.

use crate::capture::Captured;
use crate::ending::Ending;
use crate::group::{Group, Input};
use crate::outcome::Error;
use crate::outcome::Outcome;
use crate::quote;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A program to be run in a process group of its own, within a deadline, its output captured up to a limit.
///
/// ```
/// # #[cfg(unix)] {
/// use interoptopus_toolchain::Job;
///
/// let outcome = Job::new("sort").stdin("b\na\n").check()?;
/// assert_eq!(outcome.stdout, "a\nb\n");
/// # }
/// # Ok::<(), interoptopus_toolchain::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Job {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<OsString>,
    /// In the order in which they were set; `None` removes.
    pub(crate) variables: Vec<(OsString, Option<OsString>)>,
    pub(crate) directory: Option<PathBuf>,
    pub(crate) stdin: Option<String>,
    pub(crate) deadline: Duration,
    pub(crate) limit: usize,
}

/// The time that streams may stay open after the whole process group is gone. Only a process that left the group holds them.
const GRACE: Duration = Duration::from_millis(500);

impl Job {
    /// Runs the program with no arguments, in this process's directory and environment, with nothing on its standard input.
    /// It has a minute, and a mebibyte for each stream.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            arguments: Vec::new(),
            variables: Vec::new(),
            directory: None,
            stdin: None,
            deadline: Duration::from_secs(60),
            limit: 1024 * 1024,
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, argument: impl Into<OsString>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// Sets an environment variable.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.set(name.into(), Some(value.into()));
        self
    }

    /// Removes an environment variable.
    #[must_use]
    pub fn env_remove(mut self, name: impl Into<OsString>) -> Self {
        self.set(name.into(), None);
        self
    }

    /// Puts a directory in front of a variable that lists directories, such as PATH.
    #[must_use]
    pub fn env_prepend(mut self, name: impl Into<OsString>, directory: impl Into<PathBuf>) -> Self {
        let (name, directory) = (name.into(), directory.into());
        let own = self.variables.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
        let before = own.unwrap_or_else(|| std::env::var_os(&name)).unwrap_or_default();
        let rest = std::env::split_paths(&before).filter(|path| !path.as_os_str().is_empty());
        // A directory with a separator in its name cannot be listed; alone it still works.
        let joined = std::env::join_paths(std::iter::once(directory.clone()).chain(rest)).unwrap_or_else(|_| directory.into());
        self.set(name, Some(joined));
        self
    }

    fn set(&mut self, name: OsString, value: Option<OsString>) {
        match self.variables.iter_mut().find(|(other, _)| *other == name) {
            Some(known) => known.1 = value,
            None => self.variables.push((name, value)),
        }
    }

    /// Runs in this directory.
    #[must_use]
    pub fn current_dir(mut self, directory: impl Into<PathBuf>) -> Self {
        self.directory = Some(directory.into());
        self
    }

    /// Gives it this text on its standard input.
    #[must_use]
    pub fn stdin(mut self, text: impl Into<String>) -> Self {
        self.stdin = Some(text.into());
        self
    }

    /// The time that it may take. Then its process group is killed. A [`Worker`](crate::Worker) has no such limit.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// The number of bytes of each stream that are kept; of more, half of them from the beginning and half from the end.
    #[must_use]
    pub fn capture_limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// The program that is run.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The command line, with its directory and the variables that differ from this process's, to be pasted into a shell.
    #[must_use]
    pub fn command_line(&self) -> String {
        let mut words = Vec::new();
        if let Some(directory) = &self.directory {
            words.push(format!("cd {} &&", quote::word(directory.as_os_str())));
        }
        let removed = self.variables.iter().filter(|(_, value)| value.is_none());
        let removed: Vec<_> = removed.flat_map(|(name, _)| ["-u".to_owned(), quote::word(name)]).collect();
        if !removed.is_empty() {
            words.push("env".to_owned());
            words.extend(removed);
        }
        for (name, value) in &self.variables {
            if let Some(value) = value
                && std::env::var_os(name).as_ref() != Some(value)
            {
                words.push(format!("{}={}", name.display(), quote::word(value)));
            }
        }
        words.push(quote::word(self.program.as_os_str()));
        words.extend(self.arguments.iter().map(OsString::as_os_str).map(|argument: &OsStr| quote::word(argument)));
        words.join(" ")
    }

    /// Runs it to its end, whichever that is. Nothing of its process group is left when this returns.
    ///
    /// # Errors
    /// [`Error::Start`] if it cannot be started.
    pub fn run(&self) -> Result<Outcome, Error> {
        let failed = |source| Error::Start { command: self.command_line(), source };
        let begun = Instant::now();
        let (stdout, stdout_writer) = std::io::pipe().map_err(failed)?;
        let (stderr, stderr_writer) = std::io::pipe().map_err(failed)?;
        let input = match &self.stdin {
            Some(text) => Input::text(text).map_err(failed)?,
            None => Input::Nothing,
        };
        let group = Group::start(self.expression(), input, stdout_writer, stderr_writer).map_err(failed)?;
        let stdout = Captured::read(stdout, self.limit).map_err(failed)?;
        let stderr = Captured::read(stderr, self.limit).map_err(failed)?;
        let ending = match group.wait_until(begun + self.deadline).map_err(failed)? {
            Some(status) => Ending::of(status),
            None => Ending::TimedOut(self.deadline),
        };
        let duration = begun.elapsed();
        // Also after a good end: what it left running would hold the streams open, and nobody would ever end it.
        group.kill().map_err(failed)?;
        stdout.settle(GRACE);
        stderr.settle(GRACE);
        let ((stdout, out_cut), (stderr, err_cut)) = (stdout.text(), stderr.text());
        Ok(Outcome { command: self.command_line(), ending, stdout, stderr, left_out: out_cut + err_cut, duration })
    }

    /// Runs it, and takes everything but exit code 0 for an error.
    ///
    /// # Errors
    /// [`Error::Start`] if it cannot be started, [`Error::Failed`] if it fails.
    pub fn check(&self) -> Result<Outcome, Error> {
        self.run()?.check()
    }

    /// The command, but for its streams.
    pub(crate) fn expression(&self) -> duct::Expression {
        let mut expression = duct::cmd(self.program.as_os_str(), &self.arguments).unchecked();
        for (name, value) in &self.variables {
            expression = match value {
                Some(value) => expression.env(name, value),
                None => expression.env_remove(name),
            };
        }
        if let Some(directory) = &self.directory {
            expression = expression.dir(directory);
        }
        expression
    }
}
