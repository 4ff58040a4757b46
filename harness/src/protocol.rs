//! The protocol of test programs, one JSON line per event, and its meaning for a case.
//!
//! An event's line begins with `@` and a word that only this run of the program knows, so that whatever a test prints, it is
//! a print. An empty line comes before it, because a test may have left its last line open.

use crate::failure::Failure;
use interoptopus_toolchain::Ending;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Event {
    /// The program has started and takes cases.
    Ready,
    /// It contains this test, with so many rows if it is a theory.
    Contains { file: String, id: String, rows: Option<usize> },
    /// The case was begun.
    Entered { case: String },
    /// Something is wrong in the case.
    Failed {
        case: String,
        #[serde(flatten)]
        complaint: Complaint,
    },
    /// The case came to its end, whether it failed or not; with the number of its failures, where the program counts them.
    Left { case: String, failures: Option<usize> },
    /// A line of a layout probe.
    Layout { line: String },
}

/// The complaint, in the words of the language's own tools.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Complaint {
    /// File and line.
    pub(crate) at: Option<String>,
    /// The assertion, or the exception.
    pub(crate) what: String,
    pub(crate) expected: Option<String>,
    pub(crate) actual: Option<String>,
    /// A stack trace.
    pub(crate) trace: Option<String>,
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Complaint { at, what, expected, actual, trace } = self;
        if let Some(at) = at {
            write!(f, "{at}  ")?;
        }
        f.write_str(what)?;
        for (name, value) in [("expected", expected), ("actual", actual)] {
            if let Some(value) = value {
                write!(f, "\n  {name:<8}  {}", value.replace('\n', "\n            "))?;
            }
        }
        trace.iter().flat_map(|trace| trace.lines()).try_for_each(|line| write!(f, "\n      {}", line.trim()))
    }
}

/// Either an event or a print.
pub(crate) fn event(line: &str, word: &str) -> Option<Result<Event, Failure>> {
    let json = line.strip_prefix('@')?.strip_prefix(word)?.strip_prefix(' ')?;
    Some(serde_json::from_str(json).map_err(|error| Failure::new(format!("the test program said `{json}`: {error}"))))
}

/// A word for one run of a program.
pub(crate) fn word() -> String {
    use std::hash::{BuildHasher, Hasher};
    format!("{:016x}", std::hash::RandomState::new().build_hasher().finish())
}

/// By file, by test: how many rows it has.
pub(crate) type Contents = BTreeMap<String, BTreeMap<String, Option<usize>>>;

/// Follows a case from its beginning to its end.
#[derive(Debug)]
pub(crate) struct Followed<'a> {
    case: &'a str,
    pub(crate) entered: Option<Instant>,
    pub(crate) left: bool,
    complaints: Vec<Complaint>,
    /// The failures that the program counted.
    failures: usize,
    prints: Vec<String>,
    bytes: usize,
}

/// The number of bytes that are kept of what a case prints.
const LIMIT: usize = 64 * 1024;

impl<'a> Followed<'a> {
    pub(crate) fn new(case: &'a str) -> Self {
        Followed { case, entered: None, left: false, complaints: Vec::new(), failures: 0, prints: Vec::new(), bytes: 0 }
    }

    /// Takes note of a line of the program's output.
    pub(crate) fn hear(&mut self, line: &str, word: &str, contents: &mut Contents) -> Result<(), Failure> {
        let Some(event) = event(line, word) else {
            self.bytes += line.len() + 1;
            if self.bytes <= LIMIT {
                self.prints.push(line.to_owned());
            }
            return Ok(());
        };
        // The empty line before it.
        if self.prints.last().is_some_and(String::is_empty) {
            self.prints.pop();
        }
        match event? {
            Event::Contains { file, id, rows } => drop(contents.entry(file).or_default().insert(id, rows)),
            Event::Entered { case } if case == self.case => self.entered = Some(Instant::now()),
            Event::Failed { case, complaint } if case == self.case => self.complaints.push(complaint),
            Event::Left { case, failures } if case == self.case && self.entered.is_some() => {
                self.left = true;
                self.failures = failures.unwrap_or(0);
            }
            Event::Left { case, .. } if case == self.case => {
                return Err(Failure::new(format!("the program says of `{case}` that it left it, and did not enter it")));
            }
            Event::Entered { case } | Event::Failed { case, .. } | Event::Left { case, .. } => {
                return Err(Failure::new(format!("the program spoke of `{case}`, when it should run `{}`", self.case)));
            }
            Event::Ready | Event::Layout { .. } => {}
        }
        Ok(())
    }

