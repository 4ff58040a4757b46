//! Access: the keyword `public` or `internal` of types and members.

use crate::config::Visibility;
use crate::types::{Types, twins};
use interoptopus::model::{self, Declared, Field, Marks, Type, TypeKind, Visibility as Audience};
use std::collections::HashSet;

/// The keyword of what is for everybody who sees the bindings.
pub(crate) fn public(types: &Types<'_>) -> &'static str {
    match types.visibility {
        Visibility::Public => "public",
        Visibility::Internal => "internal",
    }
}

/// The keyword of a type.
pub(crate) fn of_type(types: &Types<'_>, ty: Type) -> &'static str {
    if is_internal(types, ty) { "internal" } else { public(types) }
}

/// The keyword of a member with `marks` that mentions `mentioned`: C# has none that is more visible than its types.
pub(crate) fn of_member(types: &Types<'_>, marks: &Marks, mentioned: impl IntoIterator<Item = Type>) -> &'static str {
    let is_internal = marks.visibility == Audience::Internal || mentioned.into_iter().any(|ty| is_internal(types, ty));
    if is_internal { "internal" } else { "public" }
}

/// Whether `ty` is marked as internal, or shows something that is.
pub(crate) fn is_internal(types: &Types<'_>, ty: Type) -> bool {
    let inventory = types.inventory;
    let (mut seen, mut next) = (HashSet::from([ty]), vec![ty]);
    while let Some(ty) = next.pop() {
        if inventory.item_of(ty).is_some_and(|item| !inventory.item(item).is_public()) {
            return true;
        }
        next.extend(shown(types, ty).into_iter().filter(|&shown| seen.insert(shown)));
    }
    false
}

/// The types that users see in `ty`.
fn shown(types: &Types<'_>, ty: Type) -> Vec<Type> {
    let inventory = types.inventory;
    match inventory.kind(ty).declared() {
        Some(Declared::Struct(id)) => shown_fields(types, &inventory[id].fields),
        Some(Declared::Union(id)) => shown_fields(types, &inventory[id].fields),
        Some(Declared::Tagged(id)) => inventory[id].cases.iter().flat_map(|c| shown_fields(types, &c.fields)).collect(),
        Some(Declared::Callback(_) | Declared::Enum(_) | Declared::Opaque(_) | Declared::Service(_)) | None => {
            model::parts(inventory, ty)
        }
    }
}

/// A pointer in a field is an address, unless it leads to what is only an address anyway.
fn shown_fields(types: &Types<'_>, fields: &[Field]) -> Vec<Type> {
    let inventory = types.inventory;
    let is_address = |ty: &Type| match *inventory.kind(*ty) {
        TypeKind::Pointer { pointee, access: _, kind } => {
            !twins::is_copied(types.names, pointee, kind) && !matches!(inventory.kind(pointee), TypeKind::Opaque(_))
        }
        _ => false,
    };
    let shown = fields.iter().filter(|f| f.visibility == Audience::Public).map(|f| f.ty);
    shown.filter(|ty| !is_address(ty)).collect()
}
