//! Callbacks, which only come in: each lives for the call that it is passed to.

use super::found::Found;
use crate::model::inventory::Inventory;
use crate::model::items::Callback;
use crate::model::parts::contained;
use crate::model::types::{PointerKind, Type, TypeKind};
use std::collections::HashSet;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    const WHY: &str =
        "which lives for the call that it was passed to, and only comes in: leave it out, or export a function for it";
    for (_, f) in inventory.all_functions() {
        if let Some(callback) = first_in(inventory, f.returns) {
            found.add(&f.head.path, format!("what it returns leads to the callback `{}`, {WHY}", callback.head.name));
        }
    }
    for c in &inventory.callbacks {
        for parameter in &c.parameters {
            if let Some(callback) = first_in(inventory, parameter.ty) {
                let (name, callback) = (&parameter.name, &callback.head.name);
                found.add(&c.head.path, format!("the parameter `{name}` leads to the callback `{callback}`, {WHY}"));
            }
        }
    }
}

/// The first callback that a value of `ty` is, contains, or leads to by references and slices.
fn first_in(inventory: &Inventory, ty: Type) -> Option<&Callback> {
    let (mut seen, mut next) = (HashSet::new(), vec![ty]);
    while let Some(ty) = next.pop() {
        match *inventory.kind(ty) {
            _ if !seen.insert(ty) => {}
            TypeKind::Callback { id, nullable: _ } => return Some(&inventory[id]),
            TypeKind::Pointer { pointee: inner, access: _, kind: PointerKind::Reference | PointerKind::Nullable }
            | TypeKind::Slice { element: inner, access: _, nullable: _ } => next.push(inner),
            TypeKind::Pointer { kind: PointerKind::Raw | PointerKind::NonNull, .. }
            | TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. } => next.extend(contained(inventory, ty)),
        }
    }
    None
}
