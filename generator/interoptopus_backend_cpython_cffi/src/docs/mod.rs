//! Doc comments as docstrings: links become the names that Python users write.

use crate::names::Names;
use crate::syntax::docstrings::{DocPart, Docstring};
use crate::types::table::Types;
use interoptopus::docs::{Block, Docs, Document, Section, Span};
use interoptopus::model::{self, Checked, Item};

/// The docs of `item`.
pub(crate) fn of(types: &Types<'_>, docs: &Docs, item: Item) -> Docstring {
    of_function(types, docs, item, None)
}

/// The docs of a function that fails with `exception`.
pub(crate) fn of_function(types: &Types<'_>, docs: &Docs, item: Item, exception: Option<&str>) -> Docstring {
    let exception = exception.unwrap_or("CallError");
    let reader = Reader { inventory: types.inventory, names: types.names, item, exception };
    let Document { summary, body, sections } = docs.parse();
    let mut parts = Vec::new();
    if !summary.is_empty() {
        parts.push(DocPart::Paragraph(reader.text(&summary)));
    }
    body.iter().for_each(|block| reader.block(block, &mut parts));
    sections.iter().for_each(|section| reader.section(section, &mut parts));
    Docstring::new(parts)
}

struct Reader<'a> {
    inventory: &'a Checked,
    names: &'a Names,
    item: Item,
    exception: &'a str,
}

impl Reader<'_> {
    fn block(&self, block: &Block, parts: &mut Vec<DocPart>) {
        match block {
            Block::Paragraph(spans) => parts.push(DocPart::Paragraph(self.text(spans))),
            Block::List(items) => parts.extend(items.iter().map(|item| DocPart::Item(self.text(item)))),
            Block::Code(code) => parts.push(DocPart::Code(code.clone())),
        }
    }

    /// A section under its title; what a heading of rustdoc's says is said in Python's words.
    fn section(&self, section: &Section, parts: &mut Vec<DocPart>) {
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
                parts.push(DocPart::Paragraph(format!("Raises `{raised}`{link}{}", self.text(spans))));
            }
            (Some(raised), _) => parts.push(DocPart::Paragraph(format!("Raises `{raised}`:"))),
            (None, Some(Block::Paragraph(spans))) => {
                blocks.next();
                parts.push(DocPart::Paragraph(format!("{title}: {}", self.text(spans))));
            }
            (None, _) => parts.push(DocPart::Paragraph(format!("{title}:"))),
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
        model::resolve_in(self.inventory, target, self.item)
    }
}

fn is_path(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '(' | ')'))
}
