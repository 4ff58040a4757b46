//! The names within one function or class, and the builtins that they hide.

use super::Names;
use super::reserved::{BUILTINS, IMPORTS};
use super::spelling::escaped;
use crate::runtime::RUNTIME;
use crate::syntax::expressions::Expr;
use crate::syntax::statements::Stmt;
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

    /// A name of its own for a parameter that Rust calls `name`. What bodies mention of the module's own keeps its name; what they mention of
    /// Python's is imported under another, or asked for as `builtins.len`.
    pub(crate) fn parameter(&mut self, name: &str) -> String {
        let name = self.names.parameter(name);
        let hides_what_bodies_mention = is_mentioned(&name);
        self.local(&if hides_what_bodies_mention { format!("{name}_") } else { name })
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
    pub(crate) fn python(&self, name: &'static str) -> Expr {
        if self.is_hidden(name) { self.names.builtin(name) } else { self.names.python(name) }
    }

    /// Whether `name` is a builtin that means something else here.
    fn is_hidden(&self, name: &str) -> bool {
        self.taken.contains(name) && !self.names.is_taken(name) && BUILTINS.contains(&name)
    }

    /// An annotation, as it is written here.
    pub(crate) fn annotation(&self, annotation: &Expr) -> Expr {
        let mut annotation = annotation.clone();
        annotation.replace(&|part| self.seen(part));
        annotation
    }

    /// Statements, as they are written here.
    pub(crate) fn statements(&self, mut statements: Vec<Stmt>) -> Vec<Stmt> {
        statements.iter_mut().for_each(|statement| statement.replace(&|part| self.seen(part)));
        statements
    }

    /// The expression for a builtin whose name is hidden here.
    fn seen(&self, part: &Expr) -> Option<Expr> {
        match part {
            Expr::Builtin(name) if self.is_hidden(name) => Some(self.names.builtin(name)),
            _ => None,
        }
    }
}

/// Whether bodies mention something of the module's by `name`: what the runtime defines, tables and functions that convert, and what a function
/// has for itself.
fn is_mentioned(name: &str) -> bool {
    let is_table = name.starts_with('_') && (name == name.to_uppercase() || name.ends_with("_to_c") || name.ends_with("_from_c"));
    let is_import = |name: &str| IMPORTS.iter().any(|(import, ..)| *import == name);
    let is_renamed_import = name.strip_prefix('_').is_some_and(is_import);
    // Nothing but users calls `load`.
    let is_own = name != "load" && (matches!(name, "ffi" | "self" | "cls") || RUNTIME.names.contains(name));
    name != "_" && (is_table || is_renamed_import || is_own)
}
