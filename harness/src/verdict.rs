//! The verdict on a foreign test; of a failed one what is wrong, what it printed, and how to run it again.

use crate::context::Context;
use crate::discover::Test;
use crate::failure::Failure;
use crate::language::Case;
use crate::protocol::Contents;
use std::fmt::Write;

/// The outcome of a case that was run.
pub(crate) struct Ran<'a> {
    pub(crate) wrong: Vec<String>,
    pub(crate) stdout: &'a str,
    pub(crate) stderr: &'a str,
    /// Where what was built lies: the directory, or the command that runs the test by hand.
    pub(crate) kept: &'a str,
}

/// The verdict on a case, with everything that helps if it failed.
pub(crate) fn verdict(context: &Context, case: &Case, ran: Ran<'_>) -> Result<(), Failure> {
    let Ran { wrong, stdout, stderr, kept } = ran;
    if wrong.is_empty() {
        return Ok(());
    }
    let mut text = wrong.join("\n");
    let streams: Vec<_> =
        [("stdout", stdout), ("stderr", stderr)].into_iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    text.push('\n');
    for (name, stream) in &streams {
        // Writing to a string cannot fail.
        _ = writeln!(text, "its {name}:\n{}", indented(stream.trim_end()));
    }
    if streams.is_empty() {
        text.push_str("it printed nothing; ");
    }
    _ = write!(text, "alone: {}\nbuilt: {kept}", context.alone(&case.trial));
    Err(Failure::new(context.localised(&text)))
}

/// The beginning and the end of what a program printed: the reasons stand there.
fn indented(text: &str) -> String {
    const SHOWN: usize = 60;
    let lines: Vec<_> = text.lines().map(|line| format!("  {line}")).collect();
    if lines.len() <= SHOWN {
        return lines.join("\n");
    }
    let (first, last) = (&lines[..SHOWN / 2], &lines[lines.len() - SHOWN / 2..]);
    format!("{}\n  [… {} lines left out …]\n{}", first.join("\n"), lines.len() - SHOWN, last.join("\n"))
}

/// The complaint if a program does not contain the tests that were found by reading its file: none may be dropped silently.
pub(crate) fn dropped(case: &Case, contents: &Contents) -> Option<String> {
    let none = Default::default();
    let contained = contents.get(&case.file.stem).unwrap_or(&none);
    let Test { id, row, name, .. } = &case.test;
    match contained.get(id) {
        None => return Some(format!("{}:{}  the running program does not contain `{id}`", case.file.shown, case.test.line)),
        Some(rows) => {
            if row.is_some_and(|row| rows.is_some_and(|rows| row >= rows)) {
                return Some(format!("{}:{}  the running program has no row for `{name}`", case.file.shown, case.test.line));
            }
        }
    }
    let unread: Vec<_> = contained.keys().filter(|id| !case.all.iter().any(|test| test.id == **id)).map(String::as_str).collect();
    (!unread.is_empty()).then(|| {
        let (file, unread) = (&case.file.shown, unread.join("`, `"));
        format!(
            "{file}  the running program contains `{unread}`, which is not found by reading the file: write it in a simpler way"
        )
    })
}
