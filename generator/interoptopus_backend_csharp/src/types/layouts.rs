//! Memory as Rust has it and as C# makes it: where C# would place or align otherwise by itself, it is told.

use crate::syntax::{Arrangement, Dialect};
use interoptopus::model::{Field, Inventory, Repr, StructId, Target, Type, TypeKind, UnionId};

/// One set of bindings serves them all.
pub(crate) const PLATFORMS: [Target; 3] =
    [Target { word: 8, long: 8, wide: 8 }, Target { word: 8, long: 4, wide: 8 }, Target { word: 4, long: 4, wide: 8 }];

/// How many bytes `ty` has where it has most.
pub(crate) fn size(inventory: &Inventory, ty: Type) -> usize {
    PLATFORMS.iter().map(|&platform| inventory.extent_by_c(ty, platform).size).max().unwrap_or(0)
}

/// How many numbers as large as its alignment in C# have the room of a `ty`, where it takes most.
pub(crate) fn parts(inventory: &Inventory, ty: Type) -> usize {
    let parts = PLATFORMS.iter().map(|&platform| {
        let Memory { size, by_itself, align: _ } = memory(inventory, ty, platform);
        size.div_ceil(by_itself)
    });
    parts.max().unwrap_or(0)
}

/// The memory of a type on a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Memory {
    size: usize,
    align: usize,
    /// What C# aligns it to if it is told nothing.
    by_itself: usize,
}

impl Memory {
    fn of(size: usize) -> Self {
        Memory { size, align: size, by_itself: size }
    }

    fn is_raised(self) -> bool {
        self.align > self.by_itself
    }
}

/// How a struct is arranged.
pub(crate) fn of_struct(inventory: &Inventory, id: StructId) -> Result<Arrangement, String> {
    let item = &inventory[id];
    if let Repr::Packed(pack) = item.repr {
        return Ok(Arrangement { pack: Some(pack), ..Arrangement::default() });
    }
    let layouts = PLATFORMS.map(|platform| sequence(inventory, &item.fields, item.repr, platform));
    let by_itself = PLATFORMS.map(|platform| sequence(inventory, &item.fields, Repr::C, platform));
    let is_raised = item.fields.iter().any(|f| memory(inventory, f.ty, PLATFORMS[0]).is_raised());
    let is_as_it_is = layouts.iter().zip(&by_itself).all(|((wanted, _), (found, _))| wanted.size == found.size);
    if !is_raised && is_as_it_is {
        return Ok(Arrangement::default());
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
        return Ok(Arrangement { pack: None, size: Some(first.size), offsets: Vec::new() });
    }
    // No size where the fields reach to the end: Mono compiles no call that returns a struct with such a one in it.
    let ends_with_field = PLATFORMS.iter().all(|&platform| {
        let ends = item.fields.iter().zip(&offsets).map(|(f, offset)| offset + memory(inventory, f.ty, platform).size);
        ends.max() == Some(first.size)
    });
    Ok(Arrangement { pack: None, size: (!ends_with_field).then_some(first.size), offsets })
}

/// How a union is arranged.
pub(crate) fn of_union(inventory: &Inventory, id: UnionId) -> Result<Arrangement, String> {
    let fields = &inventory[id].fields;
    let arrangement = Arrangement::overlapping(fields.len());
    if !fields.iter().any(|f| memory(inventory, f.ty, PLATFORMS[0]).is_raised()) {
        return Ok(arrangement);
    }
    let [first, others @ ..] = PLATFORMS.map(|platform| overlap(inventory, fields.iter().map(|f| f.ty), platform).size);
    if others.iter().any(|other| *other != first) {
        return Err("its size differs by platform, and C# has one number for all: take types of one size".to_owned());
    }
    Ok(Arrangement { size: Some(first), ..arrangement })
}

/// Whether memory that C# has for `ty` may be aligned to less than Rust wants.
pub(crate) fn needs_alignment(inventory: &Inventory, ty: Type) -> Option<usize> {
    let memory = memory(inventory, ty, PLATFORMS[0]);
    (memory.is_raised() || memory.align > SURE).then_some(memory.align)
}

/// Whether C# aligns `ty` to less than Rust does, whatever it is told.
pub(crate) fn is_raised(inventory: &Inventory, ty: Type) -> bool {
    memory(inventory, ty, PLATFORMS[0]).is_raised()
}

/// Refuses what C# would place elsewhere beside something else, as in an option.
pub(crate) fn beside(inventory: &Inventory, ty: Type) -> Result<(), String> {
    if is_raised(inventory, ty) {
        return Err(format!(
            "C# cannot align `{}` beside something else, as an option, a result or an enum has it: take it behind a reference",
            inventory.type_name(ty)
        ));
    }
    Ok(())
}

/// Refuses what is in memory beside a status that has to be aligned to more than C# does, or that C# would place elsewhere.
pub(crate) fn in_outcome(inventory: &Inventory, ty: Type) -> Result<(), String> {
    beside(inventory, ty)?;
    if memory(inventory, ty, PLATFORMS[0]).align > SURE {
        return Err(format!(
            "C# cannot return `{}`, which must be aligned to more than {SURE} bytes: write it to a reference",
            inventory.type_name(ty)
        ));
    }
    Ok(())
}

