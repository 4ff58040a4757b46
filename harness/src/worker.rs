//! Warm processes that run one case after another, and are replaced when they die.
//!
//! A worker is a program that is told by lines on its standard input what to run, and says what becomes of it by lines of JSON on
//! its standard output, each behind an empty line, an `@`, the word that is its last argument, and a space. All else that it prints
//! is the test's; a line that begins with `@` and the word and is none of these events ends the run of the case.
//!
//! The harness tells it, with tabs between the parts:
//!
//! | request | to | answer |
//! |---|---|---|
//! | `case`, `test` | C under Valgrind | `entered`, `failed` as often as needed, `left` |
//! | `case`, `file`, `test`, `row` (empty where there is one) | C# | the same |
//! | `case`, path of the file, `file`, `test` | Python | the same; before, `contains` for each test of a file that it had not loaded |
//! | `layout`; to Python with the path of the probe | C#, Python | `layout` for each line of the probe, then `ready` |
//! | end of the input | all | it ends as programs end, with 0; what it prints to standard error is a complaint otherwise |
//!
//! `case` is the name of the trial, which events repeat; it has no tab. Requests come one at a time: the next after `left` or `ready`. In 60 s a
//! program has to be ready or has entered a case, which then has its own deadline; 5 s it has to end.
//!
//! | it says | when |
//! |---|---|
//! | `{"event":"contains","file":"recorder","id":"test_len","rows":2}` | for each test that it really has, before it has run one of that file; `rows` only of a theory |
//! | `{"event":"ready"}` | it has started, or has answered a request that is no case |
//! | `{"event":"entered","case":"run::python::recorder::test_len"}` | the test begins |
//! | `{"event":"failed","case":"…","what":"assert a == b"}`, perhaps with `at`, `expected`, `actual`, `trace` | as often as there is something wrong |
//! | `{"event":"left","case":"…"}`, perhaps with `failures`, a number | the test has come to its end, whether it failed or not; where its reports may be lost, it counts them |
//! | `{"event":"layout","line":"{…}"}` | a line of a layout probe |

use crate::context::Context;
use crate::failure::Failure;
use crate::language::Case;
use crate::protocol::{Event, Followed};
use crate::verdict::{Ran, dropped, verdict};
pub use crate::warm::Start;
use crate::warm::{WARM_UP, Warm, heard};
use interoptopus_toolchain::{Ending, Heard};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Workers of one toolchain. There are as many as there are cases at a time.
#[derive(Debug, Default)]
pub struct Pool {
    idle: Mutex<Vec<Warm>>,
    /// Why none can be started, once that is known: it need not be tried, nor told in full, for each case.
    unstartable: Mutex<Option<Failure>>,
    afterwards: Mutex<Vec<String>>,
}

impl Pool {
    /// Runs a case in a worker that is idle, or in a new one. `request` is the line that the worker is told.
    ///
    /// # Errors
    /// The complaint, with all that was printed and the command that runs it again: if the case was not entered and left, or something failed in it.
    pub fn run(&self, context: &Context, start: &Start, case: &Case, request: &str) -> Result<(), Failure> {
        self.run_slowly(context, start, case, request, 1)
    }

    /// The same, for what takes so many times as long as usual.
    ///
    /// # Errors
    /// As of [`run`](Self::run).
    pub fn run_slowly(&self, context: &Context, start: &Start, case: &Case, request: &str, slower: u32) -> Result<(), Failure> {
        let own_process = case.file.directives.own_process;
        let mut warm = match if own_process { None } else { self.take() } {
            Some(warm) => warm,
            None => self.start(start)?,
        };
        let limit = case.deadline(context) * slower;
        drop(warm.worker.take_stderr());
        let mut followed = Followed::new(&case.trial);
        let begun = Instant::now();
        // One that does not read any more has ended, and is heard to have.
        _ = warm.worker.send(request);
        let ended = loop {
            let deadline = followed.entered.map_or(begun + WARM_UP, |entered| entered + limit);
            match heard(&mut warm.worker, deadline) {
                Heard::Line(line) => followed.hear(&line, &warm.word, &mut warm.contents)?,
                Heard::Ended(ending) => break Some(ending),
                Heard::Silence => {
                    warm.worker.stop();
                    break Some(Ending::TimedOut(if followed.entered.is_some() { limit } else { WARM_UP }));
                }
            }
            if followed.left {
                break own_process.then(|| warm.wind_down());
            }
        };
        let ran = followed.entered.unwrap_or(begun).elapsed();
        let mut wrong = followed.verdict(ended, ran);
        if followed.left {
            wrong.extend(dropped(case, &warm.contents));
        } else if !warm.last.is_empty() {
            wrong.push(format!("the process had run other tests before, `{}` the last", warm.last));
        }
        let stderr = if wrong.is_empty() { String::new() } else { warm.stderr() };
        if ended.is_none() {
            warm.last = case.trial.clone();
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(warm);
        }
        let ran = Ran { wrong, stdout: &followed.printed(), stderr: &stderr, kept: &start.kept.display().to_string() };
        verdict(context, case, ran)
    }

    /// An idle worker that lives. One that died while it was idle is nobody's case, but it must not be forgotten either.
    fn take(&self) -> Option<Warm> {
        loop {
            let mut warm = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            match warm.worker.recv(Instant::now()) {
                Heard::Silence => return Some(warm),
                Heard::Line(_) => self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(warm),
                Heard::Ended(ending) => self.died(&mut warm, ending),
            }
        }
    }

    fn start(&self, start: &Start) -> Result<Warm, Failure> {
        let unstartable = || self.unstartable.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(failure) = &*unstartable() {
            return Err(failure.in_brief());
        }
        Warm::start(start).inspect_err(|failure| *unstartable() = Some(failure.clone()))
    }

    fn died(&self, warm: &mut Warm, ending: Ending) {
        let stderr = warm.stderr();
        let text = format!("{ending} after `{}`, in a process that ran it well\n{stderr}", warm.last);
        self.afterwards.lock().unwrap_or_else(PoisonError::into_inner).push(text.trim_end().to_owned());
    }

    /// Lets all workers end as programs end, and says what went wrong in that or while they were idle.
    #[must_use]
    pub fn finish(&self) -> Vec<String> {
        self.end_idle();
        std::mem::take(&mut *self.afterwards.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Lets workers that are idle end as programs end. What goes wrong in that, [`finish`](Self::finish) says.
    pub fn end_idle(&self) {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for mut warm in idle {
            let ending = warm.wind_down();
            if !ending.success() {
                self.died(&mut warm, ending);
            }
        }
    }

    /// The lines of a layout probe, which a worker runs at this request.
    ///
    /// # Errors
    /// If it ends before it is ready again.
    pub fn layout(&self, start: &Start, request: &str) -> Result<String, Failure> {
        let mut warm = match self.take() {
            Some(warm) => warm,
            None => self.start(start)?,
        };
        _ = warm.worker.send(request);
        let events = warm.until_ready(&start.kept)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(warm);
        let lines = events.into_iter().filter_map(|event| if let Event::Layout { line } = event { Some(line) } else { None });
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }
}
