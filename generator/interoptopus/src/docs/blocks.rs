//! Splits Markdown into blocks: paragraphs, lists, code, headings, link definitions.

use super::inline::{self, Definitions};
use super::{Block, Document, Section, plain};

/// Parses a whole doc comment.
pub(super) fn parse(markdown: &str) -> Document {
    let (lines, definitions) = without_definitions(markdown);
    let mut parser = Parser { definitions: &definitions, document: Document::default(), open: Open::Nothing };
    let mut lines = lines.into_iter().peekable();
    let mut after_blank = true;
    while let Some(line) = lines.next() {
        if let Some(fence) = Fence::opened_by(line) {
            let inside: Vec<&str> = lines.by_ref().take_while(|l| !fence.is_closed_by(l)).collect();
            parser.push(Block::Code(fence.code(&inside)));
        } else if is_indented_code(line) && after_blank && !matches!(parser.open, Open::List(_)) {
            let mut code = vec![&line[4..]];
            while let Some(next) = lines.next_if(|l| l.trim().is_empty() || is_indented_code(l)) {
                code.push(next.get(4..).unwrap_or_default());
            }
            parser.push(Block::Code(code.join("\n").trim_end().to_owned()));
        } else if matches!(parser.open, Open::Nothing) && lines.peek().is_some_and(|next| is_table(line, next)) {
            let mut rows = vec![line.trim()];
            while let Some(next) = lines.next_if(|l| l.contains('|')) {
                rows.push(next.trim());
            }
            // As it was written: what its columns say stays readable where a language's documentation has no tables.
            parser.push(Block::Code(rows.join("\n")));
        } else {
            parser.line(line, after_blank);
        }
        after_blank = line.trim().is_empty();
    }
    parser.finish()
}

struct Parser<'a> {
    definitions: &'a Definitions,
    document: Document,
    open: Open,
}

/// What further lines may continue.
enum Open {
    Nothing,
    Paragraph(String),
    List(Vec<String>),
}

impl Parser<'_> {
    fn line(&mut self, line: &str, after_blank: bool) {
        let text = line.trim_start().trim_start_matches('>').trim();
        if text.is_empty() {
            if let Open::Paragraph(_) = self.open {
                self.close();
            }
        } else if let Some(title) = atx_heading(line) {
            self.heading(title);
        } else if is_underline(text) {
            // Below a paragraph it makes that a heading; elsewhere it is a rule, which says nothing.
            match std::mem::replace(&mut self.open, Open::Nothing) {
                Open::Paragraph(title) => self.heading(&title),
                other @ (Open::Nothing | Open::List(_)) => {
                    self.open = other;
                    self.close();
                }
            }
        } else if let Some(item) = list_item(text, matches!(self.open, Open::Paragraph(_))) {
            if let Open::List(items) = &mut self.open {
                items.push(item.to_owned());
            } else {
                self.close();
                self.open = Open::List(vec![item.to_owned()]);
            }
        } else {
            let ends_list = after_blank && !line.starts_with("  ") && matches!(self.open, Open::List(_));
            if ends_list {
                self.close();
            }
            match &mut self.open {
                Open::Paragraph(open) => append(open, text),
                Open::List(items) => items.last_mut().into_iter().for_each(|item| append(item, text)),
                Open::Nothing => self.open = Open::Paragraph(text.to_owned()),
            }
        }
    }

    fn heading(&mut self, title: &str) {
        self.close();
        let title = plain(&inline::parse(title, self.definitions));
        self.document.sections.push(Section { title, blocks: Vec::new() });
    }

    fn close(&mut self) {
        match std::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => {}
            Open::Paragraph(text) => {
                let spans = inline::parse(&text, self.definitions);
                let is_first =
                    self.document.sections.is_empty() && self.document.body.is_empty() && self.document.summary.is_empty();
                if is_first {
                    self.document.summary = spans;
                } else if !spans.is_empty() {
                    self.add(Block::Paragraph(spans));
                }
            }
            Open::List(items) => {
                let items = items.iter().map(|item| inline::parse(item, self.definitions)).collect();
                self.add(Block::List(items));
            }
        }
    }

    fn push(&mut self, block: Block) {
        self.close();
        self.add(block);
    }

    fn add(&mut self, block: Block) {
        let Document { summary: _, body, sections } = &mut self.document;
        sections.last_mut().map_or(body, |section| &mut section.blocks).push(block);
    }

    fn finish(mut self) -> Document {
        self.close();
        self.document
    }
}

fn append(to: &mut String, text: &str) {
    to.push('\n');
    to.push_str(text);
}

