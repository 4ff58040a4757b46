//! Enums without data: numbers.

use crate::border::descriptions::{Named, TypeInfo};
use crate::border::outcomes::Status;
use crate::docs::Docs;
use crate::model::{Enum, Identity, Primitive, Registry, Type, Variant};

/// Refuses a value that no variant of an enum has.
///
/// # Errors
/// [`Status::INVALID`] if it is not known.
#[inline(always)]
pub const fn known(known: bool) -> Result<(), Status> {
    if known { Ok(()) } else { Err(Status::INVALID) }
}

/// Describes the enum `T`: each variant is a name, docs and a discriminant.
///
/// # Safety
/// The description is true of `T`.
pub unsafe fn describe_enum<T>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    error: bool,
    flags: bool,
    variants: &[(&str, &str, i128)],
) -> Type {
    registry.add_enum(Identity::of::<T>(), || {
        let whole = TypeInfo::of::<T>(named);
        (enumeration(&whole, repr, error, flags, variants), whole.layout(Vec::new()))
    })
}

// This is not generic, so that it is compiled once, and not for each type.
fn enumeration(whole: &TypeInfo, repr: Primitive, error: bool, flags: bool, variants: &[(&str, &str, i128)]) -> Enum {
    let variant = |&(name, docs, value): &(&str, &str, i128)| Variant { name: name.to_owned(), docs: Docs::new(docs), value };
    let variants = variants.iter().map(variant).collect();
    Enum { head: whole.head(), repr, variants, flags, error }
}
