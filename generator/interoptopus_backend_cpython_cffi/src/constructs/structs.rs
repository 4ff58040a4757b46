//! Structs: slotted dataclasses.

use super::defaults;
use crate::docs::Docstring;
use crate::names::scope::Scope;
use crate::syntax::lines::{self, broken};
use crate::types::structs::{fields, shown};
use crate::types::table::Types;
use interoptopus::model::{Field, Item, Primitive, Struct, StructId, Type, TypeKind};
use interoptopus::{Refusal, Writer};

/// The dataclass; or each field that Python cannot have.
pub(crate) fn emit(types: &Types<'_>, id: StructId) -> Result<String, Vec<Refusal>> {
    let Struct { name: _, path, docs, fields: members, marks, repr: _, default } = &types.inventory[id];
    let mut refused = Vec::new();
    for Field { name, docs: _, ty, visibility: _ } in members {
        let conversion = types.of(*ty);
        if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
            refused.push(Refusal { item: path.clone(), reason: format!("its field `{name}`: {reason}") });
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let item = Item::Struct(id);
    let mut docs = Docstring::of(types, docs, item);
    if let Some(note) = rounding(types, id) {
        docs.add_to_summary(&note);
    }
    if shown(types, id).count() < members.len() {
        docs.add("It has more fields than these, which are the library's own: they are copied with it.");
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let names: Vec<&str> = fields(types, id).map(|(item, _)| types.names.of(item)).collect();
    let scope = Scope::class(types.names, names.iter().copied());
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| lines::natural(name));
    let quoted: Vec<String> = sorted.iter().map(|name| format!("\"{name}\"")).collect();
    let has_own_constructor = default.is_some() || shown(types, id).count() < members.len();
    let dataclass = types.names.python("dataclass");
    let mut w = Writer::new("    ");
    w.line(if has_own_constructor { format!("@{dataclass}(init=False)") } else { format!("@{dataclass}") });
    w.line(format!("class {}:", types.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        broken(&format!("__slots__ = {}", lines::tuple(&quoted)), 1).iter().for_each(|line| w.line(line));
        w.blank();
        for (item, Field { name: _, docs, ty, visibility: _ }) in shown(types, id) {
            w.line(format!("{}: {}", types.names.of(item), scope.annotation(&types.of(*ty).holds)));
            Docstring::of(types, docs, item).emit(w, 1);
        }
        if has_own_constructor {
            w.blank();
            w.lines(defaults::constructor(types, id, &scope));
        }
    });
    Ok(w.finish())
}

/// Python's floats are wider than `f32`: a value that comes back is rounded.
fn rounding(types: &Types<'_>, id: StructId) -> Option<String> {
    let is_narrow = |ty: Type| *types.inventory.kind(ty) == TypeKind::Primitive(Primitive::F32);
    let narrow: Vec<String> = shown(types, id)
        .filter(|(_, field)| is_narrow(field.ty))
        .map(|(item, _)| format!("`{}`", types.names.of(item)))
        .collect();
    match narrow.len() {
        0 => None,
        all if all == types.inventory[id].fields.len() && all > 1 => Some("Rust keeps its fields as 32-bit floats.".to_owned()),
        1 => Some(format!("Rust keeps {} as a 32-bit float.", narrow[0])),
        _ => Some(format!("Rust keeps {} as 32-bit floats.", narrow.join(", "))),
    }
}
