//! Packed structs: cffi declares them, and Python takes their fields as any other's; what is misaligned in them matters to calls.

use interoptopus::model::{Inventory, Primitive, Type, TypeKind};

/// Whether something in a `ty` is not where its own alignment would put it, so that C passes it in memory.
pub(crate) fn is_misaligned(inventory: &Inventory, ty: Type) -> bool {
    within(inventory, ty, 0)
}

/// Elements of an array repeat themselves after this many.
const PERIOD: usize = 16;

fn within(inventory: &Inventory, ty: Type, at: usize) -> bool {
    let word = Primitive::Usize.size();
    let fields: Vec<Type> = match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Opaque(_) => return false,
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => return at % primitive.size() != 0,
        TypeKind::Enum(id) => return at % inventory[id].repr.size() != 0,
        TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => return at % word != 0,
        TypeKind::Array { element, len } => {
            let size = size(inventory, element);
            return (0..len.min(PERIOD)).any(|i| within(inventory, element, at + i * size));
        }
        TypeKind::Struct(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Union(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Tagged(id) => {
            if at % inventory[id].repr.size() != 0 {
                return true;
            }
            inventory[id].cases.iter().flat_map(|case| &case.fields).map(|f| f.ty).collect()
        }
        TypeKind::Option { value } => vec![value],
        TypeKind::Outcome { value } => {
            if at % 4 != 0 {
                return true;
            }
            vec![value]
        }
    };
    let laid = inventory.layout(ty).map_or(&[][..], |layout| &layout.fields);
    // The tag and the status stand before the fields; `is_some` behind.
    let ahead = usize::from(matches!(inventory.kind(ty), TypeKind::Tagged(_) | TypeKind::Outcome { .. }));
    laid.iter().skip(ahead).zip(fields).any(|(place, field)| within(inventory, field, at + place.offset))
}

fn size(inventory: &Inventory, ty: Type) -> usize {
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => primitive.size(),
        TypeKind::Array { element, len } => size(inventory, element) * len,
        TypeKind::Void
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => Primitive::Usize.size(),
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Union(_)
        | TypeKind::Tagged(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => inventory.layout(ty).map_or(0, |layout| layout.size),
    }
}
