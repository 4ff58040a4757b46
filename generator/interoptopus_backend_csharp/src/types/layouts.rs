//! Layouts: where C# by itself would place or align a field otherwise than Rust, an attribute says where it is.

use crate::syntax::{Dialect, StructLayout};
use interoptopus::model::{self, Inventory, Primitive, Repr, Struct, StructId, Target, Type, TypeKind, UnionId};

/// One set of bindings serves them all.
pub(crate) const PLATFORMS: [Target; 3] =
    [Target { word: 8, long: 8, wide: 8 }, Target { word: 8, long: 4, wide: 8 }, Target { word: 4, long: 4, wide: 8 }];

/// The number of bytes of `ty` where it has most.
pub(crate) fn size(inventory: &Inventory, ty: Type) -> usize {
    PLATFORMS.iter().map(|&platform| model::extent_by_c(inventory, ty, platform).size).max().unwrap_or(0)
}

/// The number of integers as large as its alignment in C# that have the room of a `ty`, where it takes most.
pub(crate) fn parts(inventory: &Inventory, ty: Type) -> usize {
    let parts = |platform| model::extent_by_c(inventory, ty, platform).size.div_ceil(align_by_itself(inventory, ty, platform));
    PLATFORMS.into_iter().map(parts).max().unwrap_or(0)
}

/// The arrangement of a struct.
pub(crate) fn of_struct(inventory: &Inventory, id: StructId) -> Result<StructLayout, String> {
    let Struct { fields, repr, .. } = &inventory[id];
    if let Repr::Packed(pack) = *repr {
        return Ok(StructLayout { pack: Some(pack), ..StructLayout::default() });
    }
    let layouts = PLATFORMS.map(|platform| model::fields_by_c(inventory, fields, *repr, platform));
    let by_itself = PLATFORMS.map(|platform| model::fields_by_c(inventory, fields, Repr::C, platform).0.size);
    let is_raised = fields.iter().any(|f| is_raised(inventory, f.ty));
    let is_as_it_is = layouts.iter().zip(by_itself).all(|((wanted, _), found)| wanted.size == found);
    if !is_raised && is_as_it_is {
        return Ok(StructLayout::default());
    }
    let [(first, offsets), others @ ..] = layouts;
    let is_one = others.iter().all(|(other, theirs)| other.size == first.size && (!is_raised || *theirs == offsets));
    if !is_one {
        return Err(
            "its alignment moves its end or fields, differently on each platform, and C# has one number for all: take types of \
            one size"
                .to_owned(),
        );
    }
    if !is_raised {
        return Ok(StructLayout { pack: None, size: Some(first.size), offsets: Vec::new() });
    }
    // No size where the fields reach to the end: Mono compiles no call that returns a struct with such a one in it.
    let ends_with_field = PLATFORMS.iter().all(|&platform| {
        let ends = fields.iter().zip(&offsets).map(|(f, offset)| offset + model::extent_by_c(inventory, f.ty, platform).size);
        ends.max() == Some(first.size)
    });
    Ok(StructLayout { pack: None, size: (!ends_with_field).then_some(first.size), offsets })
}

/// The arrangement of the union `id`, which is the type `ty`.
pub(crate) fn of_union(inventory: &Inventory, ty: Type, id: UnionId) -> Result<StructLayout, String> {
    let fields = &inventory[id].fields;
    let layout = StructLayout::overlapping(fields.len());
    if !fields.iter().any(|f| is_raised(inventory, f.ty)) {
        return Ok(layout);
    }
    let [first, others @ ..] = PLATFORMS.map(|platform| model::extent_by_c(inventory, ty, platform).size);
    if others.iter().any(|other| *other != first) {
        return Err("its size differs by platform, and C# has one number for all: take types of one size".to_owned());
    }
    Ok(StructLayout { size: Some(first), ..layout })
}

/// The alignment of `ty`, if memory that C# has for it may be aligned to less.
pub(crate) fn needs_alignment(inventory: &Inventory, ty: Type) -> Option<usize> {
    let align = align(inventory, ty);
    (is_raised(inventory, ty) || align > SURE).then_some(align)
}

