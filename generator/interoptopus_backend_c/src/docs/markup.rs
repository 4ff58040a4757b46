//! Rust's docs as Doxygen's markup: nothing in them can end the comment, start a command, or upset a strict compiler.

use interoptopus::docs::{Block, Docs, Span};
use interoptopus_c_syntax::{Comment, Part, opens_block, safe};

/// Turns the target and text of a link to an item into markup; none if no item of C is meant.
pub(crate) type Links<'a> = dyn Fn(&str, &str, bool) -> Option<String> + 'a;

/// The comment that says what `docs` say.
pub(crate) fn comment(docs: &Docs, links: &Links<'_>) -> Comment {
    let document = docs.parse();
    let summary = paragraph(&document.summary, links);
    let body = document.body.iter().filter_map(|block| part(block, links));
    let sections = document.sections.iter().map(|section| Part::Section {
        title: text(&section.title),
        parts: section.blocks.iter().filter_map(|block| part(block, links)).collect(),
    });
    Comment::new(summary.into_iter().chain(body).chain(sections).collect())
}

fn part(block: &Block, links: &Links<'_>) -> Option<Part> {
    match block {
        Block::Paragraph(spans) => paragraph(spans, links),
        Block::List(items) => Some(Part::List(items.iter().map(|item| inline(item, links)).collect())),
        Block::Code(code) => Some(Part::Code(verbatim(code))),
    }
}

fn paragraph(spans: &[Span], links: &Links<'_>) -> Option<Part> {
    let line = inline(spans, links);
    let first = line.split_whitespace().next()?;
    Some(Part::Paragraph(if opens_block(first) { format!("\\{line}") } else { line }))
}

fn inline(spans: &[Span], links: &Links<'_>) -> String {
    let one = |span: &Span| match span {
        Span::Text(plain) => text(plain),
        Span::Code(source) => code(source),
        Span::Item { target, text: shown, code: is_code } => {
            links(target, shown, *is_code).unwrap_or_else(|| if *is_code { code(shown) } else { text(shown) })
        }
        Span::Url { url, text: shown } if url == shown => address(url),
        Span::Url { url, text: shown } => format!("[{}]({})", text(shown), address(url)),
    };
    spacing(&spans.iter().map(one).collect::<String>())
}

/// Text in which no character means anything but itself.
pub(crate) fn text(plain: &str) -> String {
    let letters: Vec<char> = plain.chars().collect();
    let mut escaped = String::with_capacity(plain.len());
    for (i, &letter) in letters.iter().enumerate() {
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        let means_something = match letter {
            '\\' | '@' | '`' => true,
            // Entities, tags, links to names, words that are not to be links, emphasis, links.
            '&' | '%' => next.is_alphanumeric() || next == '#',
            '<' => next.is_alphabetic() || matches!(next, '/' | '!' | '?'),
            '#' => next.is_alphabetic() || next == '_',
            '*' | '[' => !next.is_whitespace() && next != '/',
            '_' => i == 0 || !letters[i - 1].is_alphanumeric(),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    safe(&escaped)
}

/// Plain text of ours in which only what stands between two backticks is marked up, as code.
pub(crate) fn prose(plain: &str) -> String {
    let parts: Vec<&str> = plain.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return text(plain);
    }
    parts.iter().enumerate().map(|(i, part)| if i % 2 == 1 { code(part) } else { text(part) }).collect()
}

/// A code span. Doxygen takes nothing in it for markup.
pub(crate) fn code(source: &str) -> String {
    let source = safe(source.trim());
    if source.contains('`') { format!("`` {source} ``") } else { format!("`{source}`") }
}

/// Lines of code, as they are but for what would end them or the comment. A line keeps its indentation.
fn verbatim(source: &str) -> String {
    let source = source.replace("@endcode", "@ endcode").replace("\\endcode", "\\ endcode");
    source.lines().map(safe).collect::<Vec<_>>().join("\n")
}

fn address(url: &str) -> String {
    let url: String = url.chars().filter(|c| !c.is_whitespace()).collect();
    safe(
        &url.replace("*/", "%2A/")
            .replace("/*", "/%2A")
            .replace('@', "%40")
            .replace('\\', "%5C")
            .replace('(', "%28")
            .replace(')', "%29"),
    )
}

/// Text that was safe in parts, made safe where they meet.
fn spacing(joined: &str) -> String {
    safe(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_links(_: &str, _: &str, _: bool) -> Option<String> {
        None
    }

    #[test]
    fn nothing_ends_a_comment_or_starts_another() {
        for hostile in ["*/", "/*", "a*/b", "**//", "/*/", "*//*", "/**/", "\\*/", "*\u{0}/", "*\n/"] {
            for escaped in [text(hostile), code(hostile), verbatim(hostile), address(hostile)] {
                assert!(!escaped.contains("*/") && !escaped.contains("/*"), "{hostile:?} became {escaped:?}");
            }
            let split: Docs = Docs::new(hostile.replacen('/', "`/`", 1).replacen('*', "`*`", 1));
            assert!(!format!("{:?}", comment(&split, &no_links)).contains("*/"), "{hostile}");
        }
    }

    #[test]
    fn commands_tags_and_links_are_text() {
        assert_eq!(
            text("a@b \\n <b> x < y & z &amp; #1 #name 5% %name"),
            "a\\@b \\\\n \\<b> x < y & z \\&amp; #1 \\#name 5% \\%name"
        );
        assert_eq!(text("snake_case _em_ *em* 2 * 3"), "snake_case \\_em_ \\*em* 2 * 3");
    }

    #[test]
    fn trigraphs_and_characters_that_turn_the_text_are_broken_up() {
        assert_eq!(text("what??/ ??= ???"), "what? ?/ ? ?= ???");
        assert_eq!(text("a\u{202e}b\u{7}"), "aU+202Eb\u{fffd}");
    }

    #[test]
    fn code_keeps_its_lines_and_cannot_end_itself() {
        assert_eq!(verbatim("if x {\n    @endcode\n}"), "if x {\n    @ endcode\n}");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}
