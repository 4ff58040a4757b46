//! The head of an item, as the macros write it: name, module, docs, marks.

use crate::docs::Docs;
use crate::model::{Head, Marks, Visibility};

/// The head of an item.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The Rust module, from `module_path!()`.
    module: &'static str,
    /// The name in Rust.
    item: &'static str,
    /// The name in other languages.
    name: &'static str,
    /// The doc comment.
    docs: &'static str,
    /// The namespace; empty for the library's own.
    namespace: &'static str,
    /// Whether bindings for the public leave it out.
    internal: bool,
    /// The note of `#[deprecated]`.
    deprecated: Option<&'static str>,
}

impl Named {
    /// `item` in the Rust module `module`, which is called the same in other languages.
    #[must_use]
    pub const fn new(module: &'static str, item: &'static str, docs: &'static str) -> Self {
        Named { module, item, name: item, docs, namespace: "", internal: false, deprecated: None }
    }

    /// Called `name` in other languages.
    #[must_use]
    pub const fn called(self, name: &'static str) -> Self {
        Named { name, ..self }
    }

    /// Within `namespace`.
    #[must_use]
    pub const fn within(self, namespace: &'static str) -> Self {
        Named { namespace, ..self }
    }

    /// Left out of bindings for the public.
    #[must_use]
    pub const fn internal(self) -> Self {
        Named { internal: true, ..self }
    }

    /// Not to be used any more, as `note` says.
    #[must_use]
    pub const fn deprecated(self, note: &'static str) -> Self {
        Named { deprecated: Some(note), ..self }
    }

    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.module, self.item)
    }

    pub(crate) fn namespace(&self) -> &'static str {
        self.namespace
    }

    pub(crate) fn head(&self) -> Head {
        let marks = Marks {
            namespace: self.namespace.to_owned(),
            visibility: visibility(!self.internal),
            deprecated: self.deprecated.map(str::to_owned),
        };
        Head { name: self.name.to_owned(), path: self.path(), docs: Docs::new(self.docs), marks }
    }
}

pub(crate) fn visibility(public: bool) -> Visibility {
    if public { Visibility::Public } else { Visibility::Internal }
}
