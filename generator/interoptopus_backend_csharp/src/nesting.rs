//! What Mono misreads by value: where structs nest three deep, it forgets how far within the outermost one the second is.
//!
//! On x86-64, a struct of 16 bytes at most goes in the registers that the numbers in each of its halves ask for. Mono looks for some of them
//! in the wrong half, or finds none in one and aborts. What it is right about by chance stays; the rest crosses without its nesting, see
//! [`flat`](crate::flat).

use crate::context::Context;
use crate::layouts;
use interoptopus::model::{Crossing, Field, Inventory, Primitive, Repr, Type, TypeKind};

/// Whether Mono misreads a parameter, or what a callback returns.
pub(crate) fn is_misread(cx: &Context<'_>, ty: Type) -> bool {
    cx.dialect.is_unity() && nested(cx.inventory, ty).is_misread()
}

/// Whether it is its nesting that Mono does not know, and not that a number is not aligned.
pub(crate) fn is_mended(cx: &Context<'_>, ty: Type) -> bool {
    !nested(cx.inventory, ty).flat().is_misread() && layouts::flat(cx.inventory, ty).is_some()
}

/// Whether Mono misreads the result of a function.
pub(crate) fn is_misread_returned(cx: &Context<'_>, ty: Type, crossing: Crossing) -> bool {
    let value = match *cx.inventory.kind(ty) {
        TypeKind::Option { value } => option(alone(cx.inventory, value)),
        _ => alone(cx.inventory, ty),
    };
    let whole = match crossing {
        Crossing::Bare => value,
        Crossing::Guarded { error: _ } => Memory::sequence(vec![Memory::number(4), value]),
    };
    cx.dialect.is_unity() && whole.is_misread()
}

/// Refuses what is misread, and has no form without its nesting either.
pub(crate) fn check(cx: &Context<'_>, ty: Type, is_misread: bool) -> Result<(), String> {
    if !is_misread || is_mended(cx, ty) {
        return Ok(());
    }
    Err(format!(
        "Mono loses its way in `{}` by value, whose few bytes are structs in structs, or not aligned: hand it over behind a reference",
        cx.inventory.type_name(ty)
    ))
}

/// The memory of a type on a platform of 64 bits, as structs of C#.
struct Memory {
    size: usize,
    align: usize,
    within: Within,
}

enum Within {
    Integer,
    Float,
    /// Each with its offset.
    Parts(Vec<(usize, Memory)>),
}

impl Memory {
    fn number(size: usize) -> Self {
        Memory { size, align: size, within: Within::Integer }
    }

    fn sequence(parts: Vec<Memory>) -> Self {
        Memory::packed(parts, usize::MAX)
    }

    /// One after the other, aligned to `most` at most.
    fn packed(parts: Vec<Memory>, most: usize) -> Self {
        let align = |part: &Memory| part.align.min(most);
        let all = parts.iter().map(align).max().unwrap_or(1);
        let mut end = 0;
        let place = |part: Memory| {
            let at = usize::next_multiple_of(end, align(&part));
            end = at + part.size;
            (at, part)
        };
        let parts = parts.into_iter().map(place).collect();
        Memory { size: end.next_multiple_of(all), align: all, within: Within::Parts(parts) }
    }

    fn overlapping(parts: Vec<Memory>) -> Self {
        let align = parts.iter().map(|part| part.align).max().unwrap_or(1);
        let size = parts.iter().map(|part| part.size).max().unwrap_or(0).next_multiple_of(align);
        Memory { size, align, within: Within::Parts(parts.into_iter().map(|part| (0, part)).collect()) }
    }

    /// The same without its nesting.
    fn flat(self) -> Self {
        let mut numbers = Vec::new();
        self.numbers(Place::default(), &mut numbers);
        let number = |Number { at, seen: _, size, is_float }| {
            let within = if is_float { Within::Float } else { Within::Integer };
            (at, Memory { within, ..Memory::number(size) })
        };
        Memory { within: Within::Parts(numbers.into_iter().map(number).collect()), ..self }
    }

    /// Whether Mono takes it for something else than it is.
    fn is_misread(&self) -> bool {
        if self.size > LARGEST || !matches!(self.within, Within::Parts(_)) {
            return false;
        }
        let mut numbers = Vec::new();
        self.numbers(Place::default(), &mut numbers);
        // Both look for numbers that are no register's, and then take memory: the ABI for unaligned ones, Mono for those in both halves.
        let in_memory = numbers.iter().any(|n| n.at % n.size != 0);
        let seen_in_memory = numbers.iter().any(|n| n.seen % HALF + n.size > HALF);
        let is_right = |half| {
            let seen = Class::seen(half, &numbers);
            seen != Class::Nothing && seen == Class::of(half, &numbers)
        };
        in_memory != seen_in_memory || !in_memory && !(0..self.size.div_ceil(HALF)).all(is_right)
    }

