//! Layouts by C's rules, for any target: bindings are made on one machine, and serve them all.

use super::inventory::Inventory;
use super::items::{Field, Repr};
use super::layout::{FieldLayout, Layout};
use super::primitive::Primitive;
use super::types::{Declared, TaggedId, Type, TypeKind};

/// A platform, as far as C's rules depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// The size of a word, and so of every address, in bytes.
    pub word: usize,
    /// The size of C's `long` in bytes.
    pub long: usize,
    /// The alignment of numbers of 8 bytes, in bytes.
    pub wide: usize,
}

impl Target {
    /// x86-64 by System V's ABI, as on Linux and macOS.
    pub const SYSTEM_V: Self = Target { word: 8, long: 8, wide: 8 };

    /// The one with the smallest words, which aligns numbers the least: what is as large or aligned there as by [`SYSTEM_V`](Self::SYSTEM_V) is so
    /// everywhere.
    pub const LEAST: Self = Target { word: 4, long: 4, wide: 4 };

    /// A number that `of` finds, if it is the same on all platforms.
    pub fn on_each(of: impl Fn(Self) -> usize) -> Option<usize> {
        let (least, most) = (of(Self::LEAST), of(Self::SYSTEM_V));
        (least == most).then_some(most)
    }

    /// The one that this was compiled for.
    #[must_use]
    pub fn host() -> Self {
        Target { word: size_of::<usize>(), long: size_of::<core::ffi::c_long>(), wide: align_of::<u64>() }
    }

    /// The size of `primitive` in bytes.
    #[must_use]
    pub fn size_of(self, primitive: Primitive) -> usize {
        match primitive {
            Primitive::Isize | Primitive::Usize => self.word,
            Primitive::CLong | Primitive::CULong => self.long,
            Primitive::Bool
            | Primitive::I8
            | Primitive::I16
            | Primitive::I32
            | Primitive::I64
            | Primitive::U8
            | Primitive::U16
            | Primitive::U32
            | Primitive::U64
            | Primitive::F32
            | Primitive::F64
            | Primitive::I128
            | Primitive::U128
            | Primitive::Char
            | Primitive::CChar => primitive.size(),
        }
    }

    fn number(self, size: usize) -> Extent {
        Extent { size, align: if size == 8 { self.wide } else { size } }
    }
}

/// The size and the alignment of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    /// In bytes, padding at the end included.
    pub size: usize,
    /// In bytes.
    pub align: usize,
}

const NOTHING: Extent = Extent { size: 0, align: 1 };

/// A number within a type, which ABIs look at to find a register for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// Distance in bytes from the start of the type.
    pub at: usize,
    /// In bytes.
    pub size: usize,
    /// Its kind.
    pub kind: NumberKind,
}

/// The kinds of numbers that ABIs tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// An integer of a size that is the same everywhere, or that is C's `long`.
    Integer,
    /// An address, or an integer of that size.
    Word,
    /// A float.
    Float,
}

/// The size and alignment of `ty` by C's rules; size 0 for types without values.
#[must_use]
pub fn extent_by_c(inventory: &Inventory, ty: Type, target: Target) -> Extent {
    let word = target.number(target.word);
    match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Opaque(_) => NOTHING,
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => target.number(target.size_of(primitive)),
        TypeKind::Enum(id) => target.number(target.size_of(inventory[id].repr)),
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => word,
        TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::Owned { .. } => sequence(&[word, word], Repr::C).0,
        TypeKind::Struct(id) => fields_by_c(inventory, &inventory[id].fields, inventory[id].repr, target).0,
        TypeKind::Union(id) => overlap(inventory[id].fields.iter().map(|f| extent_by_c(inventory, f.ty, target))),
        TypeKind::Tagged(id) => tagged_by_c(inventory, id, target).0,
        TypeKind::Array { element, len } => {
            let Extent { size, align } = extent_by_c(inventory, element, target);
            Extent { size: size * len, align }
        }
        TypeKind::Option { value } => sequence(&[extent_by_c(inventory, value, target), target.number(1)], Repr::C).0,
        TypeKind::Outcome { value } => sequence(&[target.number(4), extent_by_c(inventory, value, target)], Repr::C).0,
    }
}

/// The fields of a struct by C's rules, and where each of them is.
#[must_use]
pub fn fields_by_c(inventory: &Inventory, fields: &[Field], repr: Repr, target: Target) -> (Extent, Vec<usize>) {
    let extents: Vec<_> = fields.iter().map(|field| extent_by_c(inventory, field.ty, target)).collect();
    sequence(&extents, repr)
}

/// The layout that C gives a struct, a union or an enum with data, with the fields of [`Inventory::layout`]; none for all other types.
#[must_use]
pub fn layout_by_c(inventory: &Inventory, ty: Type, target: Target) -> Option<Layout> {
    let Extent { size, align } = extent_by_c(inventory, ty, target);
    let size_of = |field: &Field| extent_by_c(inventory, field.ty, target).size;
    let sequence = |fields: &[Field], repr: Repr, prefix: &str, start: usize| -> Vec<FieldLayout> {
        let offsets = fields_by_c(inventory, fields, repr, target).1.into_iter();
        let one =
            |(f, at): (&Field, usize)| FieldLayout { name: format!("{prefix}{}", f.name), offset: start + at, size: size_of(f) };
        fields.iter().zip(offsets).map(one).collect()
    };
    let fields = match inventory.kind(ty).declared()? {
        Declared::Struct(id) => sequence(&inventory[id].fields, inventory[id].repr, "", 0),
        Declared::Union(id) => {
            let one = |f: &Field| FieldLayout { name: f.name.clone(), offset: 0, size: size_of(f) };
            inventory[id].fields.iter().map(one).collect()
        }
        Declared::Tagged(id) => {
            let tag = FieldLayout { name: "tag".to_owned(), offset: 0, size: target.size_of(inventory[id].repr) };
            let (_, payload) = tagged_by_c(inventory, id, target);
            let cases = inventory[id].cases.iter();
            let cases = cases.flat_map(|case| sequence(&case.fields, Repr::C, &format!("{}.", case.name), payload));
            [tag].into_iter().chain(cases).collect()
        }
        Declared::Enum(_) | Declared::Opaque(_) | Declared::Callback(_) | Declared::Service(_) => return None,
    };
    Some(Layout { size, align, fields })
}

