//! Attributes in front of declarations.

use std::fmt;

/// A macro in front of a declaration, on a line of its own; or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribute(Option<String>);

impl Attribute {
    /// The function-like macro `name` with the text `argument`, which is the inside of a string literal.
    #[must_use]
    pub fn call(name: &str, argument: &str) -> Self {
        Attribute(Some(format!("{name}(\"{argument}\")")))
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |attribute| writeln!(f, "{attribute}"))
    }
}
