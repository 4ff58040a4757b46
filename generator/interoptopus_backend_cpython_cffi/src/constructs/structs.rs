//! Structs: slotted dataclasses.

use super::defaults;
use crate::docs;
use crate::names::scope::Scope;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, literal, quoted};
use crate::syntax::imports::natural;
use crate::syntax::statements::{Stmt, words};
use crate::types::structs::{fields, shown};
use crate::types::table::Types;
use interoptopus::Refusal;
use interoptopus::model::{Field, Head, Item, Primitive, Struct, StructId, Subject, Type, TypeKind};

/// The dataclass; or each field that Python cannot have.
pub(crate) fn lower(types: &Types<'_>, id: StructId) -> Result<Definition, Vec<Refusal>> {
    let Struct { head: Head { docs: text, marks, .. }, fields: members, repr: _, default } = &types.inventory[id];
    let mut refused = Vec::new();
    for Field { name, docs: _, ty, visibility: _ } in members {
        let conversion = types.of(*ty);
        if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
            refused.push(Refusal {
                item: Subject::item(types.inventory, Item::Struct(id)),
                reason: format!("its field `{name}`: {reason}"),
            });
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let item = Item::Struct(id);
    let mut docs = docs::of(types, text, item);
    if let Some(note) = rounding(types, id) {
        docs.add_to_summary(&note);
    }
    let has_hidden = shown(types, id).count() < members.len();
    if has_hidden {
        docs.add("It has more fields than these, which are the library's own: they are copied with it.");
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let names: Vec<&str> = fields(types, id).map(|(item, _)| types.names.of(item)).collect();
    let scope = Scope::class(types.names, names.iter().copied());
    let mut body = vec![Stmt::Doc(docs), Stmt::Blank, Stmt::assign("__slots__", slots(&names)), Stmt::Blank];
    for (item, Field { name: _, docs: text, ty, visibility: _ }) in shown(types, id) {
        body.push(Stmt::line(words![format!("{}: ", types.names.of(item)), scope.annotation(&types.of(*ty).holds)]));
        body.push(Stmt::Doc(docs::of(types, text, item)));
    }
    let mut dataclass = types.names.python("dataclass");
    if default.is_some() || has_hidden {
        dataclass = dataclass.call([literal("False").named("init")]);
        body.extend([Stmt::Blank, defaults::constructor(types, id, &scope)]);
    }
    let name = types.names.of(item);
    let class = Stmt::block(words![format!("class {name}:")], body);
    Ok(Definition::new(name, vec![Stmt::line(words!["@", dataclass]), class]))
}

/// The names of fields, as linters sort them.
pub(crate) fn slots(names: &[&str]) -> Expr {
    let mut sorted = names.to_vec();
    sorted.sort_by_key(|name| natural(name));
    Expr::Tuple(sorted.into_iter().map(quoted).collect())
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