/// An enum with data by C's rules, and where what its cases hold begins.
fn tagged_by_c(inventory: &Inventory, id: TaggedId, target: Target) -> (Extent, usize) {
    let cases = inventory[id].cases.iter().map(|case| fields_by_c(inventory, &case.fields, Repr::C, target).0);
    let (whole, offsets) = sequence(&[target.number(target.size_of(inventory[id].repr)), overlap(cases)], Repr::C);
    (whole, offsets[1])
}

/// All numbers in a value of `ty` by C's rules, field by field: those of a union's fields and of the cases of an enum with data are in
/// the same places. It finds them in the same order on every target. An array gives as many as it has elements.
#[must_use]
pub fn numbers_by_c(inventory: &Inventory, ty: Type, target: Target) -> Vec<Number> {
    let mut found = Vec::new();
    find_numbers(inventory, ty, 0, target, &mut found);
    found
}

/// True if a number in a value of `ty` is misaligned by C's rules, as in packed structs.
#[must_use]
pub fn is_misaligned_by_c(inventory: &Inventory, ty: Type, target: Target) -> bool {
    numbers_by_c(inventory, ty, target).iter().any(|number| number.at % target.number(number.size).align != 0)
}

fn find_numbers(inventory: &Inventory, ty: Type, at: usize, target: Target, found: &mut Vec<Number>) {
    let word = |at| Number { at, size: target.word, kind: NumberKind::Word };
    let number = |primitive: Primitive| {
        let is_word = matches!(primitive, Primitive::Isize | Primitive::Usize);
        let integer = if is_word { NumberKind::Word } else { NumberKind::Integer };
        let kind = if primitive.is_float() { NumberKind::Float } else { integer };
        Number { at, size: target.size_of(primitive), kind }
    };
    let byte = |at| Number { at, size: 1, kind: NumberKind::Integer };
    match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Opaque(_) => {}
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => found.push(number(primitive)),
        TypeKind::Enum(id) => found.push(number(inventory[id].repr)),
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => {
            found.push(word(at));
        }
        TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::Owned { .. } => {
            found.extend([word(at), word(at + target.word)]);
        }
        TypeKind::Struct(id) => find_in_fields(inventory, &inventory[id].fields, inventory[id].repr, at, target, found),
        TypeKind::Union(id) => inventory[id].fields.iter().for_each(|f| find_numbers(inventory, f.ty, at, target, found)),
        TypeKind::Tagged(id) => {
            found.push(number(inventory[id].repr));
            let (_, payload) = tagged_by_c(inventory, id, target);
            inventory[id]
                .cases
                .iter()
                .for_each(|case| find_in_fields(inventory, &case.fields, Repr::C, at + payload, target, found));
        }
        TypeKind::Array { element, len } => {
            let size = extent_by_c(inventory, element, target).size;
            (0..len).for_each(|index| find_numbers(inventory, element, at + index * size, target, found));
        }
        TypeKind::Option { value } => {
            find_numbers(inventory, value, at, target, found);
            found.push(byte(at + extent_by_c(inventory, value, target).size));
        }
        TypeKind::Outcome { value } => {
            found.push(Number { at, size: 4, kind: NumberKind::Integer });
            find_numbers(
                inventory,
                value,
                at + 4_usize.next_multiple_of(extent_by_c(inventory, value, target).align),
                target,
                found,
            );
        }
    }
}

fn find_in_fields(inventory: &Inventory, fields: &[Field], repr: Repr, at: usize, target: Target, found: &mut Vec<Number>) {
    let (_, offsets) = fields_by_c(inventory, fields, repr, target);
    fields.iter().zip(offsets).for_each(|(field, offset)| find_numbers(inventory, field.ty, at + offset, target, found));
}

/// The layout of fields one after the other: the whole, and their offsets.
fn sequence(parts: &[Extent], repr: Repr) -> (Extent, Vec<usize>) {
    let (most, least) = repr.alignments();
    let (mut end, mut align, mut offsets) = (0_usize, least, Vec::new());
    for part in parts {
        let own = part.align.min(most);
        let offset = end.next_multiple_of(own);
        offsets.push(offset);
        (end, align) = (offset + part.size, align.max(own));
    }
    (Extent { size: end.next_multiple_of(align), align }, offsets)
}

/// The layout of fields that all begin at offset 0.
fn overlap(parts: impl Iterator<Item = Extent>) -> Extent {
    let Extent { size, align } =
        parts.fold(NOTHING, |all, part| Extent { size: all.size.max(part.size), align: all.align.max(part.align) });
    Extent { size: size.next_multiple_of(align), align }
}

#[cfg(test)]
mod tests;
