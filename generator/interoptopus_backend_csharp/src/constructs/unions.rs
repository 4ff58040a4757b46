//! Unions: all fields in one place. Only users know which of them is meant, so that a union has no equality.

use crate::constructs::structs::{self, StructField};
use crate::docs::Docs;
use crate::syntax::{self, Dialect, Documented, StructLayout};
use crate::types::{Types, access, layouts};
use interoptopus::model::{Head, Item, Subject, Type, Union, UnionId};
use interoptopus::{Refusals, Writer};

/// A union of C#.
pub(crate) struct UnionStruct {
    name: String,
    access: &'static str,
    documented: Documented,
    layout: StructLayout,
    pub(crate) fields: Vec<StructField>,
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: UnionId, refusals: &mut Refusals) -> UnionStruct {
    let Union { head: Head { docs, .. }, fields } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let mut docs = Docs::new(docs, Item::Union(id));
    docs.remarks.push("All of its fields are in the same place: the one that was set last is the one to read.".to_owned());
    let fields = structs::lower_fields(types, fields, |at| Item::UnionField(id, at), &mut structs::scope(&name), refusals);
    let layout = refusals.take(&Subject::ty(types.inventory, ty), layouts::of_union(types.inventory, ty, id)).unwrap_or_default();
    UnionStruct { name, access: access::of_type(types, ty), documented: docs.lower(types), layout, fields }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &UnionStruct) {
    let UnionStruct { name, access, documented, layout, fields } = lowered;
    documented.emit(w);
    w.line(layout.attribute());
    syntax::open(w, &format!("{access} struct {name}"), |w| {
        for (field, offset) in fields.iter().zip(&layout.offsets) {
            structs::emit_field(dialect, w, field, Some(*offset), false);
        }
    });
}
