//! Unions: C's own.

use super::structs;
use crate::docs;
use crate::types::{Types, layouts};
use interoptopus::Refusals;
use interoptopus::model::{Head, Item, Subject, Type, Union, UnionId};
use interoptopus_c_syntax::{Forward, Struct};

/// The union `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: UnionId, refusals: &mut Refusals) -> Struct {
    let Union { head: Head { docs: text, marks, .. }, fields } = &types.inventory[id];
    if let Err(reason) = layouts::check(types.inventory, ty) {
        refusals.add(&Subject::ty(types.inventory, ty), reason);
    }
    let comment = docs::marked(docs::comment(types, text, Item::Union(id)), marks);
    let members = structs::members(types, fields, |at| Item::UnionField(id, at), refusals);
    let (attribute, name) = (docs::attribute(types.names, marks), types.names.of(types.inventory, ty));
    let head = Forward { attribute, keyword: "union", name };
    Struct { comment, head, members, packed: None, aligned: String::new(), default: None }
}
