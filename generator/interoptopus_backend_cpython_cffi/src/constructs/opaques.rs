//! Opaque types: classes that hold an address and nothing else.

use crate::docs;
use crate::runtime::parts::Part;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::Expr;
use crate::syntax::statements::{Stmt, words};
use crate::types::table::Types;
use interoptopus::model::{Head, Item, Opaque, OpaqueId};

/// The class.
pub(crate) fn lower(types: &Types<'_>, id: OpaqueId) -> Definition {
    let Opaque { head: Head { docs: text, marks, .. } } = &types.inventory[id];
    let item = Item::Opaque(id);
    let mut docs = docs::of(types, text, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let body = vec![Stmt::Doc(docs), Stmt::Blank, Stmt::assign("__slots__", Expr::Tuple(Vec::new()))];
    let name = types.names.of(item);
    Definition::new(name, vec![Stmt::block(words![format!("class {name}("), Part::Opaque.expr(), "):"], body)])
}
