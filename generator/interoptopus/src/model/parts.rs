//! The parts of types: the types of fields, elements, pointees, parameters and results.

use super::inventory::Inventory;
use super::items::{Callback, Repr};
use super::types::{Type, TypeKind};
use std::collections::HashSet;

/// The types that a value of `ty` is made of or leads to at one step: fields, elements, what is pointed to, parameters and results
/// of callbacks. Nothing is known of what is within an opaque type or a service.
#[must_use]
pub fn parts(inventory: &Inventory, ty: Type) -> Vec<Type> {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Union(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Tagged(id) => inventory[id].cases.iter().flat_map(|c| &c.fields).map(|f| f.ty).collect(),
        TypeKind::Callback { id, nullable: _ } => {
            let Callback { parameters, returns, .. } = &inventory[id];
            parameters.iter().map(|p| p.ty).chain([*returns]).collect()
        }
        TypeKind::Array { element: inner, len: _ }
        | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
        | TypeKind::Slice { element: inner, access: _, nullable: _ }
        | TypeKind::Option { value: inner }
        | TypeKind::Outcome { value: inner } => vec![inner],
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => Vec::new(),
    }
}

/// Each type that is one of `roots`, or that such a type is made of or leads to, at whatever depth.
#[must_use]
pub fn reachable(inventory: &Inventory, roots: impl IntoIterator<Item = Type>) -> HashSet<Type> {
    let mut next: Vec<Type> = roots.into_iter().collect();
    let mut found = HashSet::new();
    while let Some(ty) = next.pop() {
        if found.insert(ty) {
            next.extend(parts(inventory, ty));
        }
    }
    found
}

/// The types that `ty` contains by value, one layer deep: of the fields of a struct and a union, and of all variants of an enum with
/// data; of an array's elements; of an option's and an outcome's value.
#[must_use]
pub fn contained(inventory: &Inventory, ty: Type) -> Vec<Type> {
    match inventory.kind(ty) {
        // What these lead to is elsewhere.
        TypeKind::Pointer { .. } | TypeKind::Slice { .. } | TypeKind::Callback { .. } => Vec::new(),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => parts(inventory, ty),
    }
}

/// True if `is` holds of `ty` or of a type that it contains by value.
#[must_use]
pub fn contains(inventory: &Inventory, ty: Type, is: &impl Fn(Type) -> bool) -> bool {
    is(ty) || contained(inventory, ty).into_iter().any(|inner| contains(inventory, inner, is))
}

/// The type that `ty` is but for its name, if it is a transparent struct.
#[must_use]
pub fn transparent(inventory: &Inventory, ty: Type) -> Option<Type> {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return None };
    match (inventory[id].repr, &inventory[id].fields[..]) {
        (Repr::Transparent, [field]) => Some(field.ty),
        _ => None,
    }
}
