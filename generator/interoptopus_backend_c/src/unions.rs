//! Unions: C's own.

use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::structs::{self, StructDefinition};
use crate::{layouts, visibility};
use interoptopus::model::{Item, Type, Union, UnionId};

/// The union `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: UnionId, refusals: &mut Refusals) -> StructDefinition {
    let Union { name: _, path, docs, marks, fields } = &marshal.inventory[id];
    if let Err(reason) = layouts::check(marshal.inventory, ty) {
        refusals.add(path, reason);
    }
    let comment = visibility::of_item(marshal.comment(docs, Item::Union(id)), marks);
    let members = structs::members(marshal, path, fields, |at| Item::UnionField(id, at), refusals);
    let name = marshal.names.of(marshal.inventory, ty);
    let plain = StructDefinition::new(path.clone(), deprecated::comment(comment, marks), name, members);
    StructDefinition { deprecated: Deprecated::of(marshal.names, marks), keyword: "union", ..plain }
}
