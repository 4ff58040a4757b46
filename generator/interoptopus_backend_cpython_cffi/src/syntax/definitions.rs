//! Definitions of a module: statements at its left margin that stand together.

use super::expressions::Mentions;
use super::statements::{Stmt, emit};
use interoptopus::Writer;

/// Statements that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The names that they define.
    pub(crate) names: Vec<String>,
    /// The statements.
    pub(crate) statements: Vec<Stmt>,
    /// Whether they stand right below others of their kind, as a row of a table does.
    pub(crate) is_row: bool,
}

impl Definition {
    /// The definition of `name`.
    pub(crate) fn new(name: impl Into<String>, statements: Vec<Stmt>) -> Self {
        Definition { names: vec![name.into()], statements, is_row: false }
    }

    /// The definition of `name` in a row.
    pub(crate) fn row(name: impl Into<String>, statement: Stmt) -> Self {
        Definition { names: vec![name.into()], statements: vec![statement], is_row: true }
    }

    /// The names that it mentions.
    pub(crate) fn mentions(&self) -> Mentions {
        let mut mentions = Mentions::default();
        self.statements.iter().for_each(|statement| statement.note(&mut mentions));
        mentions
    }

    /// The text.
    pub(crate) fn text(&self) -> String {
        let mut w = Writer::new("    ");
        emit(&self.statements, &mut w, 0);
        w.finish().trim_end().to_owned()
    }
}