    /// The output of the case.
    pub(crate) fn printed(&self) -> String {
        let left_out = if self.bytes > LIMIT { "\n[… the rest is left out …]" } else { "" };
        format!("{}{left_out}", self.prints.join("\n"))
    }

    /// The complaints; empty if the case was entered, left, and content in between.
    pub(crate) fn verdict(&self, ended: Option<Ending>, ran: Duration) -> Vec<String> {
        let mut wrong: Vec<String> = self.complaints.iter().map(Complaint::to_string).collect();
        match self.failures.saturating_sub(wrong.len()) {
            0 => {}
            lost => wrong
                .push(format!("checks failed whose reports were lost on the way, in a flood of output or in a child: {lost}")),
        }
        if !self.left {
            wrong.extend(ended.map(|ending| how_it_died(ending, self.entered.is_some(), ran)));
        } else if let Some(ending) = ended.filter(|ending| !ending.success() && wrong.is_empty()) {
            wrong.push(format!("{} after the test had ended", name(ending)));
        }
        wrong
    }
}

/// In one line, how a program ended in the middle of a case.
fn how_it_died(ending: Ending, entered: bool, ran: Duration) -> String {
    let place = if entered { "in this test" } else { "before this test began" };
    match ending {
        Ending::Exited(_) if entered => format!("{} before the test had ended", name(ending)),
        Ending::Exited(_) => format!("{} {place}", name(ending)),
        Ending::Signal(_) | Ending::Stopped if entered => {
            format!("{} {place}, {} ms after it began", name(ending), ran.as_millis())
        }
        Ending::Signal(_) | Ending::Stopped => format!("{} {place}", name(ending)),
        Ending::TimedOut(limit) => format!("no answer in {} s; the process group was killed", limit.as_secs_f32()),
    }
}

fn name(ending: Ending) -> String {
    match ending {
        Ending::Exited(code) if !cfg!(windows) || code.cast_unsigned() < 0xC000_0000 => format!("exit({code})"),
        ending => ending.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(lines: &[&str], ended: Option<Ending>) -> (Vec<String>, String) {
        let mut followed = Followed::new("a");
        for line in lines {
            followed.hear(line, "w", &mut Contents::new()).unwrap();
        }
        (followed.verdict(ended, Duration::from_millis(3)), followed.printed())
    }

    const ENTERED: &str = r#"@w {"event":"entered","case":"a"}"#;
    const LEFT: &str = r#"@w {"event":"left","case":"a"}"#;

    #[test]
    fn only_a_case_that_was_entered_and_left_without_a_complaint_passes() {
        assert!(follow(&[ENTERED, LEFT], None).0.is_empty());
        assert!(follow(&[ENTERED, LEFT], Some(Ending::Exited(0))).0.is_empty());
        let failed = r#"@w {"event":"failed","case":"a","at":"f:1","what":"CHECK","expected":"1","actual":"2"}"#;
        assert_eq!(follow(&[ENTERED, failed, LEFT], None).0, ["f:1  CHECK\n  expected  1\n  actual    2"]);
        assert_eq!(follow(&[ENTERED], Some(Ending::Exited(0))).0, ["exit(0) before the test had ended"]);
        assert_eq!(follow(&[], Some(Ending::Exited(0))).0, ["exit(0) before this test began"]);
        assert_eq!(follow(&[ENTERED, LEFT], Some(Ending::Exited(1))).0, ["exit(1) after the test had ended"]);
        assert_eq!(
            follow(&[ENTERED], Some(Ending::TimedOut(Duration::from_secs(10)))).0,
            ["no answer in 10 s; the process group was killed"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_signal_is_named() {
        assert_eq!(follow(&[ENTERED], Some(Ending::Signal(11))).0, ["SIGSEGV in this test, 3 ms after it began"]);
    }

    #[test]
    fn prints_are_told_from_events() {
        let other = r#"@other {"event":"left","case":"a"}"#;
        assert_eq!(follow(&["x", "", ENTERED, other, "y", "", LEFT], None).1, format!("x\n{other}\ny"));
    }

    #[test]
    fn an_event_of_another_case_or_out_of_turn_is_an_error() {
        let mut followed = Followed::new("b");
        assert!(followed.hear(LEFT, "w", &mut Contents::new()).is_err());
        let mut followed = Followed::new("a");
        assert!(followed.hear(LEFT, "w", &mut Contents::new()).is_err());
    }
}
