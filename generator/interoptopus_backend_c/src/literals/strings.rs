//! Texts.

/// The longest literal that C99 promises to take.
const LONGEST: usize = 4095;

/// Whether C99 has a literal for so long a text.
pub(crate) fn has_literal(text: &str) -> bool {
    text.len() <= LONGEST
}

/// `text` as a literal: pure ASCII, so that it is UTF-8 whatever the compiler takes the file for, and without trigraphs. Octal escapes end
/// after three digits, hexadecimal ones nowhere.
pub(crate) fn literal(text: &str) -> String {
    format!("\"{}\"", text.bytes().map(escaped).collect::<String>())
}

/// `text` as the initialiser of an array, one character a byte, and the NUL.
pub(crate) fn characters(text: &str) -> Vec<String> {
    let quoted = |byte: u8| if byte == b'\'' { "'\\''".to_owned() } else { format!("'{}'", escaped(byte)) };
    text.bytes().chain([0]).map(quoted).collect()
}

fn escaped(byte: u8) -> String {
    match byte {
        b'"' => "\\\"".to_owned(),
        b'\\' => "\\\\".to_owned(),
        b'?' => "\\?".to_owned(),
        b'\n' => "\\n".to_owned(),
        b'\t' => "\\t".to_owned(),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\{byte:03o}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_is_ascii_that_means_the_same_to_every_compiler() {
        assert_eq!(literal("a\"b\\c??/d\n\té\u{7f}1"), r#""a\"b\\c\?\?/d\n\t\303\251\1771""#);
        assert_eq!(literal("\0"), r#""\000""#);
        assert_eq!(characters("'é"), [r"'\''", r"'\303'", r"'\251'", r"'\000'"]);
    }
}
