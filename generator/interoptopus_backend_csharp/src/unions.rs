//! Unions: all fields in one place. Which of them is meant, only users know, so there is no equality but that of the fields.

use crate::context::Context;
use crate::docs::Docs;
use crate::layouts;
use crate::marshal::Stored;
use crate::refusals::Refusals;
use crate::structs::{self, LoweredField};
use crate::syntax::{self, Arrangement, Dialect, Documented};
use interoptopus::Writer;
use interoptopus::model::{Item, Type, Union, UnionId};

/// How a union is stored: as it is.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Stored {
    Stored::plain(cx.name_of(ty))
}

/// A union of C#.
pub(crate) struct Lowered {
    name: String,
    access: &'static str,
    documented: Documented,
    arrangement: Arrangement,
    pub(crate) fields: Vec<LoweredField>,
}

pub(crate) fn lower(cx: &Context<'_>, ty: Type, id: UnionId, refusals: &mut Refusals) -> Lowered {
    let Union { name: _, path, docs, marks: _, fields } = &cx.inventory[id];
    let name = cx.declared(ty).to_owned();
    let mut docs = Docs::new(docs, Item::Union(id));
    docs.remarks
        .push("<para>All of its fields are in the same place: the one that was set last is the one to read.</para>".to_owned());
    let fields = structs::lower_fields(cx, path, fields, |at| Item::UnionField(id, at), &mut structs::scope(&name), refusals);
    let arrangement = refusals.take(path, layouts::of_union(cx, id)).unwrap_or_default();
    Lowered { name, access: cx.access_of(ty), documented: docs.lower(cx), arrangement, fields }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, access, documented, arrangement, fields } = lowered;
    documented.emit(w);
    w.line(arrangement.attribute());
    syntax::open(w, &format!("{access} struct {name}"), |w| {
        for (field, offset) in fields.iter().zip(&arrangement.offsets) {
            structs::emit_field(dialect, w, field, Some(*offset), false);
        }
    });
}
