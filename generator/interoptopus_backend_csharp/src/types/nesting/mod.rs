//! Values of up to 16 bytes where structs nest, without the nesting: all numbers in one struct, each where it was.
//!
//! On x86-64 such a struct goes in the registers that the numbers in each of its halves ask for. Mono adds up two offsets, however many there
//! are, and takes what comes last in a half for all that is used of it: so it looks in the wrong half, cuts what is there, or aborts.

pub(crate) mod flat;

use crate::names::Names;
use crate::syntax::{CsType, Template};
use crate::types::conversions::{Alone, Returned};
use crate::types::layouts::PLATFORMS;
use crate::types::nesting::flat::{Flat, Form};
use interoptopus::model::{self, Crossing, Field, Inventory, Type, TypeKind};

/// The bytes of the largest value that is passed in registers; a larger one goes through memory, and nobody looks into it.
const LARGEST: usize = 16;

/// The bytes of a register.
const HALF: usize = 8;

/// The form without nesting of `ty` where it crosses by value; none if it crosses as it is.
fn of(names: &Names<'_>, ty: Type) -> Result<Option<Form>, String> {
    let (inventory, ty) = (names.inventory, model::abi_value(names.inventory, ty));
    if !names.dialect.is_unity() || model::extent_by_c(inventory, ty, PLATFORMS[0]).size > LARGEST {
        return Ok(None);
    }
    let refused = |what: &str| {
        let name = model::type_name(inventory, ty);
        Err(format!("Mono loses its way in `{name}` by value, {what}: hand it over behind a reference"))
    };
    if is_unaligned(inventory, ty) {
        return refused("whose few bytes are not aligned");
    }
    match flat::of(inventory, ty) {
        _ if depth(inventory, ty) < 2 => Ok(None),
        None => refused("in whose few bytes words overlap other things in structs in structs"),
        form => Ok(form),
    }
}

/// Whether Mono finds registers for numbers that the ABI has in memory, because they are not aligned: Mono sees only those in both halves.
fn is_unaligned(inventory: &Inventory, ty: Type) -> bool {
    let numbers = model::numbers_by_c(inventory, ty, PLATFORMS[0]);
    let is_seen = numbers.iter().any(|n| n.at % HALF + n.size > HALF);
    !is_seen && model::is_misaligned_by_c(inventory, ty, PLATFORMS[0])
}

/// The number of structs of C# around the innermost number. Overlapping ones are in an order that Mono may cut.
fn depth(inventory: &Inventory, ty: Type) -> usize {
    let within = |fields: &[Field]| fields.iter().map(|f| depth(inventory, f.ty)).max().unwrap_or(0);
    match *inventory.kind(ty) {
        TypeKind::Void
        | TypeKind::Opaque(_)
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Callback { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Service(_) => 0,
        TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::Owned { .. } => 1,
        TypeKind::Struct(id) => 1 + within(&inventory[id].fields),
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } => 1 + depth(inventory, inner),
        // What is transparent is by itself in it.
        TypeKind::Outcome { value } => 1 + depth(inventory, model::abi_value(inventory, value)),
        TypeKind::Union(_) | TypeKind::Tagged(_) => 2,
    }
}

/// Whether a struct stands for `ty` where it crosses by value.
pub(crate) fn is_flat(names: &Names<'_>, ty: Type) -> bool {
    of(names, ty).is_ok_and(|form| form.is_some())
}

/// The struct that stands for `raw`, which is a `ty`; none if it crosses as it is.
pub(crate) fn flat(names: &Names<'_>, ty: Type, raw: CsType) -> Result<Option<Flat>, String> {
    Ok(of(names, ty)?.map(|form| Flat::new(raw, form)))
}

/// `alone`, which is a `ty`, as it crosses.
pub(crate) fn by_itself(names: &Names<'_>, ty: Type, alone: Alone) -> Result<Alone, String> {
    let Some(Flat { name, .. }) = flat(names, ty, alone.raw.clone())? else { return Ok(alone) };
    let into = Template::from(&name).method("Of", [alone.into]);
    Ok(Alone { into, out: alone.out.on(&Template::value().member("Value")), raw: CsType::named(name) })
}

/// `returned`, which is a `ty`, as a function gives it back that crosses so.
pub(crate) fn returned(names: &Names<'_>, ty: Type, returned: Returned, crossing: Crossing) -> Result<Returned, String> {
    let (whole, raw) = match crossing {
        Crossing::Bare => (ty, returned.raw.clone()),
        Crossing::Guarded { error: _ } => match names.inventory.find(TypeKind::Outcome { value: ty }) {
            Some(outcome) => (outcome, names.dialect.result_of(&returned.raw)),
            None => return Ok(returned),
        },
    };
    let Some(flat) = flat(names, whole, raw)? else { return Ok(returned) };
    match crossing {
        Crossing::Guarded { error: _ } => Ok(Returned { flat: Some(flat), ..returned }),
        Crossing::Bare => {
            let nested = |template: Template| template.on(&Template::value().member("Value"));
            let (is_some, discard) = (returned.is_some.map(nested), returned.discard.map(nested));
            Ok(Returned {
                out: nested(returned.out),
                raw: CsType::named(&flat.name),
                is_some,
                discard,
                flat: Some(flat),
                ..returned
            })
        }
    }
}
