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
        if !seen.insert(ty) {
            continue;
        }
        let kind = *inventory.kind(ty);
        if let TypeKind::Callback { id, nullable: _ } = kind {
            return Some(&inventory[id]);
        }
        if is_borrow(kind) {
            next.extend(kind.inner());
        } else {
            next.extend(contained(inventory, ty));
        }
    }
    None
}

fn is_borrow(kind: TypeKind) -> bool {
    use PointerKind::{Nullable, Reference};
    matches!(kind, TypeKind::Pointer { kind: Reference | Nullable, .. } | TypeKind::Slice { .. })
}
