//! Documentation: the Markdown of a doc comment, parsed once for all languages, so that each can render it in its own form.

#[cfg(feature = "generate")]
mod document;
#[cfg(feature = "generate")]
mod links;
#[cfg(feature = "generate")]
mod markdown;

#[cfg(feature = "generate")]
pub use document::{Block, Document, Section, Span, plain};

#[cfg(feature = "generate")]
use std::borrow::Cow;

/// The Markdown of a doc comment, as rustdoc would read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Docs(String);

impl Docs {
    /// The docs that are `markdown`, without the indentation that all its lines share, and without blank lines around it.
    #[must_use]
    pub fn new(markdown: impl Into<String>) -> Self {
        Docs(unindented(&markdown.into()))
    }

    /// True if there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The Markdown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The parsed Markdown. Any text is accepted: what is no Markdown is text. Characters that turn the direction of writing are
    /// written as `U+202E`: in a source file of any language they can make code look like what it is not.
    #[cfg(feature = "generate")]
    #[must_use]
    pub fn parse(&self) -> Document {
        markdown::parse(&visible(&self.0))
    }
}

/// The text with the names of characters that show nothing and change what others look like.
#[cfg(feature = "generate")]
fn visible(text: &str) -> Cow<'_, str> {
    let turns = |c: char| matches!(c, '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    let written = |c: char| if turns(c) { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
    Cow::Owned(text.chars().map(written).collect())
}

fn unindented(markdown: &str) -> String {
    let mut shared = usize::MAX;
    for line in markdown.lines() {
        let line = line.trim_end();
        if !line.is_empty() {
            shared = shared.min(line.len() - line.trim_start_matches(' ').len());
        }
    }
    let mut text = String::new();
    for line in markdown.lines() {
        text.push_str(line.trim_end().get(shared..).unwrap_or_default());
        text.push('\n');
    }
    text.trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests;
