//! Parses what stands in a line: code, links, escapes; emphasis is flattened.

use super::links::{self, Ends};
use super::{Span, plain};
use std::collections::HashMap;

/// The targets of `[label]: target`, by [`label`].
pub(super) type Definitions = HashMap<String, String>;

/// What labels are compared by.
pub(super) fn label(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Parses the text of one paragraph.
pub(super) fn parse(text: &str, definitions: &Definitions) -> Vec<Span> {
    let letters: Vec<char> = text.chars().collect();
    let mut scanner = Scanner { ends: &Ends::of(&letters), letters: &letters, definitions, pieces: Vec::new() };
    scanner.scan(0, letters.len(), true);
    joined(scanner.pieces)
}

struct Scanner<'a> {
    letters: &'a [char],
    ends: &'a Ends,
    definitions: &'a Definitions,
    pieces: Vec<Piece>,
}

enum Piece {
    Text(String),
    Span(Span),
    /// A run of `*`, `_` or `~`, which may be emphasis.
    Mark {
        mark: char,
        count: usize,
        opens: bool,
        closes: bool,
    },
}

impl Scanner<'_> {
    /// Scans the letters from `at` to `to`; a link's text has no links in it.
    fn scan(&mut self, mut at: usize, to: usize, links: bool) {
        while at < to {
            let letter = self.letters[at];
            let next = self.letters[at + 1..to].first().copied();
            at = match letter {
                '\\' if next.is_some_and(|c| c.is_ascii_punctuation()) => self.text(next, at + 2),
                '\\' if next == Some('\n') => at + 1,
                '`' => self.code(at, to),
                '!' if next == Some('[') && links => self.link(at + 1, to).unwrap_or_else(|| self.text(Some('!'), at + 1)),
                '[' if links => self.link(at, to).unwrap_or_else(|| self.text(Some('['), at + 1)),
                '<' if links => self.autolink(at, to).unwrap_or_else(|| self.text(Some('<'), at + 1)),
                '&' => self.entity(at, to),
                '*' | '_' | '~' => self.mark(at, to),
                _ => self.text(Some(letter), at + 1),
            };
        }
    }

    /// Adds a letter, and goes on at `then`.
    fn text(&mut self, letter: Option<char>, then: usize) -> usize {
        match self.pieces.last_mut() {
            Some(Piece::Text(text)) => text.extend(letter),
            Some(Piece::Span(_) | Piece::Mark { .. }) | None => self.pieces.push(Piece::Text(letter.into_iter().collect())),
        }
        then
    }

    fn code(&mut self, at: usize, to: usize) -> usize {
        let Some((from, end, after)) = self.ends.code(self.letters, at).filter(|&(_, _, after)| after <= to) else {
            let length = links::run(self.letters, at, '`');
            return (0..length).fold(at, |at, _| self.text(Some('`'), at + 1));
        };
        let code: String = self.letters[from..end].iter().map(|&c| if c == '\n' { ' ' } else { c }).collect();
        let padded = code.strip_prefix(' ').and_then(|c| c.strip_suffix(' ')).filter(|c| !c.trim().is_empty());
        self.pieces.push(Piece::Span(Span::Code(padded.unwrap_or(&code).to_owned())));
        after
    }

    /// `[text](target)`, `[text][label]`, `[text][]`, `[text]`, of which the last leads somewhere only if it is defined, or is a path.
    fn link(&mut self, at: usize, to: usize) -> Option<usize> {
        let is_image = at > 0 && self.letters[at - 1] == '!' && !matches!(self.letters.get(at.wrapping_sub(2)), Some('\\'));
        let end = self.ends.bracket(at).filter(|&end| end < to)?;
        let inside = |from: usize, to: usize| -> String { self.letters[from..to].iter().collect() };
        let shown = self.shown(at + 1, end);
        let behind = self.ends.bracket(end + 1).filter(|&close| close < to);
        let (target, after) = match (self.letters.get(end + 1), behind) {
            (Some('('), Some(close)) => (Some(links::destination(&inside(end + 2, close))), close + 1),
            (Some('['), Some(close)) if close == end + 2 => (self.leads_to(&inside(at + 1, end)), close + 1),
            (Some('['), Some(close)) => {
                let label = inside(end + 2, close);
                (self.leads_to(&label).or_else(|| Some(label.trim_matches('`').to_owned())), close + 1)
            }
            _ => (self.leads_to(&inside(at + 1, end)), end + 1),
        };
        let target = target?;
        if is_image {
            self.pieces.push(Piece::Text(plain(&shown)));
        } else {
            self.pieces.extend(links::spans(&target, shown).into_iter().map(Piece::Span));
        }
        Some(after)
    }

    /// Where a link that is only a label leads.
    fn leads_to(&self, text: &str) -> Option<String> {
        let defined = self.definitions.get(&label(text)).or_else(|| self.definitions.get(&label(text.trim_matches('`'))));
        defined.cloned().or_else(|| links::path(text))
    }

    fn shown(&self, from: usize, to: usize) -> Vec<Span> {
        let Scanner { letters, ends, definitions, pieces: _ } = *self;
        let mut inner = Scanner { letters, ends, definitions, pieces: Vec::new() };
        inner.scan(from, to, false);
        joined(inner.pieces)
    }

    /// `<https://…>`, or an address of mail.
    fn autolink(&mut self, at: usize, to: usize) -> Option<usize> {
        let allowed = |c: &&char| !c.is_whitespace() && !matches!(c, '<' | '>');
        let url: String = self.letters[at + 1..to].iter().take_while(allowed).take(2048).collect();
        let after = at + 1 + url.chars().count();
        let is_link = self.letters[..to].get(after) == Some(&'>') && (links::has_scheme(&url) || links::is_mail(&url));
        is_link.then(|| {
            let text = url.strip_prefix("mailto:").unwrap_or(&url).to_owned();
            let url = if links::is_mail(&url) { format!("mailto:{url}") } else { url };
            self.pieces.push(Piece::Span(Span::Url { url, text }));
            after + 1
        })
    }

    fn entity(&mut self, at: usize, to: usize) -> usize {
        const ENTITIES: [(&str, char); 7] =
            [("lt;", '<'), ("gt;", '>'), ("amp;", '&'), ("quot;", '"'), ("apos;", '\''), ("#39;", '\''), ("nbsp;", '\u{a0}')];
        let rest = &self.letters[at + 1..to];
        let known = ENTITIES.iter().find(|(name, _)| name.chars().eq(rest.iter().copied().take(name.len())));
        let (letter, length) = known.map_or(('&', 0), |&(name, letter)| (letter, name.len()));
        self.text(Some(letter), at + 1 + length)
    }

    fn mark(&mut self, at: usize, to: usize) -> usize {
        let mark = self.letters[at];
        let count = links::run(&self.letters[..to], at, mark);
        let before = at.checked_sub(1).map_or(' ', |i| self.letters[i]);
        let after = self.letters[..to].get(at + count).copied().unwrap_or(' ');
        // CommonMark 0.31, 6.2: what is left-flanking may open, what is right-flanking may close; `_` not inside a word.
        let flanks = |near: char, far: char| {
            !near.is_whitespace() && (!is_punctuation(near) || far.is_whitespace() || is_punctuation(far))
        };
        let (left, right) = (flanks(after, before), flanks(before, after));
        let (opens, closes) = match mark {
            '_' => (left && (!right || is_punctuation(before)), right && (!left || is_punctuation(after))),
            '~' => (left && count == 2, right && count == 2),
            _ => (left, right),
        };
        self.pieces.push(Piece::Mark { mark, count, opens, closes });
        at + count
    }
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || (!c.is_alphanumeric() && !c.is_whitespace() && !c.is_control() && !c.is_ascii())
}

