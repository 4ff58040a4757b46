//! Documents that are read from rustdoc's Markdown.

use super::{Block, Docs, Document, Section, Span, plain};

fn text(text: &str) -> Span {
    Span::Text(text.to_owned())
}

fn code(text: &str) -> Span {
    Span::Code(text.to_owned())
}

fn item(target: &str, text: &str, code: bool) -> Span {
    Span::Item { target: target.to_owned(), text: text.to_owned(), code }
}

fn url(url: &str, text: &str) -> Span {
    Span::Url { url: url.to_owned(), text: text.to_owned() }
}

fn parsed(markdown: &str) -> Document {
    Docs::new(markdown).parse()
}

/// The first paragraph.
fn spans(markdown: &str) -> Vec<Span> {
    parsed(markdown).summary
}

fn paragraph(content: &str) -> Block {
    Block::Paragraph(vec![text(content)])
}

#[test]
fn docs_are_a_summary_a_body_and_sections() {
    let document = parsed(" Counts.\n Twice.\n\n More.\n\n # Errors\n None.\n\n ## Deeper\n\n Below.\n\n # Panics");
    assert_eq!(
        document,
        Document {
            summary: vec![text("Counts. Twice.")],
            body: vec![paragraph("More.")],
            sections: vec![
                Section { title: "Errors".to_owned(), blocks: vec![paragraph("None.")] },
                Section { title: "Deeper".to_owned(), blocks: vec![paragraph("Below.")] },
                Section { title: "Panics".to_owned(), blocks: vec![] },
            ],
        }
    );
}

#[test]
fn there_may_be_nothing_or_no_summary() {
    for nothing in ["", " ", "\n\n", " \n\t\n"] {
        assert!(Docs::new(nothing).is_empty(), "{nothing:?}");
        assert_eq!(parsed(nothing), Document::default());
    }
    let list_first = parsed("- a\n\nText.");
    assert_eq!((list_first.summary, list_first.body.len()), (vec![], 2));
    let heading_first = parsed("# Safety\nText.");
    assert_eq!((heading_first.summary, heading_first.body, heading_first.sections.len()), (vec![], vec![], 1));
}

#[test]
fn the_indentation_that_all_lines_share_is_no_code() {
    assert_eq!(Docs::new("    A.\n\n    B.  \n").as_str(), "A.\n\nB.");
    assert_eq!(Docs::new("\n  A\n   B\n").as_str(), "A\n B");
    assert_eq!(Docs::new("A\r\nB").as_str(), "A\nB");
}

#[test]
fn headings_are_atx_or_underlined() {
    for markdown in ["# The `title` #", "### The *title*", "The title\n===", "The\ntitle\n---", " #\tThe title"] {
        let document = parsed(&format!("{markdown}\ntext"));
        let title = document.sections.first().map(|s| s.title.as_str());
        assert_eq!(title, Some("The title"), "{markdown}");
    }
    for markdown in ["#hash", "####### seven", "\\# escaped"] {
        assert_eq!(parsed(markdown).sections, [], "{markdown}");
    }
    assert_eq!(parsed("a\n\n---\n\nb").body, [paragraph("b")], "a rule is nothing");
    assert_eq!(parsed("# C#").sections[0].title, "C#");
}

#[test]
fn lists_keep_their_items_whatever_marks_them() {
    for markdown in [
        "- a\n- b `c`",
        "* a\n* b `c`",
        "+ a\n+ b `c`",
        "1. a\n2. b `c`",
        "1) a\n2) b `c`",
        "- a\n\n- b\n  `c`",
        "- a\n- b\n`c`",
        "- a\n  - b `c`",
    ] {
        let document = parsed(&format!("Text.\n\n{markdown}\n\nAfter."));
        let list = Block::List(vec![vec![text("a")], vec![text("b "), code("c")]]);
        assert_eq!(document.body, [list, paragraph("After.")], "{markdown}");
    }
    assert_eq!(parsed("Text\n- a").body, [Block::List(vec![vec![text("a")]])], "a list interrupts a paragraph");
    assert_eq!(spans("In\n1984. it was"), [text("In 1984. it was")], "a number that is not 1 does not");
    assert_eq!(spans("-1 is negative, *this* is emphasis"), [text("-1 is negative, this is emphasis")]);
    let with_code = parsed("- a\n\n  ```\n  x\n  ```\n- b");
    assert_eq!(
        with_code.body,
        [Block::List(vec![vec![text("a")]]), Block::Code("x".to_owned()), Block::List(vec![vec![text("b")]])]
    );
}

