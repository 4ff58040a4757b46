//! References and pointers: `const` where Rust only reads, and what may be null is said in words.

use crate::declarator::CType;
use crate::marshal::Marshal;
use interoptopus::model::{Access, PointerKind, Type, TypeKind};

/// A pointer to `pointee`.
pub(crate) fn to(pointee: CType, access: Access) -> CType {
    match access {
        Access::Read => pointee.const_pointer(),
        Access::Write => pointee.pointer(),
    }
}

/// As a parameter. A pointer to an array is then the array as C authors write it, `const uint8_t key[4]`: the same address, with
/// which C89 to C17 let callers pass an array that is not `const`.
pub(crate) fn parameter(marshal: &Marshal<'_>, ty: Type) -> CType {
    let TypeKind::Pointer { pointee, access, kind: _ } = *marshal.inventory.kind(ty) else { return marshal.of(ty) };
    let array = marshal.of(pointee);
    match (&array, access) {
        (CType::Array { .. }, Access::Read) => array.constant(),
        (CType::Array { .. }, Access::Write) => array,
        (CType::Named { .. } | CType::Pointer { .. } | CType::Function { .. }, _) => marshal.of(ty),
    }
}

/// What a declaration does not say.
pub(crate) fn note(kind: PointerKind) -> Option<&'static str> {
    match kind {
        PointerKind::Reference => None,
        PointerKind::NonNull => Some("must not be null, and is not checked further"),
        PointerKind::Nullable => Some("may be null, which is none"),
        PointerKind::Raw => Some("is not checked by the library"),
    }
}
