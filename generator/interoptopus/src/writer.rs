//! The writer of all backends: indentation is structural, and blank lines come out right by construction.

/// Builds a text line by line. It cannot fail, and nobody counts spaces.
///
/// ```
/// let mut w = interoptopus::Writer::new("    ");
/// w.block("struct Vec2 {", "};", |w| {
///     w.line("float x;");
///     w.line("float y;");
/// });
/// assert_eq!(w.finish(), "struct Vec2 {\n    float x;\n    float y;\n};\n");
/// ```
#[derive(Debug)]
pub struct Writer {
    text: String,
    unit: &'static str,
    depth: usize,
    /// The number of blank lines before the next line, if there is one.
    pending: usize,
    /// At the start of the text or of a block, where a blank line would be ugly.
    at_start: bool,
}

impl Writer {
    /// An empty text, whose blocks are indented by `unit`.
    #[must_use]
    pub fn new(unit: &'static str) -> Self {
        Writer { text: String::new(), unit, depth: 0, pending: 0, at_start: true }
    }

    /// One line, without white space at its end; an empty one is as [`blank`](Self::blank), and of several each is as
    /// [`lines`](Self::lines) has it.
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref().trim_end();
        if line.contains('\n') {
            return self.lines(line);
        }
        if line.is_empty() {
            return self.blank();
        }
        self.text.extend(std::iter::repeat_n('\n', self.pending));
        (self.pending, self.at_start) = (0, false);
        self.text.extend(std::iter::repeat_n(self.unit, self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Every line of `text`, each indented as the current block is; blank lines within it are kept.
    pub fn lines(&mut self, text: impl AsRef<str>) {
        let mut blanks = 0;
        for line in text.as_ref().lines() {
            if line.trim_end().is_empty() {
                blanks += 1;
                self.blanks(blanks);
            } else {
                blanks = 0;
                self.line(line);
            }
        }
    }

    /// One blank line, unless nothing follows in this block or nothing came before.
    pub fn blank(&mut self) {
        self.blanks(1);
    }

    /// At least `count` blank lines, unless nothing follows in this block or nothing came before.
    pub fn blanks(&mut self, count: usize) {
        if !self.at_start {
            self.pending = self.pending.max(count);
        }
    }

    /// `open`, then what `body` writes one level deeper, then `close`.
    pub fn block(&mut self, open: impl AsRef<str>, close: impl AsRef<str>, body: impl FnOnce(&mut Self)) {
        self.line(open);
        self.indented(body);
        self.line(close);
    }

    /// The text that `body` writes, one level deeper.
    pub fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        let (before, outer) = (self.text.len(), (self.pending, self.at_start));
        self.depth += 1;
        self.at_start = true;
        body(self);
        self.depth -= 1;
        (self.pending, self.at_start) = if self.text.len() == before { outer } else { (0, false) };
    }

    /// `heading`, and what `body` writes, if it writes anything.
    pub fn section(&mut self, heading: impl AsRef<str>, body: impl FnOnce(&mut Self)) {
        let mut inner = Writer { text: String::new(), unit: self.unit, depth: self.depth, pending: 0, at_start: true };
        body(&mut inner);
        if !inner.text.is_empty() {
            self.line(heading);
            self.text.push_str(&inner.text);
            self.pending = inner.pending;
        }
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(body: impl FnOnce(&mut Writer)) -> String {
        let mut w = Writer::new("  ");
        body(&mut w);
        w.finish()
    }

    #[test]
    fn blocks_are_indented_by_their_depth() {
        let text = written(|w| {
            w.block("a {", "}", |w| w.block("b {", "}", |w| w.lines("c\n  d")));
            w.line("e");
        });
        assert_eq!(text, "a {\n  b {\n    c\n      d\n  }\n}\ne\n");
    }

    #[test]
    fn blank_lines_stand_only_between_lines() {
        let text = written(|w| {
            w.blank();
            w.block("a {", "}", |w| {
                w.blank();
                w.line("b");
                w.blank();
                w.blank();
                w.line("");
                w.line("c");
                w.blank();
            });
            w.blank();
            w.block("d {", "}", |_| {});
            w.blank();
        });
        assert_eq!(text, "a {\n  b\n\n  c\n}\n\nd {\n}\n");
    }

    #[test]
    fn as_many_blank_lines_as_were_asked_for_at_once() {
        let text = written(|w| {
            w.line("a");
            w.blank();
            w.blanks(2);
            w.line("b");
            w.lines("c\n\n\nd\n\ne\n\n");
            w.line("f");
        });
        assert_eq!(text, "a\n\n\nb\nc\n\n\nd\n\ne\n\nf\n");
    }

    #[test]
    fn no_line_ends_with_white_space() {
        assert_eq!(written(|w| w.lines("a \n\t\nb\t\r\nc")), "a\n\nb\nc\n");
        assert_eq!(written(|w| w.indented(|w| w.line("a \n  b "))), "  a\n    b\n");
    }

    #[test]
    fn a_section_without_content_leaves_nothing() {
        let text = written(|w| {
            w.line("a");
            w.blank();
            w.section("b:", |w| w.blank());
            w.section("c:", |w| {
                w.blank();
                w.line("d");
                w.blank();
            });
            w.line("e");
        });
        assert_eq!(text, "a\n\nc:\nd\n\ne\n");
    }

    #[test]
    fn a_blank_line_before_an_indented_part_is_kept() {
        let text = written(|w| {
            w.line("a");
            w.blank();
            w.indented(|w| w.line("b"));
            w.blank();
            w.indented(|_| {});
            w.line("c");
        });
        assert_eq!(text, "a\n\n  b\n\nc\n");
    }
}