/// Refuses results of functions in which Mono finds a struct within whose offsets and size C# is told: it compiles no such call. `is_within` says
/// whether `ty` is beside a status.
pub(crate) fn returned(inventory: &Inventory, dialect: Dialect, ty: Type, is_within: bool) -> Result<(), String> {
    if dialect.is_unity()
        && (is_within && is_told_all(inventory, ty) || parts_of(inventory, ty).any(|part| has_told_all(inventory, part)))
    {
        return Err(format!(
            "Mono returns no struct with padding behind its last field beside something else, as is in `{}`: write it to a `&mut` reference",
            inventory.type_name(ty)
        ));
    }
    Ok(())
}

/// Whether C# is told both the places of the fields and the size.
fn is_told_all(inventory: &Inventory, ty: Type) -> bool {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return false };
    of_struct(inventory, id).is_ok_and(|arrangement| arrangement.size.is_some() && !arrangement.offsets.is_empty())
}

fn has_told_all(inventory: &Inventory, ty: Type) -> bool {
    is_told_all(inventory, ty) || parts_of(inventory, ty).any(|part| has_told_all(inventory, part))
}

/// What is in a `ty` in the same memory.
fn parts_of<'a>(inventory: &'a Inventory, ty: Type) -> Box<dyn Iterator<Item = Type> + 'a> {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => Box::new(inventory[id].fields.iter().map(|f| f.ty)),
        TypeKind::Union(id) => Box::new(inventory[id].fields.iter().map(|f| f.ty)),
        TypeKind::Tagged(id) => Box::new(inventory[id].cases.iter().flat_map(|c| &c.fields).map(|f| f.ty)),
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } | TypeKind::Outcome { value: inner } => {
            Box::new(std::iter::once(inner))
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Callback { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => Box::new(std::iter::empty()),
    }
}

/// Refuses what by itself, as a parameter or result, has to be in memory that is aligned to more than C# does; .NET passes no integer of 16
/// bytes by value either.
pub(crate) fn by_value(inventory: &Inventory, ty: Type) -> Result<(), String> {
    if memory(inventory, ty, PLATFORMS[0]).align > SURE {
        return Err(format!(
            "C# cannot pass `{}` by value, which must be aligned to more than {SURE} bytes: take it behind a reference",
            inventory.type_name(ty)
        ));
    }
    Ok(())
}

/// Variables of C# are aligned to this many bytes if their types want that, and to no more.
const SURE: usize = 8;

fn memory(inventory: &Inventory, ty: Type, platform: Target) -> Memory {
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => Memory::of(platform.size_of(primitive)),
        TypeKind::Enum(id) => Memory::of(platform.size_of(inventory[id].repr)),
        TypeKind::Struct(id) => sequence(inventory, &inventory[id].fields, inventory[id].repr, platform).0,
        TypeKind::Union(id) => overlap(inventory, inventory[id].fields.iter().map(|f| f.ty), platform),
        TypeKind::Tagged(id) => {
            let cases = inventory[id].cases.iter().map(|c| sequence(inventory, &c.fields, Repr::C, platform).0);
            let payload = cases.reduce(wider).unwrap_or(EMPTY);
            after(&[Memory::of(platform.size_of(inventory[id].repr)), payload]).0
        }
        TypeKind::Array { element, len } => {
            let element = memory(inventory, element, platform);
            Memory { size: element.size * len, ..element }
        }
        TypeKind::Slice { .. } | TypeKind::Str { .. } => after(&[Memory::of(platform.word), Memory::of(platform.word)]).0,
        TypeKind::Option { value } => after(&[memory(inventory, value, platform), Memory::of(1)]).0,
        TypeKind::Outcome { value } => after(&[Memory::of(4), memory(inventory, value, platform)]).0,
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => {
            Memory::of(platform.word)
        }
        TypeKind::Void | TypeKind::Opaque(_) => EMPTY,
    }
}

const EMPTY: Memory = Memory { size: 0, align: 1, by_itself: 1 };

/// One after the other, as C has them.
fn sequence(inventory: &Inventory, fields: &[Field], repr: Repr, platform: Target) -> (Memory, Vec<usize>) {
    let most = |memory: Memory, most: usize| {
        let (align, by_itself) = (memory.align.min(most), memory.by_itself.min(most));
        Memory { align, by_itself, ..memory }
    };
    let fields: Vec<_> = fields.iter().map(|f| memory(inventory, f.ty, platform)).collect();
    match repr {
        Repr::C | Repr::Transparent => after(&fields),
        Repr::Packed(pack) => after(&fields.iter().map(|&f| most(f, pack as usize)).collect::<Vec<_>>()),
        Repr::Aligned(align) => {
            let (memory, offsets) = after(&fields);
            let align = memory.align.max(align as usize);
            (Memory { size: memory.size.next_multiple_of(align), align, ..memory }, offsets)
        }
    }
}

fn after(fields: &[Memory]) -> (Memory, Vec<usize>) {
    let mut all = EMPTY;
    let mut offsets = Vec::new();
    for field in fields {
        let offset = all.size.next_multiple_of(field.align);
        offsets.push(offset);
        all = wider(Memory { size: offset + field.size, ..all }, Memory { size: 0, ..*field });
    }
    all.size = all.size.next_multiple_of(all.align);
    (all, offsets)
}

fn overlap(inventory: &Inventory, types: impl Iterator<Item = Type>, platform: Target) -> Memory {
    let all = types.map(|ty| memory(inventory, ty, platform)).reduce(wider).unwrap_or(EMPTY);
    Memory { size: all.size.next_multiple_of(all.align), ..all }
}

/// What has room for both.
fn wider(one: Memory, other: Memory) -> Memory {
    Memory { size: one.size.max(other.size), align: one.align.max(other.align), by_itself: one.by_itself.max(other.by_itself) }
}
