//! Numeric enums: `IntEnum`s.

use super::{flags, results};
use crate::docs;
use crate::syntax::definitions::Definition;
use crate::syntax::statements::{Stmt, words};
use crate::types::table::Types;
use interoptopus::model::{Enum, EnumId, Head, Item, Variant};

/// The class.
pub(crate) fn lower(types: &Types<'_>, id: EnumId) -> Definition {
    let Enum { head: Head { docs: text, marks, .. }, repr: _, variants, error, flags: is_set } = &types.inventory[id];
    let item = Item::Enum(id);
    let mut docs = docs::of(types, text, item);
    if *error && types.errors.contains(&id) {
        docs.add_to_summary(&format!("`{}` carries it.", results::exception(types, id)));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut body = vec![Stmt::Doc(docs), Stmt::Blank];
    for (i, Variant { name: _, docs: text, value }) in variants.iter().enumerate() {
        let item = Item::Variant(id, i);
        body.push(Stmt::line(words![format!("{} = {value}", types.names.of(item))]));
        body.push(Stmt::Doc(docs::of(types, text, item)));
    }
    if *is_set {
        body.extend([Stmt::Blank, flags::complement(types, id)]);
    }
    let (name, base) = (types.names.of(item), types.names.python(if *is_set { "IntFlag" } else { "IntEnum" }));
    Definition::new(name, vec![Stmt::block(words![format!("class {name}("), base, "):"], body)])
}
