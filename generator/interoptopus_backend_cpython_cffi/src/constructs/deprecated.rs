//! Deprecated items: calls warn, and docs say so.

use crate::literals;
use crate::syntax::expressions::literal;
use crate::syntax::statements::Stmt;
use crate::types::table::Types;
use interoptopus::model::Marks;

/// The statement with which an item of these marks, called `name`, warns its caller.
pub(crate) fn warning(types: &Types<'_>, marks: &Marks, name: &str) -> Option<Stmt> {
    let note = marks.deprecated.as_deref()?;
    let between = if note.is_empty() { "" } else { ": " };
    let message = literals::text(&format!("{name} is deprecated{between}{note}"));
    let [warnings, kind] = ["warnings", "DeprecationWarning"].map(|name| types.names.python(name));
    Some(Stmt::of(warnings.attribute("warn").call([message, kind, literal(2).named("stacklevel")])))
}
