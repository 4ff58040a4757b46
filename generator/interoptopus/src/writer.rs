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
    blank: Blank,
}

#[derive(Debug, PartialEq)]
enum Blank {
    /// At the start of the text or of a block: a blank line would be ugly.
    Never,
    No,
    /// Before the next line, if there is one.
    Pending,
}

impl Writer {
    /// An empty text, whose blocks are indented by `unit`.
    #[must_use]
    pub fn new(unit: &'static str) -> Self {
        Writer { text: String::new(), unit, depth: 0, blank: Blank::Never }
    }

    /// One line; an empty one is as [`blank`](Self::blank).
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if line.is_empty() {
            return self.blank();
        }
        if self.blank == Blank::Pending {
            self.text.push('\n');
        }
        self.blank = Blank::No;
        self.text.extend(std::iter::repeat_n(self.unit, self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Every line of `text`, each indented as the current block is; blank lines in it are kept.
    pub fn lines(&mut self, text: impl AsRef<str>) {
        for line in text.as_ref().lines() {
            self.line(line);
        }
    }

    /// One blank line, unless nothing follows in this block or nothing came before.
    pub fn blank(&mut self) {
        if self.blank == Blank::No {
            self.blank = Blank::Pending;
        }
    }

    /// `open`, then what `body` writes one level deeper, then `close`.
    pub fn block(&mut self, open: impl AsRef<str>, close: impl AsRef<str>, body: impl FnOnce(&mut Self)) {
        self.line(open);
        self.indented(body);
        self.line(close);
    }

    /// What `body` writes, one level deeper.
    pub fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        self.depth += 1;
        self.blank = Blank::Never;
        body(self);
        self.blank = Blank::No;
        self.depth -= 1;
    }

    /// `heading`, and what `body` writes, if it writes anything.
    pub fn section(&mut self, heading: impl AsRef<str>, body: impl FnOnce(&mut Self)) {
        let mut inner = Writer { text: String::new(), unit: self.unit, depth: self.depth, blank: Blank::Never };
        body(&mut inner);
        if !inner.text.is_empty() {
            self.line(heading);
            self.text.push_str(&inner.text);
        }
    }

    /// The whole text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}
