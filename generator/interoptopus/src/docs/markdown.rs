//! From Markdown, as rustdoc reads it, to a document.

use super::document::{Block, Document, Section, Span, plain};
use super::links;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Parses a whole doc comment.
pub(super) fn parse(markdown: &str) -> Document {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_with_broken_link_callback(markdown, options, Some(undefined));
    let mut builder = Builder { markdown, ..Builder::default() };
    let mut events = parser.into_offset_iter();
    while let Some((event, at)) = events.next() {
        match event {
            // As it is written: what its columns say stays readable where a language's documentation has no tables.
            Event::Start(Tag::Table(_)) => {
                builder.table(at);
                events.by_ref().take_while(|(event, _)| *event != Event::End(TagEnd::Table)).for_each(drop);
            }
            event => builder.event(event),
        }
    }
    builder.end_list();
    builder.document
}

/// A link whose label is not defined leads to the item of that name, if it can be one.
#[expect(clippy::needless_pass_by_value, reason = "as the parser calls it")]
fn undefined<'a>(link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    let target = match link.link_type {
        LinkType::Reference => Some(link.reference.trim_matches('`').to_owned()),
        _ => links::path(&link.reference),
    };
    Some((target?.into(), "".into()))
}

#[derive(Default)]
struct Builder<'a> {
    markdown: &'a str,
    document: Document,
    /// The spans of the block, or of the list's item, that is open.
    spans: Vec<Span>,
    /// The items of the list that is open, those of lists within it included.
    items: Vec<Vec<Span>>,
    /// The number of open lists.
    lists: usize,
    /// The lines and the language of the code block that is open.
    code: Option<(String, Option<String>)>,
    /// The targets of the open links and images, and the number of spans before each; images have no target.
    links: Vec<(Option<String>, usize)>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some((code, _)) => code.push_str(&text),
                None => self.text(&text),
            },
            Event::Code(code) => self.spans.push(Span::Code(code.into_string())),
            Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::FootnoteReference(label) => self.text(&format!("[^{label}]")),
            // A rule says nothing; the others are of extensions that are off.
            Event::Rule | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(_) => {
                self.end_item();
                self.lists += 1;
            }
            // A paragraph within an item goes on with it.
            Tag::Paragraph => self.text(" "),
            Tag::CodeBlock(kind) => {
                self.end_list();
                let language = match kind {
                    CodeBlockKind::Fenced(language) => Some(language.into_string()),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some((String::new(), language));
            }
            Tag::Heading { .. } => self.end_list(),
            Tag::FootnoteDefinition(label) => self.text(&format!("[^{label}]: ")),
            Tag::Link { link_type, dest_url, .. } => {
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                self.links.push((Some(format!("{mail}{}", dest_url.trim_matches('`'))), self.spans.len()));
            }
            Tag::Image { .. } => self.links.push((None, self.spans.len())),
            // Emphasis and quotes are flattened.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock if self.lists == 0 => {
                let spans = self.taken();
                self.paragraph(spans);
            }
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.end_item();
                self.lists -= 1;
                if self.lists == 0 {
                    self.end_list();
                }
            }
            TagEnd::CodeBlock => {
                if let Some((code, language)) = self.code.take() {
                    self.add(Block::Code(shown(code.trim_end_matches('\n'), language.as_deref())));
                }
            }
            TagEnd::Heading(_) => {
                let title = plain(&self.taken());
                self.document.sections.push(Section { title, blocks: Vec::new() });
            }
            TagEnd::Link | TagEnd::Image => self.end_link(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.spans.push(Span::Text(text.to_owned()));
    }

    fn end_link(&mut self) {
        let Some((target, before)) = self.links.pop() else { return };
        let shown = trimmed(self.spans.split_off(before));
        match target {
            Some(target) => self.spans.extend(links::spans(&target, shown)),
            None => self.spans.push(Span::Text(plain(&shown))),
        }
    }

    fn table(&mut self, at: Range<usize>) {
        self.end_list();
        let rows: Vec<&str> = self.markdown[at].lines().map(str::trim).collect();
        self.add(Block::Code(rows.join("\n").trim_end().to_owned()));
    }

    fn end_item(&mut self) {
        let spans = self.taken();
        if self.lists > 0 && !spans.is_empty() {
            self.items.push(spans);
        }
    }

    fn end_list(&mut self) {
        self.end_item();
        if !self.items.is_empty() {
            let items = std::mem::take(&mut self.items);
            self.add(Block::List(items));
        }
    }

    fn taken(&mut self) -> Vec<Span> {
        trimmed(std::mem::take(&mut self.spans))
    }

    fn paragraph(&mut self, spans: Vec<Span>) {
        let Document { summary, body, sections } = &mut self.document;
        if summary.is_empty() && body.is_empty() && sections.is_empty() {
            *summary = spans;
        } else if !spans.is_empty() {
            self.add(Block::Paragraph(spans));
        }
    }

    fn add(&mut self, block: Block) {
        let Document { summary: _, body, sections } = &mut self.document;
        sections.last_mut().map_or(body, |section| &mut section.blocks).push(block);
    }
}

/// The spans with single spaces for white space, none of it at either end, and no two texts behind each other.
fn trimmed(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match (joined.last_mut(), span) {
            (Some(Span::Text(last)), Span::Text(text)) => last.push_str(&text),
            (_, span) => joined.push(span),
        }
    }
    let last = joined.len().wrapping_sub(1);
    for (i, span) in joined.iter_mut().enumerate() {
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
    joined.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
    joined
}

/// The lines of a code block without those that rustdoc hides.
fn shown(code: &str, language: Option<&str>) -> String {
    if !language.is_some_and(is_rust) {
        return code.to_owned();
    }
    let shown = code.lines().filter(|l| !(l.trim() == "#" || l.trim_start().starts_with("# ")));
    shown.map(|l| l.replacen("##", "#", usize::from(l.trim_start().starts_with("##")))).collect::<Vec<_>>().join("\n")
}

/// True if rustdoc takes a code block of this language for Rust, of which it hides lines that begin with `# `.
fn is_rust(language: &str) -> bool {
    let known = ["rust", "ignore", "no_run", "should_panic", "compile_fail"];
    let word = |w: &str| known.contains(&w) || w.starts_with("edition");
    language.split([',', ' ']).filter(|w| !w.is_empty()).all(word)
}
