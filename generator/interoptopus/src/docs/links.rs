//! What links lead to, and where brackets and code end.

use super::{Span, plain};
use std::collections::HashMap;

/// Where brackets and code end, found in one pass, so that no input takes quadratic time.
pub(super) struct Ends {
    /// For each `[` and `(`, its partner.
    brackets: HashMap<usize, usize>,
    /// The starts of runs of backticks, by their length, in order.
    backticks: HashMap<usize, Vec<usize>>,
}

impl Ends {
    pub(super) fn of(letters: &[char]) -> Self {
        let mut ends = Ends { brackets: HashMap::new(), backticks: HashMap::new() };
        let mut at = 0;
        while at < letters.len() {
            let length = run(letters, at, '`');
            if length > 0 {
                ends.backticks.entry(length).or_default().push(at);
            }
            at += length.max(1);
        }
        let (mut square, mut round) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < letters.len() {
            let closed = match letters[at] {
                '[' => {
                    square.push(at);
                    None
                }
                '(' => {
                    round.push(at);
                    None
                }
                ']' => square.pop(),
                ')' => round.pop(),
                _ => None,
            };
            ends.brackets.extend(closed.map(|open| (open, at)));
            at = match letters[at] {
                '\\' => at + 2,
                '`' => ends.code(letters, at).map_or(at + run(letters, at, '`'), |(_, _, after)| after),
                _ => at + 1,
            };
        }
        ends
    }

    /// The partner of the bracket at `at`, if one is there and has one.
    pub(super) fn bracket(&self, at: usize) -> Option<usize> {
        self.brackets.get(&at).copied()
    }

    /// The code that the backticks at `at` open: where it begins and ends, and where the text goes on.
    pub(super) fn code(&self, letters: &[char], at: usize) -> Option<(usize, usize, usize)> {
        let length = run(letters, at, '`');
        let starts = self.backticks.get(&length)?;
        let end = *starts.get(starts.partition_point(|&start| start < at + length))?;
        Some((at + length, end, end + length))
    }
}

/// How often `mark` stands from `at` on.
pub(super) fn run(letters: &[char], at: usize, mark: char) -> usize {
    letters[at..].iter().take_while(|&&c| c == mark).count()
}

/// The target in `(target "title")`.
pub(super) fn destination(inside: &str) -> String {
    let inside = inside.trim();
    match inside.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((target, _)) => target.to_owned(),
        None => inside.split(char::is_whitespace).next().unwrap_or_default().trim_matches('`').to_owned(),
    }
}

/// What a link to `target` is that shows `shown`.
pub(super) fn spans(target: &str, shown: Vec<Span>) -> Vec<Span> {
    let code = matches!(shown[..], [Span::Code(_)]);
    let text = plain(&shown);
    if let Some(target) = path(target) {
        vec![Span::Item { target, text, code }]
    } else if is_url(target) {
        vec![Span::Url { url: target.to_owned(), text }]
    } else {
        // A heading or a file of rustdoc's output: nothing that another language could lead to.
        shown
    }
}

/// The item that a label or target names, if it can name one: `Vec2`, `crate::Vec2`, `fn@visit`, `visit()`.
pub(super) fn path(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('`').trim();
    let name = text.split_once('@').map_or(text, |(_, name)| name);
    let name = name.split_once('#').map_or(name, |(name, _)| name);
    let name = name.strip_suffix("()").or_else(|| name.strip_suffix('!')).unwrap_or(name);
    let is_identifier = |part: &str| {
        let part = part.strip_prefix("r#").unwrap_or(part);
        part.starts_with(|c: char| c.is_alphabetic() || c == '_') && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    name.split("::").all(is_identifier).then(|| text.to_owned())
}

fn is_url(target: &str) -> bool {
    has_scheme(target) || target.starts_with("//")
}

/// Whether `url` begins with `scheme:` (RFC 3986, 3.1); one letter would be a drive of Windows.
pub(super) fn has_scheme(url: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    url.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(is_letter)
            && !rest.starts_with(':')
    })
}

/// Whether `text` is an address of mail.
pub(super) fn is_mail(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'));
    text.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host) && host.contains('.'))
}
