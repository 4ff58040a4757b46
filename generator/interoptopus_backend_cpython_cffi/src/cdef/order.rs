//! Types that are named before they are defined.

use super::definitions::members;
use super::{aligned, carriers};
use interoptopus::model::{CallbackId, Inventory, Type, TypeKind};
use std::collections::HashSet;

/// Structs and unions that are mentioned before they are defined: cycles, which go through pointers. Those whose padding is declared as well.
pub(crate) fn needed_ahead(inventory: &Inventory, order: &[Type]) -> Vec<Type> {
    let mut defined = HashSet::new();
    let mut ahead: Vec<Type> = order.iter().copied().filter(|&ty| aligned::is_declared_here(inventory, ty)).collect();
    for &ty in order {
        for mentioned in mentioned(inventory, ty) {
            let has_members = members(inventory, mentioned).is_some();
            if has_members && !defined.contains(&mentioned) && !ahead.contains(&mentioned) {
                ahead.push(mentioned);
            }
        }
        defined.insert(ty);
    }
    ahead
}

/// The types whose names the definition of `ty` contains.
fn mentioned(inventory: &Inventory, ty: Type) -> Vec<Type> {
    let parts: Vec<Type> = match *inventory.kind(ty) {
        TypeKind::Struct(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Union(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Tagged(id) => inventory[id].cases.iter().flat_map(|case| &case.fields).map(|f| f.ty).collect(),
        TypeKind::Callback { id, nullable: _ } => {
            inventory[id].parameters.iter().map(|p| p.ty).chain([inventory[id].returns]).collect()
        }
        TypeKind::Slice { element: inner, access: _, nullable: _ }
        | TypeKind::Option { value: inner }
        | TypeKind::Outcome { value: inner } => vec![inner],
        TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => Vec::new(),
    };
    parts
        .into_iter()
        .map(|mut ty| {
            loop {
                ty = match *inventory.kind(ty) {
                    TypeKind::Array { element: inner, len: _ } | TypeKind::Pointer { pointee: inner, .. } => inner,
                    _ => match inventory.transparent(ty) {
                        Some(inner) => inner,
                        None => return inventory.definition_of(ty),
                    },
                };
            }
        })
        .collect()
}

/// The types whose carriers the declaration of a callback names; none for what is no callback.
pub(crate) fn passed_by_value(inventory: &Inventory, ty: Type) -> Vec<Type> {
    let TypeKind::Callback { id, nullable: _ } = *inventory.kind(ty) else { return Vec::new() };
    let callback = &inventory[id];
    carriers::carried_of(inventory, callback.parameters.iter().map(|p| p.ty).chain([callback.returns]))
}

/// Whether what a callback passes in a carrier mentions the callback: neither can be declared before the other.
pub(crate) fn is_circular(inventory: &Inventory, callback: CallbackId) -> bool {
    let is_callback = |ty: Type| matches!(*inventory.kind(ty), TypeKind::Callback { id, nullable: _ } if id == callback);
    let mut next = inventory.types().find(|&ty| is_callback(ty)).map_or_else(Vec::new, |ty| passed_by_value(inventory, ty));
    let mut seen: HashSet<Type> = next.iter().copied().collect();
    while let Some(ty) = next.pop() {
        if is_callback(ty) {
            return true;
        }
        next.extend(mentioned(inventory, ty).into_iter().filter(|&other| seen.insert(other)));
    }
    false
}
