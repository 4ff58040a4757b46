//! Source text with its comments and the insides of its strings blanked out, so that what is left is code.

/// The comments and strings of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    C,
    CSharp,
    Python,
}

/// `text`, byte for byte as long, with spaces for everything in comments and strings but line ends; quotes stay.
pub(super) fn mask(text: &str, syntax: Syntax) -> String {
    let mut mask = Mask { text: text.as_bytes(), out: text.as_bytes().to_vec(), at: 0, syntax };
    mask.code(None);
    // Blanking replaces whole characters, byte by byte.
    String::from_utf8(mask.out).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

struct Mask<'a> {
    text: &'a [u8],
    out: Vec<u8>,
    at: usize,
    syntax: Syntax,
}

impl Mask<'_> {
    fn starts(&self, what: &str) -> bool {
        self.text[self.at..].starts_with(what.as_bytes())
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.text.get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Blanks `n` bytes.
    fn blank(&mut self, n: usize) {
        let end = (self.at + n).min(self.text.len());
        for byte in &mut self.out[self.at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.at = end;
    }

    /// Code until the end, or until `close` where that stands outside of nested braces.
    fn code(&mut self, close: Option<u8>) {
        let mut depth = 0_u32;
        while self.at < self.text.len() {
            match self.peek(0) {
                b'#' if self.syntax == Syntax::Python => self.rest_of_line(),
                b'/' if self.syntax != Syntax::Python && self.starts("//") => self.rest_of_line(),
                b'/' if self.syntax != Syntax::Python && self.starts("/*") => self.block_comment(),
                b'"' => self.string(),
                b'\'' if self.syntax == Syntax::Python => self.string(),
                b'\'' => self.quoted(b'\'', true, true),
                byte if depth == 0 && Some(byte) == close => return,
                byte => {
                    match byte {
                        b'{' => depth += 1,
                        b'}' => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                    self.at += 1;
                }
            }
        }
    }

    fn rest_of_line(&mut self) {
        while self.at < self.text.len() && self.peek(0) != b'\n' {
            // In C a backslash takes the next line into the comment.
            let step = if self.syntax == Syntax::C && self.starts("\\\n") { 2 } else { 1 };
            self.blank(step);
        }
    }

    fn block_comment(&mut self) {
        self.blank(2);
        while self.at < self.text.len() && !self.starts("*/") {
            self.blank(1);
        }
        self.blank(2);
    }

    fn string(&mut self) {
        let quote = self.peek(0);
        let run = self.text[self.at..].iter().take_while(|&&b| b == quote).count();
        match self.syntax {
            Syntax::C => self.quoted(quote, true, true),
            Syntax::Python if run >= 3 => self.tripled(quote),
            Syntax::Python => self.quoted(quote, true, true),
            Syntax::CSharp if run >= 3 => self.raw(run),
            Syntax::CSharp => {
                let prefix = self.prefix();
                let verbatim = prefix.contains(&b'@');
                if prefix.contains(&b'$') { self.interpolated(verbatim) } else { self.quoted(quote, !verbatim, !verbatim) }
            }
        }
    }

    /// The `@` and `$` right before the quote.
    fn prefix(&self) -> &[u8] {
        let begin = self.text[..self.at].iter().rposition(|b| !b"@$".contains(b)).map_or(0, |i| i + 1);
        &self.text[begin..self.at]
    }

    /// A string that ends at its quote; without escapes, at one that is not doubled. On one line, it ends with that.
    fn quoted(&mut self, quote: u8, escapes: bool, one_line: bool) {
        self.at += 1;
        while self.at < self.text.len() {
            match self.peek(0) {
                b'\\' if escapes => self.blank(2),
                b'\n' if one_line => return,
                byte if byte == quote && !escapes && self.peek(1) == quote => self.blank(2),
                byte if byte == quote => break,
                _ => self.blank(1),
            }
        }
        self.at = (self.at + 1).min(self.text.len());
    }

    /// `"""…"""` of Python.
    fn tripled(&mut self, quote: u8) {
        self.at += 3;
        while self.at < self.text.len() && !(self.peek(0) == quote && self.peek(1) == quote && self.peek(2) == quote) {
            let step = if self.peek(0) == b'\\' { 2 } else { 1 };
            self.blank(step);
        }
        self.at = (self.at + 3).min(self.text.len());
    }

    /// A raw string of C#, which ends at as many quotes as it began with.
    fn raw(&mut self, quotes: usize) {
        self.at += quotes;
        while self.at < self.text.len() && !self.text[self.at..].iter().take(quotes).all(|&b| b == b'"') {
            self.blank(1);
        }
        self.at = (self.at + quotes).min(self.text.len());
    }

    /// `$"…"`: between braces there is code, with strings of its own, which is no code that anybody looks for.
    fn interpolated(&mut self, verbatim: bool) {
        self.at += 1;
        while self.at < self.text.len() {
            match self.peek(0) {
                b'\\' if !verbatim => self.blank(2),
                b'\n' if !verbatim => return,
                b'"' if verbatim && self.peek(1) == b'"' => self.blank(2),
                b'"' => break,
                b'{' if self.peek(1) == b'{' => self.blank(2),
                b'{' => {
                    self.blank(1);
                    let begin = self.at;
                    self.code(Some(b'}'));
                    let length = self.at - begin;
                    self.at = begin;
                    self.blank(length + 1);
                }
                _ => self.blank(1),
            }
        }
        self.at = (self.at + 1).min(self.text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn masked(syntax: Syntax, text: &str, expected: &str) {
        let result = mask(text, syntax);
        assert_eq!(result, expected);
        assert_eq!(result.len(), text.len());
    }

    #[test]
    fn comments_and_strings_of_c_are_blank() {
        masked(Syntax::C, "a // TEST(b)\nc", "a           \nc");
        masked(Syntax::C, "a // b \\\nTEST(c)\nd", "a       \n       \nd");
        masked(Syntax::C, "a /* \" */ b", "a         b");
        masked(Syntax::C, r#"f("\"x", '"', c)"#, r#"f("   ", ' ', c)"#);
    }

    #[test]
    fn every_kind_of_csharp_string_ends_where_it_ends() {
        masked(Syntax::CSharp, r#"f("a\"b", c)"#, r#"f("    ", c)"#);
        masked(Syntax::CSharp, "f(@\"a\\\", c, @\"a\"\"b\", d)", "f(@\"  \", c, @\"    \", d)");
        masked(Syntax::CSharp, "f($\"a{b[\"}\"]}c\", d)", "f($\"          \", d)");
        masked(Syntax::CSharp, "f($\"{{\", d)", "f($\"  \", d)");
        masked(Syntax::CSharp, "f(\"\"\"a \"\" b\"\"\", c)", "f(\"\"\"      \"\"\", c)");
        masked(Syntax::CSharp, "f(\"\", c, '\\'', d)", "f(\"\", c, '  ', d)");
    }

    #[test]
    fn every_kind_of_python_string_ends_where_it_ends() {
        masked(Syntax::Python, "'''\ndef test_a():\n''' # b\nc", "'''\n             \n'''    \nc");
        masked(Syntax::Python, r#"f("a'b", 'c"d', r'\'', e)"#, r#"f("   ", '   ', r'  ', e)"#);
    }

    #[test]
    fn what_never_ends_is_no_reason_to_panic() {
        for text in ["\"", "'''", "/*", "\"\"\"", "$\"{", "$\"{\"", "\\", "@\"", "// \\", "ä\"ä"] {
            for syntax in [Syntax::C, Syntax::CSharp, Syntax::Python] {
                assert_eq!(mask(text, syntax).len(), text.len());
            }
        }
    }
}
