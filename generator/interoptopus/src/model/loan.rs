//! Loans: the memory that a method lends of its object, decided once, as every binding has to give back just that.

use super::inventory::Inventory;
use super::items::Method;
use super::types::{PointerKind, Type, TypeKind};

/// The loan of a successful call, which the caller gives back by `…_release`. A call that fails lends nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loan {
    /// Never: what it returns is the caller's.
    Never,
    /// Always. So it is with all but options themselves: nobody looks for nones inside a struct or an enum with data.
    Always,
    /// Unless it returned none.
    IfSome(Presence),
}

/// The test that a value at the ABI is not none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// `value.is_some` is not 0: of an `ffi::Option`.
    Flag,
    /// `value.data` is not null: of a slice or string.
    Data,
    /// `value` is not null: of a pointer.
    Address,
}

/// The loan of `method`. The library decides by the same rule, so that what is released without having been lent is an error.
#[must_use]
pub fn loan(inventory: &Inventory, method: &Method) -> Loan {
    match (method.lends, presence(inventory, method.function.returns)) {
        (None, _) => Loan::Never,
        (Some(_), None) => Loan::Always,
        (Some(_), Some(presence)) => Loan::IfSome(presence),
    }
}

/// The test that a returned `ty` is not none, if it can be none.
#[must_use]
pub fn presence(inventory: &Inventory, ty: Type) -> Option<Presence> {
    match *inventory.kind(ty) {
        TypeKind::Option { value: _ } => Some(Presence::Flag),
        TypeKind::Slice { nullable: true, .. } | TypeKind::Str { nullable: true } | TypeKind::Owned { nullable: true, .. } => {
            Some(Presence::Data)
        }
        TypeKind::CStr { nullable: true }
        | TypeKind::Pointer { kind: PointerKind::Nullable | PointerKind::Raw, .. }
        | TypeKind::Callback { nullable: true, .. } => Some(Presence::Address),
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
        | TypeKind::Callback { nullable: false, .. }
        | TypeKind::Pointer { kind: PointerKind::Reference | PointerKind::NonNull, .. }
        | TypeKind::Slice { nullable: false, .. }
        | TypeKind::Str { nullable: false }
        | TypeKind::Owned { nullable: false, .. }
        | TypeKind::CStr { nullable: false }
        | TypeKind::Outcome { .. } => None,
    }
}

#[cfg(test)]
mod tests;
