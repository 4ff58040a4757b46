//! Docstrings: wrapped, and so that nothing breaks out of them.

use interoptopus::Writer;

/// The width that text is wrapped at.
const WIDTH: usize = 120;

/// The text of a docstring, not yet escaped or wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Docstring {
    parts: Vec<DocPart>,
}

/// A part of a docstring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DocPart {
    /// Text that is wrapped.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// Lines of code.
    Code(String),
}

impl Docstring {
    /// A docstring of these parts.
    pub(crate) fn new(parts: Vec<DocPart>) -> Self {
        Docstring { parts }
    }

    /// A docstring of one paragraph.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Docstring { parts: vec![DocPart::Paragraph(text.into())] }
    }

    /// Adds a paragraph.
    pub(crate) fn add(&mut self, paragraph: impl Into<String>) {
        self.parts.push(DocPart::Paragraph(paragraph.into()));
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
            Some(DocPart::Paragraph(summary)) => {
                if !summary.ends_with(['.', '!', '?']) {
                    summary.push('.');
                }
                summary.push(' ');
                summary.push_str(sentence);
            }
            Some(DocPart::Item(_) | DocPart::Code(_)) | None => self.parts.insert(0, DocPart::Paragraph(sentence.to_owned())),
        }
    }

    /// Writes the docstring, if there is one, as it stands at `depth` levels of indentation.
    pub(crate) fn emit(&self, w: &mut Writer, depth: usize) {
        let width = WIDTH.saturating_sub(4 * depth);
        let mut lines: Vec<String> = Vec::new();
        let mut before: Option<&DocPart> = None;
        for part in &self.parts {
            let continues = matches!((before, part), (Some(DocPart::Item(_)), DocPart::Item(_)));
            if before.is_some() && !continues {
                lines.push(String::new());
            }
            match part {
                DocPart::Paragraph(text) => lines.extend(wrapped(text, width, "", "")),
                DocPart::Item(text) => lines.extend(wrapped(text, width, "- ", "  ")),
                DocPart::Code(code) => lines.extend(code.lines().map(|line| format!("    {line}").trim_end().to_owned())),
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