    fn numbers(&self, place: Place, into: &mut Vec<Number>) {
        let Place { at, outer, own } = place;
        match &self.within {
            Within::Integer => into.push(Number { at, seen: outer + own, size: self.size, is_float: false }),
            Within::Float => into.push(Number { at, seen: outer + own, size: self.size, is_float: true }),
            Within::Parts(parts) => {
                for (offset, part) in parts {
                    part.numbers(Place { at: at + offset, outer: own, own: *offset }, into);
                }
            }
        }
    }
}

/// What is larger goes through memory, and nobody looks into it.
const LARGEST: usize = 16;
/// What a register holds.
const HALF: usize = 8;

/// Where a part is.
#[derive(Clone, Copy, Default)]
struct Place {
    at: usize,
    /// How far the struct that it is in is within the next one.
    outer: usize,
    /// How far it is within its struct.
    own: usize,
}

struct Number {
    at: usize,
    /// Where Mono believes it to be: it adds up two offsets, however many there are.
    seen: usize,
    size: usize,
    is_float: bool,
}

/// What is in a half.
#[derive(PartialEq, Eq)]
enum Class {
    Nothing,
    Integer,
    Float { is_double: bool },
}

impl Class {
    fn of(half: usize, numbers: &[Number]) -> Self {
        let here: Vec<_> = numbers.iter().filter(|n| n.at / HALF == half).collect();
        Class::new(&here, here.iter().map(|n| n.at % HALF + n.size).max())
    }

    /// As Mono sees it, to whom the last number says how much is used.
    fn seen(half: usize, numbers: &[Number]) -> Self {
        let here: Vec<_> = numbers.iter().filter(|n| n.seen / HALF == half).collect();
        Class::new(&here, here.last().map(|n| n.seen % HALF + n.size))
    }

    fn new(here: &[&Number], used: Option<usize>) -> Self {
        match used {
            None => Class::Nothing,
            Some(used) if here.iter().all(|n| n.is_float) => Class::Float { is_double: used > HALF / 2 },
            Some(_) => Class::Integer,
        }
    }
}

/// What `ty` is by itself: a transparent struct is its field.
fn nested(inventory: &Inventory, ty: Type) -> Memory {
    memory(inventory, inventory.abi_value(ty))
}

/// The same as it crosses by itself.
fn alone(inventory: &Inventory, ty: Type) -> Memory {
    let nested = nested(inventory, ty);
    if nested.is_misread() { nested.flat() } else { nested }
}

fn option(value: Memory) -> Memory {
    Memory::sequence(vec![value, Memory::number(1)])
}

fn memory(inventory: &Inventory, ty: Type) -> Memory {
    let fields = |fields: &[Field]| fields.iter().map(|f| memory(inventory, f.ty)).collect::<Vec<_>>();
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive @ (Primitive::F32 | Primitive::F64)) => {
            Memory { within: Within::Float, ..Memory::number(primitive.size()) }
        }
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => Memory::number(primitive.size()),
        TypeKind::Enum(id) => Memory::number(inventory[id].repr.size()),
        TypeKind::Pointer { .. } | TypeKind::Callback { .. } | TypeKind::CStr { .. } | TypeKind::Service(_) => {
            Memory::number(HALF)
        }
        TypeKind::Slice { .. } | TypeKind::Str { .. } => Memory::sequence(vec![Memory::number(HALF), Memory::number(HALF)]),
        TypeKind::Struct(id) => match inventory[id].repr {
            Repr::C | Repr::Transparent => Memory::sequence(fields(&inventory[id].fields)),
            Repr::Packed(most) => Memory::packed(fields(&inventory[id].fields), most as usize),
            Repr::Aligned(align) => {
                let Memory { size, within, .. } = Memory::sequence(fields(&inventory[id].fields));
                Memory { size: size.next_multiple_of(align as usize), align: align as usize, within }
            }
        },
        TypeKind::Union(id) => Memory::overlapping(fields(&inventory[id].fields)),
        TypeKind::Tagged(id) => {
            let cases = inventory[id].cases.iter().filter(|case| !case.fields.is_empty());
            let payload: Vec<_> = cases.map(|case| Memory::sequence(fields(&case.fields))).collect();
            Memory::sequence(vec![Memory::number(inventory[id].repr.size()), Memory::overlapping(payload)])
        }
        TypeKind::Array { element, len } => {
            Memory::sequence((0..len.min(LARGEST + 1)).map(|_| memory(inventory, element)).collect())
        }
        TypeKind::Option { value } => option(memory(inventory, value)),
        TypeKind::Outcome { value } => Memory::sequence(vec![Memory::number(4), memory(inventory, value)]),
        TypeKind::Void | TypeKind::Opaque(_) => Memory::sequence(Vec::new()),
    }
}