#[test]
fn code_blocks_are_kept_as_they_are() {
    let document = parsed("Text.\n```text\n# not a heading\n\n  [not](a link)\n```\nAfter.");
    assert_eq!(document.body, [Block::Code("# not a heading\n\n  [not](a link)".to_owned()), paragraph("After.")]);
    assert_eq!(parsed("~~~~ c\n```\n~~~~").body, [Block::Code("```".to_owned())]);
    assert_eq!(parsed("```\nnever closed").body, [Block::Code("never closed".to_owned())]);
    assert_eq!(
        parsed("Text.\n\n    indented\n\n      code\n\nAfter.").body,
        [Block::Code("indented\n\n  code".to_owned()), paragraph("After.")]
    );
    assert_eq!(spans("Text\n    that goes on"), [text("Text that goes on")]);
    assert_eq!(spans("```not a fence``` here"), [code("not a fence"), text(" here")]);
}

#[test]
fn lines_that_rustdoc_hides_are_not_shown() {
    for language in ["", "rust", "no_run", "rust,should_panic", "edition2024", "ignore"] {
        let document = parsed(&format!("```{language}\n# use x;\n#\nf();\n## a\n#[b]\n```"));
        assert_eq!(document.body, [Block::Code("f();\n# a\n#[b]".to_owned())], "{language}");
    }
    assert_eq!(parsed("```python\n# a comment\n```").body, [Block::Code("# a comment".to_owned())]);
}

#[test]
fn inline_code_is_code_and_nothing_else() {
    assert_eq!(spans("a `b*c*` d"), [text("a "), code("b*c*"), text(" d")]);
    assert_eq!(spans("`` a`b ``"), [code("a`b")]);
    assert_eq!(spans("`[x](y)` `\\`"), [code("[x](y)"), text(" "), code("\\")]);
    assert_eq!(spans("`a\nb`"), [code("a b")]);
    assert_eq!(spans("not `closed"), [text("not `closed")]);
    assert_eq!(spans("`` not ` closed"), [text("`` not ` closed")]);
}

#[test]
fn links_to_items_keep_their_target_and_their_text() {
    for (markdown, expected) in [
        ("[`Vec2`]", item("Vec2", "Vec2", true)),
        ("[Vec2]", item("Vec2", "Vec2", false)),
        ("[`Error::BadName`]", item("Error::BadName", "Error::BadName", true)),
        ("[`push()`]", item("push()", "push()", true)),
        ("[`fn@visit`]", item("fn@visit", "fn@visit", true)),
        ("[the *point*](Vec2)", item("Vec2", "the point", false)),
        ("[the point](`Vec2`)", item("Vec2", "the point", false)),
        ("[`p`](crate::Vec2 \"A title\")", item("crate::Vec2", "p", true)),
        ("[a `p`](Self::x)", item("Self::x", "a p", false)),
        ("[the point][Vec2]", item("Vec2", "the point", false)),
        ("[the point][`Vec2`]", item("Vec2", "the point", false)),
        ("[`Vec2`][]", item("Vec2", "Vec2", true)),
        ("[the point]", item("crate::Vec2", "the point", false)),
        ("[`p`][The  Point]", item("crate::Vec2", "p", true)),
        ("[`q`]", item("crate::Q", "q", true)),
    ] {
        let document = parsed(&format!("{markdown}\n\n[the point]: crate::Vec2 \"title\"\n[`q`]: <crate::Q>"));
        assert_eq!((document.summary, document.body), (vec![expected], vec![]), "{markdown}");
    }
}

#[test]
fn links_to_pages_are_urls() {
    assert_eq!(
        spans("[a `b`](https://example.org/x_(y)?a=1 'title')."),
        [url("https://example.org/x_(y)?a=1", "a b"), text(".")]
    );
    assert_eq!(spans("[a](<https://example.org/a b>)"), [url("https://example.org/a b", "a")]);
    assert_eq!(spans("see <https://example.org/_a_>"), [text("see "), url("https://example.org/_a_", "https://example.org/_a_")]);
    assert_eq!(spans("<a@example.org>"), [url("mailto:a@example.org", "a@example.org")]);
    assert_eq!(spans("[a][b]\n\n[b]: https://example.org"), [url("https://example.org", "a")]);
    assert_eq!(spans("[`a`](#errors) [b](../x.html)"), [code("a"), text(" b")], "what leads nowhere is what it shows");
    assert_eq!(spans("[a](C:/x)"), [text("a")], "a drive is no scheme");
}