/// Whether C# aligns `ty` to less than Rust does, whatever it is told.
pub(crate) fn is_raised(inventory: &Inventory, ty: Type) -> bool {
    align(inventory, ty) > align_by_itself(inventory, ty, PLATFORMS[0])
}

/// Refuses what C# would place elsewhere beside something else, as in an option.
pub(crate) fn beside(inventory: &Inventory, ty: Type) -> Result<(), String> {
    if is_raised(inventory, ty) {
        return Err(format!(
            "C# cannot align `{}` beside something else, as an option, a result or an enum has it: take it behind a reference",
            model::type_name(inventory, ty)
        ));
    }
    Ok(())
}

/// Refuses what is in memory beside a status that has to be aligned to more than C# does, or that C# would place elsewhere.
pub(crate) fn in_outcome(inventory: &Inventory, ty: Type) -> Result<(), String> {
    beside(inventory, ty)?;
    if align(inventory, ty) > SURE {
        return Err(format!(
            "C# cannot return `{}`, which must be aligned to more than {SURE} bytes: write it to a reference",
            model::type_name(inventory, ty)
        ));
    }
    Ok(())
}

/// Refuses results of functions in which Mono finds a struct within whose offsets and size C# is told: it compiles no such call. `is_within` says
/// whether `ty` is beside a status.
pub(crate) fn returned(inventory: &Inventory, dialect: Dialect, ty: Type, is_within: bool) -> Result<(), String> {
    if dialect.is_unity()
        && (is_within && is_told_all(inventory, ty)
            || model::contained(inventory, ty).into_iter().any(|part| has_told_all(inventory, part)))
    {
        return Err(format!(
            "Mono returns no struct with padding behind its last field beside something else, as is in `{}`: write it to a `&mut` reference",
            model::type_name(inventory, ty)
        ));
    }
    Ok(())
}

/// Whether C# is told both the places of the fields and the size.
fn is_told_all(inventory: &Inventory, ty: Type) -> bool {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return false };
    of_struct(inventory, id).is_ok_and(|layout| layout.size.is_some() && !layout.offsets.is_empty())
}

fn has_told_all(inventory: &Inventory, ty: Type) -> bool {
    is_told_all(inventory, ty) || model::contained(inventory, ty).into_iter().any(|part| has_told_all(inventory, part))
}

/// Refuses what by itself, as a parameter or result, has to be in memory that is aligned to more than C# does; .NET passes no integer of 16
/// bytes by value either.
pub(crate) fn by_value(inventory: &Inventory, ty: Type) -> Result<(), String> {
    if align(inventory, ty) > SURE {
        return Err(format!(
            "C# cannot pass `{}` by value, which must be aligned to more than {SURE} bytes: take it behind a reference",
            model::type_name(inventory, ty)
        ));
    }
    Ok(())
}

/// Variables of C# are aligned to this many bytes if their types want that, and to no more.
const SURE: usize = 8;

fn align(inventory: &Inventory, ty: Type) -> usize {
    model::extent_by_c(inventory, ty, PLATFORMS[0]).align
}

/// The alignment of `ty` in C# if nothing is said of it: the largest one of the types that it contains.
fn align_by_itself(inventory: &Inventory, ty: Type, platform: Target) -> usize {
    let contained = model::contained(inventory, ty);
    let within = contained.into_iter().map(|part| align_by_itself(inventory, part, platform)).max().unwrap_or(1);
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => match inventory[id].repr {
            Repr::C | Repr::Transparent | Repr::Aligned(_) => within,
            Repr::Packed(pack) => within.min(pack as usize),
        },
        TypeKind::Tagged(id) => within.max(platform.size_of(inventory[id].repr)),
        TypeKind::Outcome { value: _ } => within.max(platform.size_of(Primitive::I32)),
        TypeKind::Union(_) | TypeKind::Array { .. } | TypeKind::Option { .. } => within,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::CStr { .. } => model::extent_by_c(inventory, ty, platform).align,
    }
}
