//! Paths: names of types and classes, with the namespaces before them.

use super::identifiers::Identifier;
use super::words::capitalised;
use std::fmt::{self, Display, Formatter};

/// A name with the namespaces before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Path {
    /// The library's namespace where the path begins with it, so that it means the same everywhere.
    root: Option<String>,
    /// The namespace below the library's.
    space: Option<Identifier>,
    name: Identifier,
}

impl Path {
    pub(crate) fn new(name: impl Into<Identifier>) -> Self {
        Path { root: None, space: None, name: name.into() }
    }

    /// This, in the namespace `space` below the library's.
    pub(crate) fn within(self, space: &Identifier) -> Self {
        Path { space: Some(space.clone()), ..self }
    }

    /// This from the library's `namespace` on.
    pub(crate) fn from(self, namespace: &str) -> Self {
        Path { root: Some(namespace.to_owned()), ..self }
    }

    /// The path of what is called as this, and `suffix`.
    pub(crate) fn with_suffix(&self, suffix: &str) -> Self {
        Path { name: format!("{}{suffix}", self.name.word()).into(), ..self.clone() }
    }

    /// The name in its namespace.
    pub(crate) fn name(&self) -> &Identifier {
        &self.name
    }

    /// The namespace below the library's.
    pub(crate) fn space(&self) -> Option<&Identifier> {
        self.space.as_ref()
    }

    /// Whether it is a name and nothing else.
    pub(crate) fn is_plain(&self) -> bool {
        self.root.is_none() && self.space.is_none()
    }

    /// The first name where it is looked up from the inside outwards, so that something else may be found.
    pub(crate) fn first(&self) -> Option<&Identifier> {
        match self.root {
            Some(_) => None,
            None => Some(self.space.as_ref().unwrap_or(&self.name)),
        }
    }

    /// As a part of an identifier.
    pub(crate) fn word(&self) -> String {
        let root = self.root.iter().flat_map(|root| root.split('.'));
        let names = self.space.iter().chain([&self.name]).map(Identifier::word);
        root.chain(names).map(|part| capitalised(part.strip_prefix("Ffi").unwrap_or(part))).collect()
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Path { root, space, name } = self;
        root.iter().try_for_each(|root| write!(f, "global::{root}."))?;
        space.iter().try_for_each(|space| write!(f, "{space}."))?;
        name.fmt(f)
    }
}
