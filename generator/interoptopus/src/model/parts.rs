//! The parts of types: the types of fields, elements, pointees, parameters and results.

use super::inventory::Inventory;
use super::item::Item;
use super::items::Repr;
use super::types::{Type, TypeKind};
use super::uses::types_in;
use std::collections::HashSet;

/// The types that a value of `ty` is made of or leads to at one step: fields, elements, what is pointed to, parameters and results
/// of callbacks. Nothing is known of what is within an opaque type or a service.
#[must_use]
pub fn parts(inventory: &Inventory, ty: Type) -> Vec<Type> {
    match inventory.item_of(ty) {
        None => inventory.kind(ty).inner().into_iter().collect(),
        Some(Item::Service(_)) => Vec::new(),
        Some(item) => types_in(inventory, inventory.item(item)),
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
    let leads_elsewhere = matches!(
        inventory.kind(ty),
        TypeKind::Pointer { .. } | TypeKind::Slice { .. } | TypeKind::Owned { .. } | TypeKind::Callback { .. }
    );
    if leads_elsewhere { Vec::new() } else { parts(inventory, ty) }
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
