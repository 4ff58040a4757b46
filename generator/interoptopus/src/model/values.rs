//! The values of types: valid bytes, scalars, none, and the form in which they are passed.

use super::inventory::Inventory;
use super::items::{Field, Parameter};
use super::parts::{contains, transparent};
use super::primitive::Primitive;
use super::types::{PointerKind, Type, TypeKind};

/// True if any bytes are a value of `ty`, padding aside: for numbers, raw pointers and unions, an integer whose 0 is none, and
/// arrays and structs of these; false for `bool` and `char`, enums, references, callbacks, slices and strings.
#[must_use]
pub fn is_plain_data(inventory: &Inventory, ty: Type) -> bool {
    let all = |fields: &[Field]| fields.iter().all(|f| is_plain_data(inventory, f.ty));
    match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Union(_) => true,
        TypeKind::Primitive(primitive) => !matches!(primitive, Primitive::Bool | Primitive::Char),
        TypeKind::NonZero { primitive: _, nullable } => nullable,
        TypeKind::Struct(id) => all(&inventory[id].fields),
        TypeKind::Array { element, len: _ } => is_plain_data(inventory, element),
        TypeKind::Pointer { pointee: _, access: _, kind } => kind == PointerKind::Raw,
        TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => false,
    }
}

/// True if a typed language can write a `ty` that is no value in Rust: an integer that no variant of an enum has, a 0 that
/// is no `NonZero`, a number that is no `char`, a null that is no reference. Before a bare function is called, bindings check these.
/// A `bool` is not one, as the language's own has the same two values; neither is a union, of which only its users know what it has.
#[must_use]
pub fn needs_check(inventory: &Inventory, ty: Type) -> bool {
    let any = |fields: &[Field]| fields.iter().any(|f| needs_check(inventory, f.ty));
    match *inventory.kind(ty) {
        TypeKind::Enum(_) => true,
        TypeKind::Primitive(primitive) => primitive == Primitive::Char,
        TypeKind::NonZero { primitive: _, nullable } | TypeKind::CStr { nullable } => !nullable,
        TypeKind::Struct(id) => any(&inventory[id].fields),
        TypeKind::Tagged(_) => true,
        TypeKind::Array { element, len: _ } => needs_check(inventory, element),
        TypeKind::Option { value } => needs_check(inventory, value),
        TypeKind::Pointer { pointee: _, access: _, kind } => match kind {
            PointerKind::Reference | PointerKind::NonNull => true,
            PointerKind::Nullable | PointerKind::Raw => false,
        },
        TypeKind::Void
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => false,
    }
}

/// The primitive that a value of `ty` is in memory, if it is one: also the integer of an enum, and of a number that is never 0.
#[must_use]
pub fn scalar(inventory: &Inventory, ty: Type) -> Option<Primitive> {
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => Some(primitive),
        TypeKind::Enum(id) => Some(inventory[id].repr),
        TypeKind::Void
        | TypeKind::Struct(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// The type that is passed where a `ty` is passed by value: for a transparent struct that of its field, and so on; else `ty`.
#[must_use]
pub fn abi_value(inventory: &Inventory, ty: Type) -> Type {
    let mut at = ty;
    // No longer than there are types, so that even an inventory that is not valid has an end.
    for _ in 0..inventory.types.len() {
        match transparent(inventory, at) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    at
}

/// True if none is a value of `ty` itself: a language with one null has no option of such a type.
#[must_use]
pub fn may_be_none(inventory: &Inventory, ty: Type) -> bool {
    let kind = *inventory.kind(ty);
    let is_option = matches!(kind, TypeKind::Option { .. } | TypeKind::Pointer { kind: PointerKind::Nullable, .. });
    is_option || kind.nullable() == Some(true)
}

/// True for integers of 16 bytes, which not every language has.
#[must_use]
pub fn is_wide(inventory: &Inventory, ty: Type) -> bool {
    matches!(
        inventory.kind(ty),
        TypeKind::Primitive(Primitive::I128 | Primitive::U128)
            | TypeKind::NonZero { primitive: Primitive::I128 | Primitive::U128, nullable: _ }
    )
}

/// True if any of `parameters` is or contains by value an integer of 16 bytes, which some C compilers pass wrongly.
#[must_use]
pub fn take_wide(inventory: &Inventory, parameters: &[Parameter]) -> bool {
    parameters.iter().any(|parameter| contains(inventory, parameter.ty, &|ty| is_wide(inventory, ty)))
}

#[cfg(test)]
mod tests;
