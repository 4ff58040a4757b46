//! Documentation: the Markdown of a doc comment, parsed once for all languages, so that each can render it in its own form.

#[cfg(feature = "generate")]
mod blocks;
#[cfg(feature = "generate")]
mod document;
#[cfg(feature = "generate")]
mod inline;
#[cfg(feature = "generate")]
mod links;

#[cfg(feature = "generate")]
pub use document::{Block, Document, Section, Span, plain};

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

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The Markdown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the Markdown says. Any text is accepted: what is no Markdown is text.
    #[cfg(feature = "generate")]
    #[must_use]
    pub fn parse(&self) -> Document {
        blocks::parse(&self.0)
    }
}

fn unindented(markdown: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let lines: Vec<&str> = markdown.lines().map(str::trim_end).collect();
    let shared = lines.iter().filter(|l| !l.is_empty()).map(|l| indentation(l)).min().unwrap_or(0);
    let text = lines.iter().map(|l| l.get(shared..).unwrap_or_default()).collect::<Vec<_>>().join("\n");
    text.trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests;