/// The spans, where what was emphasis is gone, white space is single spaces, and none is at either end.
fn joined(mut pieces: Vec<Piece>) -> Vec<Span> {
    flatten_emphasis(&mut pieces);
    let mut spans: Vec<Span> = Vec::new();
    for piece in pieces {
        let text = match piece {
            Piece::Text(text) | Piece::Span(Span::Text(text)) => text,
            Piece::Mark { mark, count, .. } => std::iter::repeat_n(mark, count).collect(),
            Piece::Span(span) => {
                spans.push(span);
                continue;
            }
        };
        match spans.last_mut() {
            Some(Span::Text(last)) => last.push_str(&text),
            _ => spans.push(Span::Text(text)),
        }
    }
    trimmed(spans)
}

fn trimmed(mut spans: Vec<Span>) -> Vec<Span> {
    let last = spans.len().wrapping_sub(1);
    for (i, span) in spans.iter_mut().enumerate() {
        if let Span::Text(text) = span {
            let mut single = String::with_capacity(text.len());
            for c in text.chars() {
                let space = matches!(c, ' ' | '\n' | '\t' | '\r');
                if !(space && single.ends_with(' ')) {
                    single.push(if space { ' ' } else { c });
                }
            }
            let from = if i == 0 { single.trim_start_matches(' ') } else { &single };
            *text = if i == last { from.trim_end_matches(' ') } else { from }.to_owned();
        }
    }
    spans.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
    spans
}

/// Takes away the marks that are emphasis; the others stay text.
fn flatten_emphasis(pieces: &mut [Piece]) {
    let mut open: HashMap<char, Vec<usize>> = HashMap::new();
    for at in 0..pieces.len() {
        let Piece::Mark { mark, mut count, opens, closes } = pieces[at] else { continue };
        let stack = open.entry(mark).or_default();
        while let Some(&opener) = stack.last().filter(|_| closes && count > 0) {
            if let Piece::Mark { count: left, .. } = &mut pieces[opener] {
                let both = count.min(*left);
                *left -= both;
                count -= both;
                if *left == 0 {
                    stack.pop();
                }
            }
        }
        if let Piece::Mark { count: left, .. } = &mut pieces[at] {
            *left = count;
        }
        if opens && count > 0 {
            stack.push(at);
        }
    }
}
