//! Strings: UTF-8 with a length, two parameters or a struct, and C's own with a NUL at the end.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::primitives;
use crate::structs::{Member, StructDefinition};
use interoptopus::Checked;
use interoptopus::model::{Type, TypeKind, Value};

/// The address of a text. `char`, so that literals can be passed; the signedness of `char` is the platform's and does not matter.
pub(crate) fn utf8() -> CType {
    CType::named("char").const_pointer()
}

/// What a string is that is no parameter of a function.
pub(crate) fn lower(path: String, name: String) -> StructDefinition {
    let comment =
        Comment::text("`len` bytes of UTF-8 from `data` on, without a NUL at the end; `data` may be null if `len` is 0.");
    let members = [("data", utf8()), ("len", primitives::size())].map(|(name, ty)| Member::plain(Declared::new(name, ty)));
    StructDefinition::new(path, comment, name, members.into())
}

/// What a declaration does not say of a text in a parameter.
pub(crate) fn note(nullable: bool) -> &'static str {
    if nullable { "UTF-8, which needs no NUL at its end; null is none" } else { "UTF-8; it needs no NUL at its end" }
}

/// What a declaration does not say of C's own string.
pub(crate) fn note_of_c(nullable: bool) -> &'static str {
    if nullable { "ends with a NUL; may be null, which is none" } else { "ends with a NUL" }
}

/// The literal that a constant of the type `ty` is: of a `&str` too, which has a length elsewhere.
pub(crate) fn of_constant(inventory: &Checked, ty: Type, value: &Value) -> Option<String> {
    let Value::Str(text) = value else { return None };
    matches!(inventory.kind(ty), TypeKind::Str { .. } | TypeKind::CStr { .. }).then(|| literal(text))
}

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
