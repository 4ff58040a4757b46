//! Which registers of x86-64 a call needs: there libffi writes beyond the last one for integers, where System V's rule puts half of a struct into it.

use interoptopus::model::{AbiParameter, AbiType, Inventory, Primitive, Type, TypeKind};

/// A number or a pointer within a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) offset: usize,
    /// In bytes, which is its alignment as well.
    pub(crate) size: usize,
    is_float: bool,
}

/// Elements of an array repeat themselves after this many.
const PERIOD: usize = 16;

/// What a type is made of; of long arrays the first elements.
pub(crate) fn leaves(inventory: &Inventory, ty: Type) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    collect(inventory, ty, 0, &mut leaves);
    leaves
}

fn collect(inventory: &Inventory, ty: Type, at: usize, leaves: &mut Vec<Leaf>) {
    let number = |primitive: Primitive| Leaf { offset: at, size: primitive.size(), is_float: primitive.is_float() };
    let fields: Vec<Type> = match *inventory.kind(ty) {
        TypeKind::Void | TypeKind::Opaque(_) => return,
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => return leaves.push(number(primitive)),
        TypeKind::Enum(id) => return leaves.push(number(inventory[id].repr)),
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => {
            return leaves.push(number(Primitive::Usize));
        }
        TypeKind::Slice { .. } | TypeKind::Str { .. } => {
            let first = number(Primitive::Usize);
            return leaves.extend([first, Leaf { offset: at + first.size, ..first }]);
        }
        TypeKind::Array { element, len } => {
            let size = size(inventory, element);
            return (0..len.min(PERIOD)).for_each(|i| collect(inventory, element, at + i * size, leaves));
        }
        TypeKind::Struct(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Union(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Tagged(id) => {
            leaves.push(number(inventory[id].repr));
            inventory[id].cases.iter().flat_map(|case| &case.fields).map(|f| f.ty).collect()
        }
        TypeKind::Option { value } => vec![value],
        TypeKind::Outcome { value } => {
            leaves.push(number(Primitive::I32));
            vec![value]
        }
    };
    let laid = inventory.layout(ty).map_or(&[][..], |layout| &layout.fields);
    // The tag and the status stand before the fields; `is_some` behind.
    let ahead = usize::from(matches!(inventory.kind(ty), TypeKind::Tagged(_) | TypeKind::Outcome { .. }));
    for (place, field) in laid.iter().skip(ahead).zip(fields) {
        collect(inventory, field, at + place.offset, leaves);
    }
    if let (TypeKind::Option { .. }, Some(is_some)) = (inventory.kind(ty), laid.last()) {
        leaves.push(Leaf { offset: at + is_some.offset, size: 1, is_float: false });
    }
}

/// How large a value of a type is, as far as the inventory knows.
pub(crate) fn size(inventory: &Inventory, ty: Type) -> usize {
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => primitive.size(),
        TypeKind::Array { element, len } => size(inventory, element) * len,
        TypeKind::Void => 0,
        TypeKind::Opaque(_)
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

/// What System V's ABI for x86-64 has registers for.
const INTEGERS: usize = 6;
const FLOATS: usize = 8;

/// The parameter whose passing destroys the first float of the call: libffi (3.4) copies a struct of an integer and a float whole to the register of
/// its integer; if that is the last one, what follows it in libffi's memory is the first register for floats.
pub(crate) fn destroyer<'a>(inventory: &Inventory, parameters: &'a [AbiParameter], returns: Type) -> Option<&'a AbiParameter> {
    // The address of what is returned in memory is an argument as well.
    let (mut integers, mut floats) = (usize::from(classes(inventory, returns).is_none()), 0);
    for parameter in parameters {
        let classes = match parameter.ty {
            AbiType::One(ty) => classes(inventory, ty),
            AbiType::Elements { .. } | AbiType::Utf8 | AbiType::Len | AbiType::This(_) => Some(vec![false]),
        };
        let Some(classes) = classes else { continue };
        let of_floats = classes.iter().filter(|is_float| **is_float).count();
        let of_integers = classes.len() - of_floats;
        if integers + of_integers > INTEGERS || floats + of_floats > FLOATS {
            continue; // It goes to the stack.
        }
        if classes == [false, true] && integers == INTEGERS - 1 && floats > 0 {
            return Some(parameter);
        }
        (integers, floats) = (integers + of_integers, floats + of_floats);
    }
    None
}

/// For each register that a value takes whether it is one for floats; none if it goes through memory.
fn classes(inventory: &Inventory, ty: Type) -> Option<Vec<bool>> {
    let size = size(inventory, ty);
    if size > 16 || is_misaligned(inventory, ty) {
        return None;
    }
    let leaves = leaves(inventory, ty);
    let within = |start: usize| leaves.iter().filter(move |leaf| (start..start + 8).contains(&leaf.offset));
    Some((0..size).step_by(8).map(|start| within(start).all(|leaf| leaf.is_float)).collect())
}

/// Whether something in a `ty` is not where its own alignment would put it, so that C passes it in memory.
pub(crate) fn is_misaligned(inventory: &Inventory, ty: Type) -> bool {
    leaves(inventory, ty).iter().any(|leaf| leaf.offset % leaf.size != 0)
}
