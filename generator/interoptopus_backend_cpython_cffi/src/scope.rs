//! The names within one function or class, and what of Python's they hide.

use crate::names::Names;
use crate::reserved::is_foreign;
use crate::spelling::escaped;
use crate::tokens;
use std::collections::HashSet;

/// The names within one function or class, which hide those of the module.
#[derive(Clone, Debug)]
pub(crate) struct Scope<'a> {
    names: &'a Names,
    taken: HashSet<String>,
}

impl<'a> Scope<'a> {
    /// The scope of a function of the module.
    pub(crate) fn new(names: &'a Names) -> Self {
        Scope { names, taken: HashSet::new() }
    }

    /// The scope of a class whose members are `members`.
    pub(crate) fn class<'m>(names: &'a Names, members: impl IntoIterator<Item = &'m str>) -> Self {
        Scope { names, taken: members.into_iter().map(str::to_owned).collect() }
    }

    /// A name of its own for a parameter that Rust calls `name`.
    pub(crate) fn parameter(&mut self, name: &str) -> String {
        let name = self.names.parameter(name);
        let hides_what_bodies_use = matches!(name.as_str(), "lib" | "ffi" | "self" | "cls" | "builtins" | "_builtins");
        self.local(&if hides_what_bodies_use { format!("{name}_") } else { name })
    }

    /// A name of its own for a variable that would best be called `name`.
    pub(crate) fn local(&mut self, name: &str) -> String {
        let mut name = escaped(name.to_owned(), &HashSet::new());
        while self.taken.contains(&name) || self.names.is_mentioned(&name) {
            name.push('_');
        }
        self.taken.insert(name.clone());
        name
    }

    /// A name that is Python's, as it is written here.
    pub(crate) fn python(&self, name: &str) -> String {
        if self.taken.contains(name) && !self.names.is_taken(name) && is_foreign(name) {
            return format!("{}.{name}", self.names.python("builtins"));
        }
        self.names.python(name)
    }

    /// An annotation, or text that mentions no item of the library, as it is written here.
    pub(crate) fn annotation(&self, annotation: &str) -> String {
        tokens::renamed(annotation, |name| {
            (self.taken.contains(name) && !self.names.is_taken(name) && is_foreign(name)).then(|| self.python(name))
        })
    }
}
