//! Unions: all fields in one place. Which of them is meant, only users know, so there is no equality but that of the fields.

use crate::context::Context;
use crate::docs::Documented;
use crate::layouts::{self, Arrangement};
use crate::marshal::Stored;
use crate::refusals::Refusals;
use crate::structs::{self, LoweredField};
use crate::value_types;
use interoptopus::Writer;
use interoptopus::model::{Item, Type, Union, UnionId};

/// How a union is stored: as it is.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Stored {
    Stored::plain(cx.name_of(ty))
}

/// A union of C#.
pub(crate) struct Lowered<'a> {
    name: String,
    access: &'static str,
    documented: Documented<'a>,
    arrangement: Arrangement,
    pub(crate) fields: Vec<LoweredField<'a>>,
}

pub(crate) fn lower<'a>(cx: &Context<'a>, ty: Type, id: UnionId, refusals: &mut Refusals) -> Lowered<'a> {
    let Union { name: _, path, docs, marks: _, fields } = &cx.inventory[id];
    let name = cx.declared(ty).to_owned();
    let mut documented = Documented::new(docs, Item::Union(id));
    documented
        .remarks
        .push("<para>All of its fields are in the same place: the one that was set last is the one to read.</para>".to_owned());
    let fields = structs::lower_fields(cx, path, fields, |at| Item::UnionField(id, at), &mut structs::scope(&name), refusals);
    let arrangement = refusals.take(path, layouts::of_union(cx, id)).unwrap_or_default();
    Lowered { name, access: cx.access_of(ty), documented, arrangement, fields }
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, access, documented, arrangement, fields } = lowered;
    documented.emit(cx, w);
    w.line(arrangement.attribute());
    value_types::open(w, &format!("{access} struct {name}"), |w| {
        for (field, offset) in fields.iter().zip(&arrangement.offsets) {
            structs::emit_field(cx, w, field, Some(*offset), false);
        }
    });
}
