//! Doxygen comments: their parts, and how they are set in lines.

use interoptopus::Writer;

/// How long the text in a line may be: with the star in front, and one level of indentation, 123 columns.
const WIDTH: usize = 116;

/// A comment in front of a declaration; nothing is written for one without parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    parts: Vec<Part>,
}

/// A part of a comment. All text is markup already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text that is set in lines.
    Paragraph(String),
    /// Items, each with a dash.
    List(Vec<String>),
    /// Lines of code.
    Code(String),
    /// `@param name text`, `@return text`.
    Command(String),
    /// `@par title`, then its parts.
    Section {
        /// The title.
        title: String,
        /// Below it.
        parts: Vec<Part>,
    },
}

impl Comment {
    /// A comment of `parts`.
    #[must_use]
    pub fn new(parts: Vec<Part>) -> Self {
        Comment { parts }
    }

    /// A comment of ours.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Comment::default().paragraph(text)
    }

    /// With one more paragraph, after the author's and before commands and sections.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<String>) -> Self {
        let at = self.parts.iter().position(|p| matches!(p, Part::Command(_) | Part::Section { .. })).unwrap_or(self.parts.len());
        self.parts.insert(at, Part::Paragraph(text.into()));
        self
    }

    /// With one more part at the end.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// With one more sentence: on the line of the author's if that is all there is.
    #[must_use]
    pub fn sentence(mut self, text: impl AsRef<str>) -> Self {
        if let [Part::Paragraph(only)] = &mut self.parts[..] {
            let stop = if only.ends_with(['.', '!', '?', ':']) { "" } else { "." };
            only.push_str(stop);
            only.push(' ');
            only.push_str(text.as_ref());
            self
        } else {
            self.paragraph(text.as_ref())
        }
    }

    /// With `@param name text`, before the sections.
    #[must_use]
    pub fn param(self, name: &str, text: &str) -> Self {
        self.command(format!("@param {name} {text}"))
    }

    /// With `@return text`, before the sections.
    #[must_use]
    pub fn returns(self, text: &str) -> Self {
        self.command(format!("@return {text}"))
    }

    /// With a command of Doxygen, before the sections.
    #[must_use]
    pub fn command(mut self, text: String) -> Self {
        let at = self.parts.iter().position(|p| matches!(p, Part::Section { .. })).unwrap_or(self.parts.len());
        self.parts.insert(at, Part::Command(text));
        self
    }

    /// On one line if it fits.
    pub fn emit(&self, w: &mut Writer) {
        match &self.parts[..] {
            [] => return,
            [Part::Paragraph(only) | Part::Command(only)] if only.chars().count() <= WIDTH => {
                return w.line(format!("/** {only} */"));
            }
            _ => {}
        }
        w.line("/**");
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 && apart(&self.parts[i - 1], part) {
                w.line(" *");
            }
            part.lines().iter().for_each(|line| w.line(format!(" * {line}").trim_end()));
        }
        w.line(" */");
    }
}

/// Whether an empty line stands between the two: commands and sections stand together with what is below them.
fn apart(above: &Part, below: &Part) -> bool {
    match above {
        Part::Command(_) => false,
        Part::Section { .. } => !matches!(below, Part::Command(_) | Part::Section { .. }),
        Part::Paragraph(_) | Part::List(_) | Part::Code(_) => true,
    }
}

impl Part {
    fn lines(&self) -> Vec<String> {
        match self {
            Part::Paragraph(text) => wrapped(text, ""),
            Part::Command(text) => wrapped(text, "    "),
            Part::List(items) => items.iter().flat_map(|item| wrapped(&format!("- {item}"), "  ")).collect(),
            Part::Code(code) => {
                let code = code.lines().map(str::to_owned);
                ["@code".to_owned()].into_iter().chain(code).chain(["@endcode".to_owned()]).collect()
            }
            Part::Section { title, parts } => {
                let mut lines = vec![format!("@par {title}")];
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        // Doxygen ends a paragraph with a title at an empty line; one without a title continues it.
                        lines.push("@par".to_owned());
                    }
                    lines.extend(part.lines());
                }
                lines
            }
        }
    }
}

/// `text` in lines; `hang` is in front of each but the first. A line never begins with what Markdown would take for a list.
fn wrapped(text: &str, hang: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if opens_block(word) || line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(format!("{hang}{word}")),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Without what compilers see in comments: their end, the start of another (`-Wcomment`), trigraphs (`-Wtrigraphs`), characters
/// that turn the direction of writing (`-Wbidi-chars`), and control characters.
#[must_use]
pub fn safe(any: &str) -> String {
    let mut safe = String::with_capacity(any.len());
    for letter in any.chars() {
        match letter {
            '\n' | '\t' => safe.push(' '),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
                safe.push_str(&format!("U+{:04X}", letter as u32));
            }
            _ if letter.is_control() => safe.push('\u{fffd}'),
            '/' if safe.ends_with('*') => safe.push_str(" /"),
            '*' if safe.ends_with('/') => safe.push_str(" *"),
            '=' | '/' | '\'' | '(' | ')' | '!' | '<' | '>' | '-' if safe.ends_with("??") => {
                safe.insert(safe.len() - 1, ' ');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

/// Whether Markdown would take `word` at the start of a line for the start of a list, heading or quotation.
#[must_use]
pub fn opens_block(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < word.len() && matches!(digits, "." | ")");
    numbered
        || matches!(word, "-" | "+" | "*")
        || word.trim_start_matches('#').is_empty()
        || word.starts_with(['>', '|'])
        || word.starts_with("---")
        || word.starts_with("===")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(comment: &Comment) -> String {
        let mut w = Writer::new("    ");
        comment.emit(&mut w);
        w.finish()
    }

    #[test]
    fn a_short_comment_is_one_line_and_an_empty_one_none() {
        assert_eq!(written(&Comment::text("A point.")), "/** A point. */\n");
        assert_eq!(written(&Comment::default()), "");
        assert_eq!(written(&Comment::default().param("x", "may be null")), "/** @param x may be null */\n");
    }

    #[test]
    fn parts_stand_in_the_order_that_doxygen_readers_expect() {
        let errors = Part::Section { title: "Errors".to_owned(), parts: vec![Part::Paragraph("None.".to_owned())] };
        let comment = Comment::new(vec![Part::Paragraph("Counts.".to_owned()), errors])
            .param("name", "UTF-8")
            .returns("the count")
            .paragraph("A note.");
        assert_eq!(
            written(&comment),
            "/**\n * Counts.\n *\n * A note.\n *\n * @param name UTF-8\n * @return the count\n * @par Errors\n * None.\n */\n"
        );
    }

    #[test]
    fn a_sentence_joins_a_lone_paragraph() {
        assert_eq!(written(&Comment::text("A point").sentence("Of ours.")), "/** A point. Of ours. */\n");
        assert_eq!(written(&Comment::default().sentence("Of ours.")), "/** Of ours. */\n");
    }

    #[test]
    fn no_wrapped_line_begins_a_list() {
        let text = format!("{} - 1. # + x", "word ".repeat(22));
        let lines = wrapped(&text, "");
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[1], "x");
    }
}
