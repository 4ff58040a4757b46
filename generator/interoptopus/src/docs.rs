//! Documentation: the Markdown of a doc comment, parsed once for all languages, so that each can render it in its own form.

mod blocks;
mod inline;
mod links;

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
    #[must_use]
    pub fn parse(&self) -> Document {
        blocks::parse(&self.0)
    }
}

/// Documentation in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The first paragraph; empty if the docs begin with something else.
    pub summary: Vec<Span>,
    /// What follows it, up to the first heading.
    pub body: Vec<Block>,
    /// Each heading with what stands below it.
    pub sections: Vec<Section>,
}

/// A heading, such as `# Errors`, with what stands below it, up to the next heading of whatever level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading as plain text.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A part of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list, numbered or not; the items of nested lists follow the item that they belong to.
    List(Vec<Vec<Span>>),
    /// Code, whose lines are kept as they are, without a newline at the end. Lines that rustdoc hides are not in it.
    Code(String),
}

/// A part of a line. Emphasis is flattened, line breaks are spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// `Code`.
    Code(String),
    /// A link to an item of Rust's: see [`Inventory::resolve`](crate::Inventory::resolve).
    Item {
        /// What the link leads to, such as `Error::BadName`.
        target: String,
        /// What is shown.
        text: String,
        /// Whether what is shown is code.
        code: bool,
    },
    /// A link to anything else.
    Url {
        /// The address.
        url: String,
        /// What is shown.
        text: String,
    },
}

impl Span {
    /// What is shown, without any markup.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Span::Text(text) | Span::Code(text) | Span::Item { text, .. } | Span::Url { text, .. } => text,
        }
    }
}

/// What `spans` show, without any markup.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect()
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
