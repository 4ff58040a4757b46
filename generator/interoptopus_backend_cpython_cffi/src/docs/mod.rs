//! Doc comments as docstrings: links become the names that Python users write, and nothing breaks out of the string.

use crate::names::Names;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::docs::{Block, Docs, Document, Section, Span};
use interoptopus::model::{Checked, Item};

/// The width that text is wrapped at.
const WIDTH: usize = 120;

/// The text of a docstring: paragraphs, lists and code, not yet escaped or wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Docstring {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Paragraph(String),
    Item(String),
    Code(String),
}

impl Docstring {
    /// The docs of `item`.
    pub(crate) fn of(types: &Types<'_>, docs: &Docs, item: Item) -> Self {
        Docstring::of_function(types, docs, item, None)
    }

    /// The docs of a function that fails with `exception`.
    pub(crate) fn of_function(types: &Types<'_>, docs: &Docs, item: Item, exception: Option<&str>) -> Self {
        let reader = Reader { inventory: types.inventory, names: types.names, item, exception: exception.unwrap_or("CallError") };
        let Document { summary, body, sections } = docs.parse();
        let mut parts = Vec::new();
        if !summary.is_empty() {
            parts.push(Part::Paragraph(reader.text(&summary)));
        }
        body.iter().for_each(|block| reader.block(block, &mut parts));
        sections.iter().for_each(|section| reader.section(section, &mut parts));
        Docstring { parts }
    }

    /// A docstring of one paragraph.
    #[cfg(test)]
    fn text(text: impl Into<String>) -> Self {
        Docstring { parts: vec![Part::Paragraph(text.into())] }
    }

    /// Adds a paragraph.
    pub(crate) fn add(&mut self, paragraph: impl Into<String>) {
        self.parts.push(Part::Paragraph(paragraph.into()));
    }

    /// Adds what is said of an item that should not be used any more.
    pub(crate) fn add_deprecation(&mut self, note: Option<&str>) {
        match note {
            None => {}
            Some("") => self.add("Deprecated."),
            Some(note) => self.add(format!("Deprecated: {note}")),
        }
    }

    /// Adds to the first paragraph, which is the summary.
    pub(crate) fn add_to_summary(&mut self, sentence: &str) {
        match self.parts.first_mut() {
            Some(Part::Paragraph(summary)) => {
                if !summary.ends_with(['.', '!', '?']) {
                    summary.push('.');
                }
                summary.push(' ');
                summary.push_str(sentence);
            }
            Some(Part::Item(_) | Part::Code(_)) | None => self.parts.insert(0, Part::Paragraph(sentence.to_owned())),
        }
    }

    /// Writes the docstring, if there is one, as it stands at `depth` levels of indentation.
    pub(crate) fn emit(&self, w: &mut Writer, depth: usize) {
        let width = WIDTH.saturating_sub(4 * depth);
        let mut lines: Vec<String> = Vec::new();
        let mut before: Option<&Part> = None;
        for part in &self.parts {
            let continues = matches!((before, part), (Some(Part::Item(_)), Part::Item(_)));
            if before.is_some() && !continues {
                lines.push(String::new());
            }
            match part {
                Part::Paragraph(text) => lines.extend(wrapped(text, width, "", "")),
                Part::Item(text) => lines.extend(wrapped(text, width, "- ", "  ")),
                Part::Code(code) => lines.extend(code.lines().map(|line| format!("    {line}").trim_end().to_owned())),
            }
            before = Some(part);
        }
        let mut lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
        if let Some(last) = lines.last_mut() {
            // A quote before the closing ones would be one of them.
            if let Some(start) = last.strip_suffix('"').filter(|start| !start.ends_with('\\')) {
                *last = format!("{start}\\\"");
            }
        }
        match &mut lines[..] {
            [] => {}
            [only] => w.line(format!("\"\"\"{only}\"\"\"")),
            [first, rest @ ..] => {
                w.line(format!("\"\"\"{first}"));
                rest.iter().for_each(|line| w.line(line));
                w.line("\"\"\"");
            }
        }
    }
}

struct Reader<'a> {
    inventory: &'a Checked,
    names: &'a Names,
    item: Item,
    exception: &'a str,
}

