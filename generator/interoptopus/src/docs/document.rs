//! Parsed documentation.

/// Documentation in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The first paragraph; empty if the docs begin with something else.
    pub summary: Vec<Span>,
    /// The blocks after it, up to the first heading.
    pub body: Vec<Block>,
    /// Each heading with the blocks below it.
    pub sections: Vec<Section>,
}

/// A heading, such as `# Errors`, with the blocks below it, up to the next heading of whatever level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading as plain text.
    pub title: String,
    /// The blocks below it.
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
    /// A link to an item of Rust's: see `model::resolve`.
    Item {
        /// The target of the link, such as `Error::BadName`.
        target: String,
        /// The text that is shown.
        text: String,
        /// True if the text is code.
        code: bool,
    },
    /// A link to anything else.
    Url {
        /// The address.
        url: String,
        /// The text that is shown.
        text: String,
    },
}

impl Span {
    /// The text that is shown, without any markup.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Span::Text(text) | Span::Code(text) | Span::Item { text, .. } | Span::Url { text, .. } => text,
        }
    }
}

/// The text of `spans`, without any markup.
#[must_use]
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(Span::text).collect()
}
