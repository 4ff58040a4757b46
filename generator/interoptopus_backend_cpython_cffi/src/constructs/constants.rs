//! Constants: their values as literals.

use crate::docs;
use crate::literals::{self, Sequence};
use crate::syntax::definitions::Definition;
use crate::syntax::statements::Stmt;
use crate::types::table::Types;
use interoptopus::model::{Constant, Head, Item};

/// The definition of the constant at `at`.
pub(crate) fn lower(types: &Types<'_>, at: usize) -> Definition {
    let Constant { head: Head { docs: text, marks, .. }, ty, value } = &types.inventory.constants()[at];
    let item = Item::Constant(at);
    let mut docs = docs::of(types, text, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let (name, value) = (types.names.of(item), literals::of(types, *ty, value, Sequence::Tuple));
    Definition::new(name, vec![Stmt::declare(name, types.names.python("Final"), value), Stmt::Doc(docs)])
}
