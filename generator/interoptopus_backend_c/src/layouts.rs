//! Whether C lays a struct out as Rust does. C99 has no word for another packing or alignment.

use interoptopus::Checked;
use interoptopus::model::{Field, Primitive, Type, TypeKind};

/// Size and alignment in bytes.
type Memory = (usize, usize);

/// Refuses what a C compiler would lay out otherwise.
pub(crate) fn check(inventory: &Checked, ty: Type, fields: &[Field]) -> Result<(), String> {
    let (mut end, mut align) = (0_usize, 1);
    for (at, field) in fields.iter().enumerate() {
        let Some((size, field_align)) = memory(inventory, field.ty) else { return Ok(()) };
        let offset = end.next_multiple_of(field_align);
        if let Some(real) = inventory.layout(ty).and_then(|l| l.fields.get(at))
            && (real.offset, real.size) != (offset, size)
        {
            return Err(differs(&format!("its field `{}` is at byte {}, in C it would be at {offset}", field.name, real.offset)));
        }
        (end, align) = (offset + size, align.max(field_align));
    }
    let size = end.next_multiple_of(align);
    match inventory.layout(ty) {
        Some(real) if (real.size, real.align) != (size, align) => {
            let (bytes, to) = (real.size, real.align);
            Err(differs(&format!("it has {bytes} bytes aligned to {to}, in C it would have {size} aligned to {align}")))
        }
        Some(_) | None => Ok(()),
    }
}

fn differs(how: &str) -> String {
    format!("{how}: C99 cannot express `packed` or `align`, use plain `repr(C)`")
}

/// What `ty` takes in C, on the machine that this runs on; none if Rust did not say.
fn memory(inventory: &Checked, ty: Type) -> Option<Memory> {
    let word = size_of::<usize>();
    match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::NonZero { .. } | TypeKind::Tagged(_) | TypeKind::Union(_) | TypeKind::Opaque(_) => None,
        TypeKind::Primitive(primitive) => Some((primitive.size(), align_of_primitive(primitive))),
        TypeKind::Enum(id) => Some((inventory[id].repr.size(), align_of_primitive(inventory[id].repr))),
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => Some((word, word)),
        TypeKind::Slice { .. } | TypeKind::Str { .. } => Some((2 * word, word)),
        TypeKind::Array { element, len } => memory(inventory, element).map(|(size, align)| (size * len, align)),
        TypeKind::Struct(_) => inventory.layout(ty).map(|layout| (layout.size, layout.align)),
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
        Primitive::I128 | Primitive::U128 => align_of::<u128>(),
    }
}