impl Reader<'_> {
    fn block(&self, block: &Block, parts: &mut Vec<Part>) {
        match block {
            Block::Paragraph(spans) => parts.push(Part::Paragraph(self.text(spans))),
            Block::List(items) => parts.extend(items.iter().map(|item| Part::Item(self.text(item)))),
            Block::Code(code) => parts.push(Part::Code(code.clone())),
        }
    }

    /// A section under its title; what a heading of rustdoc's says is said in Python's words.
    fn section(&self, section: &Section, parts: &mut Vec<Part>) {
        let Section { title, blocks } = section;
        let raised = match title.as_str() {
            "Errors" => Some(self.exception),
            "Panics" => Some("PanicError"),
            _ => None,
        };
        let mut blocks = blocks.iter();
        match (raised, blocks.clone().next()) {
            (Some(raised), Some(Block::Paragraph(spans))) => {
                blocks.next();
                let is_variant = matches!(spans.first(), Some(Span::Item { target, .. }) if matches!(self.resolve(target), Some(Item::Variant(..))));
                let link = if is_variant { " with " } else { ": " };
                parts.push(Part::Paragraph(format!("Raises `{raised}`{link}{}", self.text(spans))));
            }
            (Some(raised), _) => parts.push(Part::Paragraph(format!("Raises `{raised}`:"))),
            (None, Some(Block::Paragraph(spans))) => {
                blocks.next();
                parts.push(Part::Paragraph(format!("{title}: {}", self.text(spans))));
            }
            (None, _) => parts.push(Part::Paragraph(format!("{title}:"))),
        }
        blocks.for_each(|block| self.block(block, parts));
    }

    fn text(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(span)).collect()
    }

    fn span(&self, span: &Span) -> String {
        match span {
            Span::Text(text) => text.clone(),
            Span::Code(code) => format!("`{code}`"),
            Span::Item { target, text, code } => match (self.resolve(target), code) {
                // A link that shows something of its own keeps it.
                (Some(item), true) => format!("`{}`", self.names.path(item)),
                (Some(item), false) if is_path(text) => format!("`{}`", self.names.path(item)),
                (Some(item), false) => format!("{text} (`{}`)", self.names.path(item)),
                (None, true) => format!("`{text}`"),
                (None, false) => text.clone(),
            },
            Span::Url { url, text } if url == text => url.clone(),
            Span::Url { url, text } => format!("{text} ({url})"),
        }
    }

    fn resolve(&self, target: &str) -> Option<Item> {
        self.inventory.resolve_in(target, self.item)
    }
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '(' | ')'))
}

/// `text` in lines of up to `width` characters; words are never broken.
fn wrapped(text: &str, width: usize, first: &str, next: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let length = line.chars().count() + 1 + word.chars().count();
        if !is_empty && length > width {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

/// A line of a string in triple quotes, or of a comment.
pub(crate) fn escaped(line: &str) -> String {
    let mut text = String::new();
    for letter in line.chars() {
        match letter {
            '\\' => text.push_str("\\\\"),
            '\t' => text.push(letter),
            // Control characters of any sort: some show code in another order than it is read in.
            _ if letter.is_control()
                || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}') =>
            {
                text.push_str(&format!("\\u{:04x}", u32::from(letter)))
            }
            _ => text.push(letter),
        }
    }
    text.replace("\"\"\"", "\\\"\\\"\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emitted(text: &str) -> String {
        let mut w = Writer::new("    ");
        Docstring::text(text).emit(&mut w, 0);
        w.finish()
    }

    #[test]
    fn nothing_breaks_out_of_a_docstring() {
        assert_eq!(emitted(r#"a \ and """ and "#), "\"\"\"a \\\\ and \\\"\\\"\\\" and\"\"\"\n");
        assert_eq!(emitted(r#"say "yes""#), "\"\"\"say \"yes\\\"\"\"\"\n");
        assert_eq!(emitted(r#"ends with """"#), "\"\"\"ends with \\\"\\\"\\\"\"\"\"\n");
        assert_eq!(emitted("bell\u{7}"), "\"\"\"bell\\u0007\"\"\"\n");
    }

    #[test]
    fn long_text_is_wrapped_between_words() {
        let text = "word ".repeat(40);
        let lines = emitted(text.trim());
        assert!(lines.lines().count() == 3 && lines.lines().all(|line| line.len() <= WIDTH + 3), "{lines}");
    }
}
