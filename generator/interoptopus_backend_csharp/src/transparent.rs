//! Transparent structs: for users a type of its own, by itself what its one field is.

use crate::context::Context;
use crate::marshal::Alone;
use crate::structs;
use crate::syntax::Template;
use interoptopus::model::{Repr, StructId, Type, Visibility};

/// What a struct is by itself, if that is not what it is in memory: some platforms pass a struct of a number otherwise than a number.
pub(crate) fn alone(cx: &Context<'_>, ty: Type, id: StructId) -> Result<Option<Alone>, String> {
    let item = &cx.inventory[id];
    let (Repr::Transparent, [field]) = (item.repr, &item.fields[..]) else { return Ok(None) };
    let (name, inner) = (cx.name_of(ty), cx.stored(field.ty)?);
    let Alone { raw, into, out } = inner.alone();
    if field.visibility == Visibility::Public {
        let value = format!("$.{}", cx.naming.field(&field.name));
        return Ok(Some(Alone { raw, into: into.on(&value).into(), out: format!("new {name}({})", out.on("$")).into() }));
    }
    // Users have no property for it, so that what is in memory is all there is.
    let storage = structs::hidden_storage(&field.name);
    let is_plain = inner.public == inner.raw;
    let [into, out] = if is_plain { [into, out] } else { [Template::same(), Template::same()] };
    let make = format!("new {name} {{ {storage} = {} }}", out.on("$"));
    Ok(Some(Alone { raw, into: into.on(&format!("$.{storage}")).into(), out: make.into() }))
}
