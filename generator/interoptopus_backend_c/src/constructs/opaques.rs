//! Opaque types: structs that C knows no members of, and so can only point to.

use crate::docs;
use crate::types::Types;
use interoptopus::model::{Head, Item, Marks, Opaque, OpaqueId, Type};
use interoptopus_c_syntax::{Comment, Forward, Incomplete};

/// The opaque type `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: OpaqueId) -> Incomplete {
    let Opaque { head: Head { docs: text, marks, .. } } = &types.inventory[id];
    incomplete(types, ty, docs::comment(types, text, Item::Opaque(id)), marks)
}

/// The type `ty`, with `comment` above it.
pub(crate) fn incomplete(types: &Types<'_>, ty: Type, comment: Comment, marks: &Marks) -> Incomplete {
    let (attribute, name) = (docs::attribute(types.names, marks), types.names.of(types.inventory, ty));
    Incomplete { comment: docs::marked(comment, marks), head: Forward { attribute, keyword: "struct", name } }
}
