//! Transparent structs: classes of their own in Python, and what they wrap in C.

use interoptopus::model::{Inventory, Type, TypeKind};

/// What a transparent struct wraps.
pub(crate) fn inner(inventory: &Inventory, ty: Type) -> Option<Type> {
    inventory.transparent(ty)
}

/// Whether C has a struct with fields for the struct `ty`.
pub(crate) fn has_fields(inventory: &Inventory, ty: Type) -> bool {
    matches!(inventory.kind(ty), TypeKind::Struct(_)) && inner(inventory, ty).is_none()
}
