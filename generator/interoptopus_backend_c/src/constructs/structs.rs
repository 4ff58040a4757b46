//! Structs.

use super::{aligned, defaults, transparent};
use crate::docs::{self, notes};
use crate::types::{Types, layouts};
use interoptopus::Refusals;
use interoptopus::model::{self, Field, Head, Item, Repr, StructId, Subject, Type};
use interoptopus_c_syntax::{Alias, Declared, Forward, Kind, Member, Struct};

/// The struct `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: StructId, refusals: &mut Refusals) -> Kind {
    let model::Struct { head: Head { docs: text, marks, .. }, repr, fields, default } = &types.inventory[id];
    let name = types.names.of(types.inventory, ty);
    let comment = docs::marked(docs::comment(types, text, Item::Struct(id)), marks);
    let attribute = docs::attribute(types.names, marks);
    let default = default.as_ref().and_then(|values| defaults::of_struct(types, ty, id, values, refusals));
    if let Some(inner) = types.transparent_field(id) {
        return Kind::Alias(Alias { attribute, default, ..transparent::lower(types, comment, &name, inner) });
    }
    if let Err(reason) = layouts::check(types.inventory, ty) {
        refusals.add(&Subject::ty(types.inventory, ty), reason);
    }
    let members = members(types, fields, |at| Item::Field(id, at), refusals);
    let (packed, aligned) = match *repr {
        Repr::C | Repr::Transparent => (None, String::new()),
        Repr::Packed(to) => (Some(to), String::new()),
        Repr::Aligned(to) => (None, aligned::attribute(types.names, to)),
    };
    let head = Forward { attribute, keyword: "struct", name };
    Kind::Struct(Struct { comment, head, members, packed, aligned, default })
}

/// The members that `fields` are, each of which is `item` of its place.
pub(crate) fn members(types: &Types<'_>, fields: &[Field], item: impl Fn(usize) -> Item, refusals: &mut Refusals) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (at, Field { name, docs: text, visibility, ty }) in fields.iter().enumerate() {
        let mut comment = docs::comment(types, text, item(at));
        if let Some(note) = notes::of_field(types.inventory, *ty) {
            comment = comment.sentence(note);
        }
        let comment = docs::visibility_of_field(comment, *visibility);
        let declared = Declared::new(types.names.field(name), types.of(*ty));
        if let Some(same) = members.iter().position(|m| m.declared.name == declared.name) {
            let (other, c_name) = (&fields[same].name, &declared.name);
            let whole = Subject::item(types.inventory, item(at)).whole();
            refusals.add(&whole, format!("its fields `{other}` and `{name}` are both named `{c_name}` in C: rename one"));
        }
        members.push(Member { comment, declared });
    }
    members
}