#[test]
fn brackets_that_are_no_links_are_text() {
    for markdown in ["[0, 1]", "[a b]", "[", "]", "[]", "a[", "[x](", "[x y][", "![", "[^1]", "[ ]", "a [0]"] {
        let expected = if markdown == "[x](" { vec![item("x", "x", false), text("(")] } else { vec![text(markdown)] };
        assert_eq!(spans(markdown), expected, "{markdown}");
    }
    assert_eq!(spans("\\[`a`\\]"), [text("["), code("a"), text("]")]);
    let footnote = parsed("a [^1]\n\n[^1]: b");
    assert_eq!((footnote.summary, footnote.body), (vec![text("a [^1]")], vec![paragraph("[^1]: b")]));
    assert_eq!(spans("![an image](x.png)"), [text("an image")]);
}

#[test]
fn emphasis_is_flattened_and_what_is_no_emphasis_is_kept() {
    for (markdown, expected) in [
        ("*a* _b_ **c** __d__ ***e*** ~~f~~", "a b c d e f"),
        ("**a *b* c**", "a b c"),
        ("snake_case_name and _this_", "snake_case_name and this"),
        ("_half_of_a_name", "_half_of_a_name"),
        ("half_of_a_name_", "half_of_a_name_"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a*b*c", "abc"),
        ("*open", "*open"),
        ("**half*", "*half"),
        ("\\*kept\\*", "*kept*"),
        ("a ~ b ~ c", "a ~ b ~ c"),
        ("(*a*)", "(a)"),
        ("*`code`*", "code"),
    ] {
        assert_eq!(plain(&spans(markdown)), expected, "{markdown}");
    }
}

#[test]
fn entities_escapes_and_line_breaks_are_what_they_mean() {
    assert_eq!(spans("a &lt; b &amp;&amp; c &gt; &quot;d&quot; & e &unknown;"), [text("a < b && c > \"d\" & e &unknown;")]);
    assert_eq!(spans("a  \nb\\\nc\n\td"), [text("a b c d")]);
    assert_eq!(spans("a \\ b \\n \\\\ C:\\dir"), [text("a \\ b \\n \\ C:\\dir")]);
    assert_eq!(spans("> quoted\n> text"), [text("quoted text")]);
}

#[test]
fn no_text_is_too_odd() {
    // All short texts over what means something, and random longer ones; every letter that is no markup must come out.
    let letters: Vec<char> = "a `*_[]()<>!\\#-1.:&~\n\"é@".chars().collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for length in 0..60 {
        for _ in 0..400 {
            let markdown: String = (0..length).map(|_| letters[random(letters.len())]).collect();
            let document = parsed(&markdown);
            assert_eq!(document, parsed(&markdown));
        }
    }
    for first in &letters {
        for second in &letters {
            for third in &letters {
                parsed(&format!("{first}{second}{third}"));
                parsed(&format!("x{first}{second}{third}{first}y"));
            }
        }
    }
}

#[test]
fn long_odd_texts_take_no_long_time() {
    let before = std::time::Instant::now();
    for unit in [
        "[", "(", "]", "[a](", "`", "`` ` ", "*", "*a", "_a_", "<", "<a", "&", "\\", "- ", "# ", "```\n", "[a]: b\n", "> ", "![",
        "~~a", "    a\n",
    ] {
        parsed(&unit.repeat(20_000));
    }
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}

#[test]
fn what_turns_the_direction_of_writing_is_named() {
    let document = parsed("A \u{202e}b`c\u{2066}`\u{2069}.\n\n```\nx\u{200f}\n```");
    assert_eq!(document.summary, [text("A U+202Eb"), code("cU+2066"), text("U+2069.")]);
    assert_eq!(document.body, [Block::Code("xU+200F".to_owned())]);
    assert_eq!(Docs::new("\u{202e}").as_str(), "\u{202e}", "the Markdown is the author's");
    assert_eq!(spans("שלום ü"), [text("שלום ü")]);
}

#[test]
fn a_table_is_kept_as_it_is_written() {
    let document =
        parsed("What a code means:\n\n| code | what |\n|------|:----:|\n| 1    | one  |\n\nNothing else.\n\na | b\nc | d");
    let table = "| code | what |\n|------|:----:|\n| 1    | one  |";
    assert_eq!(plain(&document.summary), "What a code means:");
    assert_eq!(document.body[0], Block::Code(table.to_owned()));
    assert!(matches!(&document.body[1], Block::Paragraph(_)));
    assert!(matches!(&document.body[2], Block::Paragraph(spans) if plain(spans).contains("a | b")));
}
