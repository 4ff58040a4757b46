//! Enums and flags: an exact integer type and constants for its values, as the size of a C enum is the compiler's choice.

use crate::names::Names;
use crate::types::{Types, primitives};
use crate::{docs, literals};
use interoptopus::model::{self, EnumId, Head, Item, Primitive, Type, Variant};
use interoptopus_c_syntax::{Attribute, CType, Comment, Declared, Enum, Enumerator, Macro};

/// The values of an enum that may be passed.
pub(crate) const ONE: &str = "only the values below may be passed.";
/// The values of flags that may be passed.
const SET: &str = "a set, 0 or any of the values below, joined by `|`.";

/// The enum `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: EnumId) -> Enum {
    let model::Enum { head: Head { docs: text, marks, .. }, repr, variants, flags, error } = &types.inventory[id];
    let typedef = types.has_typedef(ty, *error);
    let mut comment = docs::comment(types, text, Item::Enum(id));
    if typedef {
        let values = if *flags { SET } else { ONE };
        comment = comment.sentence(format!("{}: {values}", size(types.names, *repr)));
    }
    let comment = docs::marked(comment, marks);
    let name = || Declared::new(types.names.of(types.inventory, ty), integer(types.names, *repr));
    let values = variants.iter().enumerate().map(|(at, Variant { name: _, docs: of_variant, value })| {
        (docs::comment(types, of_variant, Item::Variant(id, at)), types.names.variant(types.inventory, id, at), *value)
    });
    let plain = with_values(types.names, comment, typedef.then(name), *repr, values);
    Enum { attribute: docs::attribute(types.names, marks), ..plain }
}

/// The integer that an enum of this `repr` is.
pub(crate) fn integer(names: &Names, repr: Primitive) -> CType {
    CType::named(primitives::name(names, repr))
}

/// The size of an enum of this `repr`, for readers who know C's enums.
pub(crate) fn size(names: &Names, repr: Primitive) -> String {
    match repr {
        Primitive::I8 | Primitive::U8 | Primitive::CChar => "One byte, unlike a C enum".to_owned(),
        Primitive::I16 | Primitive::U16 => "Two bytes, unlike a C enum".to_owned(),
        Primitive::I64 | Primitive::U64 => "Eight bytes, unlike a C enum".to_owned(),
        Primitive::I128 | Primitive::U128 => "Sixteen bytes, unlike a C enum".to_owned(),
        Primitive::Isize | Primitive::Usize => "As wide as a pointer, unlike a C enum".to_owned(),
        Primitive::Bool
        | Primitive::I32
        | Primitive::U32
        | Primitive::F32
        | Primitive::F64
        | Primitive::Char
        | Primitive::CLong
        | Primitive::CULong => format!("Of type `{}`, not a C enum", primitives::name(names, repr)),
    }
}

/// An integer of the type `repr`, and its values, each with its comment and name.
pub(crate) fn with_values(
    names: &Names,
    comment: Comment,
    typedef: Option<Declared>,
    repr: Primitive,
    values: impl Iterator<Item = (Comment, String, i128)>,
) -> Enum {
    let (mut enumerators, mut macros) = (Vec::new(), Vec::new());
    for (comment, name, value) in values {
        match i32::try_from(value) {
            Ok(i32::MIN) => enumerators.push(Enumerator { comment, name, value: "INT32_MIN".to_owned() }),
            Ok(int) => enumerators.push(Enumerator { comment, name, value: int.to_string() }),
            Err(_) => macros.push(Macro { comment, name, value: literals::integer(names, repr, value), condition: None }),
        }
    }
    Enum { comment, attribute: Attribute::default(), typedef, enumerators, macros }
}
