//! Ownership of the memory that values lead to, decided once, as every language copies, frees and shows values by it.

#[cfg(feature = "generate")]
use super::builtins::Builtin;
use super::inventory::Inventory;
use super::items::Field;
use super::types::{Content, PointerKind, Type, TypeKind};

/// The owner of the memory that a value leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ownership {
    /// A value leads to no memory but its own. Raw pointers and `NonNull` are plain bytes: their targets are their author's affair.
    Plain,
    /// It leads to memory that it does not own: references, slices, strings, callbacks, and what holds one of them.
    Borrowing,
    /// Its holder has to free it: an object of a service that changes hands, and what holds one.
    Owning,
}

/// The ownership of the memory that a value of `ty` leads to; of a composite the strongest of its parts.
#[must_use]
pub fn ownership(inventory: &Inventory, ty: Type) -> Ownership {
    match *inventory.kind(ty) {
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Pointer { kind: PointerKind::Raw | PointerKind::NonNull, .. } => Ownership::Plain,
        TypeKind::Callback { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Pointer { kind: PointerKind::Reference | PointerKind::Nullable, .. } => Ownership::Borrowing,
        TypeKind::Service(_) | TypeKind::Owned { .. } => Ownership::Owning,
        TypeKind::Struct(id) => ownership_of_fields(inventory, &inventory[id].fields),
        TypeKind::Union(id) => ownership_of_fields(inventory, &inventory[id].fields),
        TypeKind::Tagged(id) => {
            let cases = inventory[id].cases.iter().map(|case| ownership_of_fields(inventory, &case.fields));
            cases.max().unwrap_or(Ownership::Plain)
        }
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } | TypeKind::Outcome { value: inner } => {
            ownership(inventory, inner)
        }
    }
}

/// The content of the memory that a value of `ty` is, if its holder frees it.
#[cfg(feature = "generate")]
#[must_use]
pub fn owned(inventory: &Inventory, ty: Type) -> Option<Content> {
    if let TypeKind::Owned { content, nullable: _ } = *inventory.kind(ty) { Some(content) } else { None }
}

/// The builtins that bindings need: without a function that returns memory for its caller to free, all but [`Builtin::Dealloc`].
#[cfg(feature = "generate")]
#[must_use]
pub fn needed_builtins(inventory: &Inventory) -> Vec<Builtin> {
    let frees = inventory.types().any(|ty| owned(inventory, ty).is_some());
    Builtin::ALL.into_iter().filter(|builtin| frees || *builtin != Builtin::Dealloc).collect()
}

fn ownership_of_fields(inventory: &Inventory, fields: &[Field]) -> Ownership {
    fields.iter().map(|field| ownership(inventory, field.ty)).max().unwrap_or(Ownership::Plain)
}

#[cfg(test)]
mod tests;