/// The lines, and the targets of `[text]: target`, which are no lines.
fn without_definitions(markdown: &str) -> (Vec<&str>, Definitions) {
    let mut definitions = Definitions::new();
    let mut kept = Vec::new();
    let mut fence: Option<Fence<'_>> = None;
    for line in markdown.lines() {
        match &fence {
            Some(open) if open.is_closed_by(line) => fence = None,
            Some(_) => {}
            None => fence = Fence::opened_by(line),
        }
        match fence.is_none().then(|| definition(line)).flatten() {
            Some((label, target)) => drop(definitions.entry(inline::label(label)).or_insert_with(|| target.to_owned())),
            None => kept.push(line),
        }
    }
    (kept, definitions)
}

fn definition(line: &str) -> Option<(&str, &str)> {
    let (label, target) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
    let target = target.trim().split(char::is_whitespace).next()?;
    let target = target.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(target);
    let footnote = label.starts_with('^');
    (!label.trim().is_empty() && !footnote && !label.contains(['[', ']']) && !target.is_empty()).then_some((label, target))
}

struct Fence<'a> {
    mark: char,
    length: usize,
    indentation: usize,
    language: &'a str,
}

impl<'a> Fence<'a> {
    fn opened_by(line: &'a str) -> Option<Self> {
        let text = line.trim_start();
        let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let language = text.trim_start_matches(mark);
        let length = text.len() - language.len();
        // Behind backticks, a third one would make it inline code.
        let is_fence = length >= 3 && !(mark == '`' && language.contains('`'));
        is_fence.then(|| Fence { mark, length, indentation: line.len() - text.len(), language: language.trim() })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.chars().all(|c| c == self.mark)
    }

    fn code(&self, lines: &[&str]) -> String {
        let unindented = lines.iter().map(|l| {
            let spaces = l.len() - l.trim_start_matches(' ').len();
            &l[spaces.min(self.indentation)..]
        });
        if !self.is_rust() {
            return unindented.collect::<Vec<_>>().join("\n");
        }
        let shown = unindented.filter(|l| !(l.trim() == "#" || l.trim_start().starts_with("# ")));
        shown.map(|l| l.replacen("##", "#", usize::from(l.trim_start().starts_with("##")))).collect::<Vec<_>>().join("\n")
    }

    /// Whether rustdoc takes it for Rust, of which it hides lines that begin with `# `.
    fn is_rust(&self) -> bool {
        let known = ["rust", "ignore", "no_run", "should_panic", "compile_fail"];
        let word = |w: &str| known.contains(&w) || w.starts_with("edition");
        self.language.split([',', ' ']).filter(|w| !w.is_empty()).all(word)
    }
}

/// Whether two lines begin a table: a row, and dashes for each of its columns.
fn is_table(row: &str, below: &str) -> bool {
    let cells = |line: &str| line.trim().trim_start_matches('|').trim_end_matches('|').split('|').count();
    let is_dashes = |cell: &str| {
        let cell = cell.trim();
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.chars().all(|c| c == '-')
    };
    let mut dashes = below.trim().trim_start_matches('|').trim_end_matches('|').split('|');
    row.contains('|') && below.contains('|') && dashes.all(is_dashes) && cells(row) == cells(below)
}

fn is_indented_code(line: &str) -> bool {
    line.starts_with("    ") && !line.trim().is_empty()
}

fn atx_heading(line: &str) -> Option<&str> {
    let text = line.trim();
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    let is_heading = (1..=6).contains(&level) && (title.is_empty() || title.starts_with([' ', '\t']));
    let unclosed = title.trim_end_matches('#');
    let title = if unclosed.is_empty() || unclosed.ends_with([' ', '\t']) { unclosed } else { title };
    is_heading.then(|| title.trim())
}

fn is_underline(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let all = |mark: char| bare.chars().all(|c| c == mark);
    (all('=') && bare.len() == text.len()) || (bare.len() >= 3 && (all('-') || all('*') || all('_')))
}

/// The text of a list's item; in a paragraph, only a list that begins with 1 may begin.
fn list_item(text: &str, in_paragraph: bool) -> Option<&str> {
    let marked = |rest: &'_ str| rest.starts_with([' ', '\t']);
    if let Some(rest) = text.strip_prefix(['-', '*', '+']) {
        return marked(rest).then(|| rest.trim());
    }
    let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let allowed = if in_paragraph { &text[..number] == "1" } else { (1..=9).contains(&number) };
    let rest = text[number..].strip_prefix(['.', ')'])?;
    (allowed && marked(rest)).then(|| rest.trim())
}
