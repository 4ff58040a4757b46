//! Whether C lays a type out as Rust does, worked out before any compiler is asked.

use interoptopus::Checked;
use interoptopus::model::{Field, Primitive, Repr, Type, TypeKind};

/// Size and alignment in bytes.
type Memory = (usize, usize);

/// The memory of a type in C, and where its fields are: each with its name in the model's layout, offset and size.
struct Laid {
    whole: Memory,
    fields: Vec<(String, usize, usize)>,
}

/// Refuses what a C compiler would lay out otherwise.
pub(crate) fn check(inventory: &Checked, ty: Type) -> Result<(), String> {
    // What Rust did not say cannot differ.
    let (Some(real), Some(laid)) = (inventory.layout(ty), laid(inventory, ty)) else { return Ok(()) };
    for (name, offset, size) in &laid.fields {
        if let Some(field) = real.fields.iter().find(|f| f.name == *name)
            && (field.offset, field.size) != (*offset, *size)
        {
            return Err(differs(&format!("its field `{name}` is at byte {}, in C it would be at {offset}", field.offset)));
        }
    }
    let (size, align) = laid.whole;
    if (real.size, real.align) != (size, align) {
        let (bytes, to) = (real.size, real.align);
        return Err(differs(&format!("it has {bytes} bytes aligned to {to}, in C it would have {size} aligned to {align}")));
    }
    Ok(())
}

fn differs(how: &str) -> String {
    format!("{how}: write `#[repr(C)]`, with `packed` or `align` if need be")
}

/// What a C compiler makes of `ty`; none of what has no fields, or holds what Rust told no layout of.
fn laid(inventory: &Checked, ty: Type) -> Option<Laid> {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let item = &inventory[id];
            let (most, least) = match item.repr {
                Repr::C | Repr::Transparent => (usize::MAX, 1),
                Repr::Packed(to) => (to as usize, 1),
                Repr::Aligned(to) => (usize::MAX, to as usize),
            };
            in_sequence(inventory, &item.fields, most, least)
        }
        TypeKind::Union(id) => {
            let fields: Option<Vec<_>> = inventory[id].fields.iter().map(|f| Some((&f.name, memory(inventory, f.ty)?))).collect();
            let fields = fields?;
            let whole = around(fields.iter().map(|&(_, memory)| memory));
            Some(Laid { whole, fields: fields.into_iter().map(|(name, (size, _))| (name.clone(), 0, size)).collect() })
        }
        TypeKind::Tagged(id) => {
            let item = &inventory[id];
            let holding = item.cases.iter().filter(|case| !case.fields.is_empty());
            let cases: Option<Vec<_>> =
                holding.map(|case| Some((&case.name, in_sequence(inventory, &case.fields, usize::MAX, 1)?))).collect();
            let cases = cases?;
            let tag = (item.repr.size(), align_of_primitive(item.repr));
            let (size, align) = around(cases.iter().map(|(_, case)| case.whole));
            let (payload, all) = (tag.0.next_multiple_of(align), tag.1.max(align));
            let mut fields = vec![("tag".to_owned(), 0, tag.0)];
            for (case, laid) in &cases {
                fields.extend(laid.fields.iter().map(|(name, at, size)| (format!("{case}.{name}"), payload + at, *size)));
            }
            Some(Laid { whole: ((payload + size).next_multiple_of(all), all), fields })
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// One after the other, each aligned to at most `most`, and the whole to at least `least`.
fn in_sequence(inventory: &Checked, fields: &[Field], most: usize, least: usize) -> Option<Laid> {
    let (mut end, mut align, mut laid) = (0_usize, least, Vec::new());
    for field in fields {
        let (size, field_align) = memory(inventory, field.ty)?;
        let field_align = field_align.min(most);
        let offset = end.next_multiple_of(field_align);
        laid.push((field.name.clone(), offset, size));
        (end, align) = (offset + size, align.max(field_align));
    }
    Some(Laid { whole: (end.next_multiple_of(align), align), fields: laid })
}

/// The memory of a union.
fn around(all: impl Iterator<Item = Memory>) -> Memory {
    let (size, align) = all.fold((0, 1), |(size, align), (s, a)| (size.max(s), align.max(a)));
    (size.next_multiple_of(align), align)
}

/// What `ty` takes in C, on the machine that this runs on; none if Rust did not say.
fn memory(inventory: &Checked, ty: Type) -> Option<Memory> {
    let word = size_of::<usize>();
    match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Opaque(_) => None,
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => {
            Some((primitive.size(), align_of_primitive(primitive)))
        }
        TypeKind::Enum(id) => Some((inventory[id].repr.size(), align_of_primitive(inventory[id].repr))),
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => Some((word, word)),
        TypeKind::Slice { .. } | TypeKind::Str { .. } => Some((2 * word, word)),
        TypeKind::Array { element, len } => memory(inventory, element).map(|(size, align)| (size * len, align)),
        TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Tagged(_) => {
            inventory.layout(ty).map(|layout| (layout.size, layout.align))
        }
        TypeKind::Option { value } => memory(inventory, value).map(|(size, align)| ((size + 1).next_multiple_of(align), align)),
        TypeKind::Outcome { value } if *inventory.kind(value) == TypeKind::Void => Some((4, 4)),
        TypeKind::Outcome { value } => memory(inventory, value).map(|(size, align)| {
            let all = align.max(4);
            ((4_usize.next_multiple_of(align) + size).next_multiple_of(all), all)
        }),
    }
}

/// 64-bit numbers are aligned to 4 on some 32-bit platforms.
fn align_of_primitive(primitive: Primitive) -> usize {
    match primitive {
        Primitive::I64 | Primitive::U64 => align_of::<u64>(),
        Primitive::F64 => align_of::<f64>(),
        Primitive::I128 | Primitive::U128 => align_of::<u128>(),
        Primitive::Bool
        | Primitive::I8
        | Primitive::I16
        | Primitive::I32
        | Primitive::Isize
        | Primitive::U8
        | Primitive::U16
        | Primitive::U32
        | Primitive::Usize
        | Primitive::F32
        | Primitive::Char
        | Primitive::CChar
        | Primitive::CLong
        | Primitive::CULong => primitive.size(),
    }
}
