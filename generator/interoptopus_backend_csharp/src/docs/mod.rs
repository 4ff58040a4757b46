//! Documentation: Rust's as XML documentation of C#.

pub(crate) mod deprecated;
pub(crate) mod links;

use crate::syntax::{Dialect, Documented, Identifier, Path};
use crate::types::Types;
use interoptopus::docs::{self as parsed, Block, Document, Section, Span};
use interoptopus::model::{self, Item};
use std::fmt::{self, Display, Formatter};

/// Documentation of Rust's.
pub(crate) struct Docs<'a> {
    pub(crate) docs: &'a parsed::Docs,
    /// Which item it is of: what `Self` means in links.
    pub(crate) item: Item,
    /// The parameters, as Rust and as C# calls them.
    pub(crate) parameters: Vec<(&'a str, Identifier)>,
    /// The exception of its errors.
    pub(crate) error: Option<String>,
    /// Paragraphs that are added to the remarks, as XML.
    pub(crate) remarks: Vec<String>,
}

/// The documentation `docs` of `item`.
pub(crate) fn of(types: &Types<'_>, docs: &parsed::Docs, item: Item) -> Documented {
    Docs::new(docs, item).lower(types)
}

/// The remark on memory that users lend to Rust, as XML.
pub(crate) fn lent_memory(dialect: Dialect) -> String {
    let memory = dialect.pick("Spans and arrays", "Arrays");
    format!(
        "{memory} of numbers, and of structs of numbers, are lent to Rust where they are: to write to one before the call has returned, or to\n\
         read one that Rust may write to, in a callback or on another thread, is undefined behaviour."
    )
}

impl<'a> Docs<'a> {
    pub(crate) fn new(docs: &'a parsed::Docs, item: Item) -> Self {
        Docs { docs, item, parameters: Vec::new(), error: None, remarks: Vec::new() }
    }

    /// Empty where Rust says nothing, and nothing is added.
    pub(crate) fn lower(&self, types: &Types<'_>) -> Documented {
        Documented { text: self.text(types), obsolete: deprecated::attribute(types.inventory, self.item) }
    }

    fn text(&self, types: &Types<'_>) -> Vec<String> {
        let Document { summary, body, sections } = self.docs.parse();
        let mut remarks = self.blocks(types, &body);
        let mut exceptions = Vec::new();
        let mut examples = Vec::new();
        for Section { title, blocks } in &sections {
            match (title.to_lowercase().as_str(), &self.error) {
                ("errors", Some(error)) => exceptions.push((error.clone(), blocks)),
                ("panics", _) => exceptions.push((links::cref(types.names, &Path::new("PanicException"), self.item), blocks)),
                ("example" | "examples", _) => examples.extend(self.blocks(types, blocks)),
                _ => {
                    remarks.push(Content::Paragraph(format!("<b>{}</b>", escaped(title))));
                    remarks.extend(self.blocks(types, blocks));
                }
            }
        }
        remarks.extend(self.remarks.iter().cloned().map(Content::Paragraph));
        let summary = (!summary.is_empty()).then(|| format!("<summary>{}</summary>", self.spans(types, &summary)));
        let exception = |(cref, blocks): (String, &Vec<Block>)| {
            element("exception", &format!(" cref=\"{cref}\""), &self.blocks(types, blocks))
        };
        let mut text: Vec<String> = summary.into_iter().chain(element("remarks", "", &remarks)).collect();
        text.extend(exceptions.into_iter().filter_map(exception));
        text.extend(element("example", "", &examples));
        text
    }

    fn blocks(&self, types: &Types<'_>, blocks: &[Block]) -> Vec<Content> {
        let block = |block: &Block| match block {
            Block::Paragraph(spans) => Content::Paragraph(self.spans(types, spans)),
            Block::List(items) => {
                let item = |spans: &Vec<Span>| format!("\n<item><description>{}</description></item>", self.spans(types, spans));
                Content::Element(format!("<list type=\"bullet\">{}\n</list>", items.iter().map(item).collect::<String>()))
            }
            Block::Code(code) => Content::Element(format!("<code>\n{}\n</code>", escaped(code))),
        };
        blocks.iter().map(block).collect()
    }

    fn spans(&self, types: &Types<'_>, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(types, span)).collect()
    }

    fn span(&self, types: &Types<'_>, span: &Span) -> String {
        match span {
            Span::Text(text) => escaped(text),
            Span::Code(code) => match self.parameters.iter().find(|(rust, _)| rust == code) {
                Some((_, name)) => format!("<paramref name=\"{}\"/>", name.word()),
                None => format!("<c>{}</c>", escaped(code)),
            },
            Span::Item { target, text, code } => {
                match model::resolve_in(types.inventory, target, self.item).map(|item| links::to(types, item, self.item)) {
                    Some(cref) if *code => format!("<see cref=\"{cref}\"/>"),
                    Some(cref) => format!("<see cref=\"{cref}\">{}</see>", escaped(text)),
                    None if *code => format!("<c>{}</c>", escaped(text)),
                    None => escaped(text),
                }
            }
            Span::Url { url, text } => format!("<see href=\"{}\">{}</see>", escaped(url), escaped(text)),
        }
    }
}

/// A part of an element's content.
enum Content {
    Paragraph(String),
    /// An element of several lines.
    Element(String),
}

impl Display for Content {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Content::Paragraph(text) => write!(f, "<para>{text}</para>"),
            Content::Element(text) => f.write_str(text),
        }
    }
}

/// The element `name` with `attributes`, on a line if its content is one; none without content.
fn element(name: &str, attributes: &str, content: &[Content]) -> Option<String> {
    match content {
        [] => None,
        [Content::Paragraph(text)] if !text.contains('\n') => Some(format!("<{name}{attributes}>{text}</{name}>")),
        _ => {
            let content: Vec<_> = content.iter().map(Content::to_string).collect();
            Some(format!("<{name}{attributes}>\n{}\n</{name}>", content.join("\n")))
        }
    }
}

/// Text that XML reads as text: it cannot end an element, an attribute or a line.
fn escaped(text: &str) -> String {
    let is_xml = |c: &char| matches!(c, '\n' | '\t') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let escape = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => other.to_string(),
    };
    // C# also ends a line at these.
    text.chars()
        .map(|c| if matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(is_xml)
        .map(escape)
        .collect()
}
