//! Statements, and the blank lines between them.

use super::blocks::open;
use interoptopus::Writer;

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    Line(String),
    /// A block with its head.
    Block(String, Vec<Statement>),
}

impl Statement {
    /// `body`, if the `condition` holds.
    pub(crate) fn only_if(condition: &str, body: impl Into<Statement>) -> Self {
        Statement::Block(format!("if ({condition})"), vec![body.into()])
    }
}

impl From<String> for Statement {
    fn from(line: String) -> Self {
        Statement::Line(line)
    }
}

/// Statements, with a blank line after each block.
pub(crate) fn statements<'s>(w: &mut Writer, all: impl IntoIterator<Item = &'s Statement>) {
    for statement in all {
        match statement {
            Statement::Line(line) => w.line(line),
            Statement::Block(head, body) => {
                open(w, head, |w| statements(w, body));
                w.blank();
            }
        }
    }
}
