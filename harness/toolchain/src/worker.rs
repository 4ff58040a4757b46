//! A process that stays, takes a line and answers by lines.

use crate::capture::Captured;
use crate::ending::Ending;
use crate::group::{Group, Input};
use crate::job::Job;
use crate::outcome::Error;
use std::io::{self, BufRead, BufReader, PipeWriter, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// A long-running process in a process group of its own; the group is killed when this is dropped.
#[derive(Debug)]
pub struct Worker {
    command: String,
    group: Group,
    stdin: Option<PipeWriter>,
    stderr: Captured,
    events: Receiver<Event>,
    /// The ending of the process. Lines of it may still be in the pipe.
    exit: Option<Ending>,
    /// Its standard output has been read to its end.
    closed: bool,
    /// Nothing more can be heard.
    over: Option<Ending>,
    stopped: bool,
}

/// An event of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line of its standard output, without its end. What is not UTF-8 is replaced.
    Line(String),
    /// Nothing until the deadline. It may be at work still.
    Silence,
    /// It is over, and every line that it wrote before has been heard.
    Ended(Ending),
}

enum Event {
    Line(String),
    /// Its standard output ended: nobody holds it open any more.
    Closed,
    Ended(Ending),
}

/// The time that the end of its output is awaited after the whole group is gone. Only a process that left the group holds it open.
const LAST_LINES: Duration = Duration::from_secs(1);
/// The time that a process may live on after it closed its output.
const LAST_BREATH: Duration = Duration::from_secs(2);

impl Worker {
    /// Starts a job as a process that stays and is spoken to by lines. Its deadline and its standard input are not used.
    ///
    /// # Errors
    /// [`Error::Start`] if it cannot be started.
    pub fn start(job: &Job) -> Result<Self, Error> {
        let failed = |source| Error::Start { command: job.command_line(), source };
        let (stdin_reader, stdin) = io::pipe().map_err(failed)?;
        let (stdout, stdout_writer) = io::pipe().map_err(failed)?;
        let (stderr, stderr_writer) = io::pipe().map_err(failed)?;
        let group = Group::start(job.expression(), Input::Pipe(stdin_reader), stdout_writer, stderr_writer).map_err(failed)?;
        // Bounded, so that one that chatters is slowed down by who listens, and not kept in memory.
        let (sender, events) = sync_channel(1024);
        let lines = sender.clone();
        let limit = job.limit;
        let threads =
            std::thread::Builder::new().name("worker stdout".to_owned()).spawn(move || read_lines(stdout, limit, &lines));
        let waiting = group.clone();
        let threads = threads.and_then(|_| {
            std::thread::Builder::new().name("worker end".to_owned()).spawn(move || {
                let ending = waiting.wait().map_or(Ending::Exited(-1), Ending::of);
                // Nobody listens to a worker that was dropped.
                _ = sender.send(Event::Ended(ending));
            })
        });
        let stderr = threads.and_then(|_| Captured::read(stderr, limit));
        let stderr = stderr.or_else(|error| group.kill().and(Err(error))).map_err(failed)?;
        Ok(Self {
            command: job.command_line(),
            group,
            stdin: Some(stdin),
            stderr,
            events,
            exit: None,
            closed: false,
            over: None,
            stopped: false,
        })
    }

    /// The command line, to be pasted into a shell.
    #[must_use]
    pub fn command_line(&self) -> &str {
        &self.command
    }

    /// The process's id, which is that of its process group too.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.group.leader()
    }

    /// Sends a line; its end is added. Waits while the pipe is full, which is some 64 KiB that the worker has not read.
    ///
    /// # Errors
    /// If the worker does not read any more; how it ended is what [`recv`](Self::recv) then says.
    pub fn send(&mut self, line: &str) -> io::Result<()> {
        let stdin = self.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        stdin.write_all(format!("{line}\n").as_bytes())
    }

    /// Ends its standard input, by which a worker knows that no more will come.
    pub fn close_stdin(&mut self) {
        self.stdin = None;
    }

    /// Waits for its next line, or its end, but not longer than until the deadline.
    pub fn recv(&mut self, deadline: Instant) -> Heard {
        loop {
            if let Some(ending) = self.over {
                return Heard::Ended(ending);
            }
            let patience = match (self.exit, self.closed) {
                (Some(_), _) => LAST_LINES,
                (None, true) => LAST_BREATH,
                (None, false) => deadline.saturating_duration_since(Instant::now()),
            };
            match self.events.recv_timeout(patience) {
                Ok(Event::Line(line)) => return Heard::Line(line),
                Ok(Event::Closed) => self.closed = true,
                Ok(Event::Ended(ending)) => {
                    self.exit = Some(if self.stopped { Ending::Stopped } else { ending });
                    // What it left running would hold its output open.
                    self.stop();
                }
                Err(_) if self.exit.is_none() && !self.closed => return Heard::Silence,
                // A process that closed its output and does not end will never be heard again.
                Err(_) => self.end(self.exit.unwrap_or(Ending::Stopped)),
            }
            if let (Some(ending), true) = (self.exit, self.closed) {
                self.end(ending);
            }
        }
    }

    fn end(&mut self, ending: Ending) {
        self.over = Some(ending);
        self.stop();
    }

    /// The output on its standard error since this was last asked.
    #[must_use]
    pub fn take_stderr(&mut self) -> String {
        // What is on its way belongs to what was heard last.
        if self.over.is_some() {
            self.stderr.settle(LAST_LINES);
        }
        self.stderr.take()
    }

    /// Kills its process group.
    pub fn stop(&mut self) {
        if !std::mem::replace(&mut self.stopped, true) {
            self.stdin = None;
            // Nothing can be done about one that does not die.
            _ = self.group.kill();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Lines without end must not fill the memory: what goes beyond the limit is dropped.
fn read_lines(stdout: impl Read, limit: usize, lines: &SyncSender<Event>) {
    let mut stdout = BufReader::new(stdout);
    loop {
        let mut line = Vec::new();
        let event = match (&mut stdout).take(limit as u64).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => Event::Closed,
            Ok(_) => {
                if line.last() != Some(&b'\n') && line.len() >= limit && stdout.skip_until(b'\n').is_err() {
                    line.clear();
                }
                let text = String::from_utf8_lossy(&line);
                Event::Line(text.trim_end_matches(['\n', '\r']).to_owned())
            }
        };
        let last = matches!(event, Event::Closed);
        if lines.send(event).is_err() || last {
            return;
        }
    }
}
