//! Structs that are aligned to more than their fields: cffi knows no such thing, so their padding is declared.

use interoptopus::model::{self, Inventory, Repr, Target, Type, TypeKind};

/// The alignment of a type that has more of it than cffi would find, because it is aligned or contains what is.
pub(crate) fn beyond_cffi(inventory: &Inventory, ty: Type) -> Option<u32> {
    let mut own = None;
    if let TypeKind::Struct(id) = *inventory.kind(ty) {
        if let Repr::Packed(_) = inventory[id].repr {
            return None;
        }
        let (by_fields, _) = model::fields_by_c(inventory, &inventory[id].fields, Repr::C, Target::LEAST);
        own = Some(asked_for(inventory, ty)).filter(|align| *align as usize > by_fields.align);
    }
    own.max(model::contained(inventory, ty).into_iter().filter_map(|inner| beyond_cffi(inventory, inner)).max())
}

/// The alignment that the struct `ty` asks for itself.
pub(crate) fn asked_for(inventory: &Inventory, ty: Type) -> u32 {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return 1 };
    match inventory[id].repr {
        Repr::Aligned(align) => align,
        Repr::C | Repr::Transparent | Repr::Packed(_) => 1,
    }
}

/// Why a sum type or a union cannot contain such a struct.
pub(crate) fn refusal(inventory: &Inventory, ty: Type) -> Option<String> {
    let align = beyond_cffi(inventory, ty)?;
    Some(format!("it contains a struct that is aligned to {align} bytes, which cffi knows only in structs"))
}
