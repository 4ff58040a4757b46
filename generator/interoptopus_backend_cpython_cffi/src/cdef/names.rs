//! Names in C declarations, which are attributes in Python as well.

use crate::names::spelling::ascii;
use crate::syntax::keywords::KEYWORDS;

/// Names that C has already: its keywords, and the types that cffi knows from the start.
pub(crate) const C_WORDS: &[&str] = &[
    "_Bool",
    "_Complex",
    "_Imaginary",
    "auto",
    "break",
    "case",
    "char",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extern",
    "float",
    "for",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "register",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "struct",
    "switch",
    "typedef",
    "union",
    "unsigned",
    "void",
    "volatile",
    "while",
    "_Alignas",
    "_Alignof",
    "_Atomic",
    "_Generic",
    "_Noreturn",
    "_Static_assert",
    "_Thread_local",
    "__cdecl",
    "__stdcall",
    "__dotdotdot__",
    "offsetof",
    "bool",
    "FILE",
    "size_t",
    "ssize_t",
    "ptrdiff_t",
    "wchar_t",
    "char16_t",
    "char32_t",
    "max_align_t",
    "int8_t",
    "int16_t",
    "int32_t",
    "int64_t",
    "uint8_t",
    "uint16_t",
    "uint32_t",
    "uint64_t",
    "intptr_t",
    "uintptr_t",
    "intmax_t",
    "uintmax_t",
    "int_least8_t",
    "int_least16_t",
    "int_least32_t",
    "int_least64_t",
    "uint_least8_t",
    "uint_least16_t",
    "uint_least32_t",
    "uint_least64_t",
    "int_fast8_t",
    "int_fast16_t",
    "int_fast32_t",
    "int_fast64_t",
    "uint_fast8_t",
    "uint_fast16_t",
    "uint_fast32_t",
    "uint_fast64_t",
    "va_list",
    "c_char",
];

/// The name of a field or parameter in C: an attribute of Python's as well, so a keyword of neither.
pub(crate) fn c_name(name: &str) -> String {
    let name = ascii(name);
    if C_WORDS.contains(&name.as_str()) || KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_c_are_attributes_in_python_and_ascii() {
        assert_eq!(
            [c_name("class"), c_name("double"), c_name("größe"), c_name("x")],
            ["class_", "double_", "gru00F6u00DFe", "x"]
        );
    }
}
