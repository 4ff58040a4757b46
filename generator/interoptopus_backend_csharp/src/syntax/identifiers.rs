//! Identifiers: the words that C# has a use for, and the casing of types.

use interoptopus::names::pascal_case;
use std::fmt::{self, Display, Formatter};

/// Reserved words of C#: an identifier that is one needs an `@`.
const KEYWORDS: &[&str] = &[
    "abstract",
    "as",
    "base",
    "bool",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "checked",
    "class",
    "const",
    "continue",
    "decimal",
    "default",
    "delegate",
    "do",
    "double",
    "else",
    "enum",
    "event",
    "explicit",
    "extern",
    "false",
    "finally",
    "fixed",
    "float",
    "for",
    "foreach",
    "goto",
    "if",
    "implicit",
    "in",
    "int",
    "interface",
    "internal",
    "is",
    "lock",
    "long",
    "namespace",
    "new",
    "null",
    "object",
    "operator",
    "out",
    "override",
    "params",
    "private",
    "protected",
    "public",
    "readonly",
    "ref",
    "return",
    "sbyte",
    "sealed",
    "short",
    "sizeof",
    "stackalloc",
    "static",
    "string",
    "struct",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "uint",
    "ulong",
    "unchecked",
    "unsafe",
    "ushort",
    "using",
    "virtual",
    "void",
    "volatile",
    "while",
];

/// Words that C# reserves in some place, or in some version: mono's compiler takes `await` for one everywhere. `value` is none of them, as
/// it is one in accessors only, which have it as their own parameter; nor are those of queries.
const CONTEXTUAL: &[&str] = &[
    "async",
    "await",
    "dynamic",
    "extension",
    "file",
    "nint",
    "notnull",
    "nuint",
    "partial",
    "record",
    "required",
    "scoped",
    "unmanaged",
    "var",
    "where",
    "yield",
];

/// An identifier, which is written with an `@` if C# has a use for the word.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Identifier(String);

impl Identifier {
    /// The word itself, as other languages and the documentation's parameters have it.
    pub(crate) fn word(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing but underscores in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.trim_matches('_').is_empty()
    }
}

impl From<String> for Identifier {
    fn from(word: String) -> Self {
        Identifier(word)
    }
}

impl From<&str> for Identifier {
    fn from(word: &str) -> Self {
        Identifier(word.to_owned())
    }
}

impl From<&String> for Identifier {
    fn from(word: &String) -> Self {
        Identifier(word.clone())
    }
}

impl From<&Identifier> for Identifier {
    fn from(identifier: &Identifier) -> Self {
        identifier.clone()
    }
}

impl Display for Identifier {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let word = self.word();
        // All of them are, and most identifiers are not.
        let is_lower = word.bytes().all(|c| c.is_ascii_lowercase());
        let is_reserved = is_lower && (KEYWORDS.contains(&word) || CONTEXTUAL.contains(&word));
        write!(f, "{}{word}", if is_reserved { "@" } else { "" })
    }
}

/// Whether `name` is an identifier that needs no `@`.
pub(crate) fn is_identifier(name: &str) -> bool {
    let begins = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    begins && name.chars().all(|c| c.is_alphanumeric() || c == '_') && !KEYWORDS.contains(&name)
}

/// The name of a type or variant: as it is where it looks like one of C#, such as `XY`, which .NET would not spell otherwise.
pub(crate) fn upper_camel(rust: &str) -> String {
    let fits = rust.starts_with(char::is_uppercase) && !rust.contains('_');
    if fits { rust.to_owned() } else { started(pascal_case(rust)) }
}

/// `name`, which may begin with a digit.
pub(crate) fn started(name: String) -> String {
    if name.starts_with(char::is_numeric) { format!("_{name}") } else { name }
}
