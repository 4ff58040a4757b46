//! Identifiers: the words that C# has a use for, and the casing of types.

use interoptopus::names::pascal_case;

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

/// `identifier`, with an `@` if C# has a use for the word.
pub(crate) fn escaped(identifier: &str) -> String {
    let is_word = KEYWORDS.contains(&identifier) || CONTEXTUAL.contains(&identifier);
    if is_word { format!("@{identifier}") } else { identifier.to_owned() }
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
