//! Numbers and bools: cffi converts them, and refuses a number that is out of range.

use interoptopus::model::Primitive;

/// The Python type.
pub(crate) fn annotation(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        Primitive::Char => "str",
        Primitive::F32 | Primitive::F64 => "float",
        Primitive::I8
        | Primitive::I16
        | Primitive::I32
        | Primitive::I64
        | Primitive::Isize
        | Primitive::U8
        | Primitive::U16
        | Primitive::U32
        | Primitive::U64
        | Primitive::Usize
        | Primitive::I128
        | Primitive::U128
        | Primitive::CChar
        | Primitive::CLong
        | Primitive::CULong => "int",
    }
}

/// The value whose bytes are zero, as cffi has it.
pub(crate) fn zero(primitive: Primitive) -> &'static str {
    match annotation(primitive) {
        "bool" => "False",
        "float" => "0.0",
        _ => "0",
    }
}

/// The items of a buffer of them, in words.
pub(crate) fn in_words(primitive: Primitive) -> String {
    let (sort, bits) = match primitive {
        Primitive::Bool => return "bools".to_owned(),
        Primitive::Isize => return "signed integers as wide as a pointer".to_owned(),
        Primitive::Usize => return "unsigned integers as wide as a pointer".to_owned(),
        Primitive::Char => return "characters".to_owned(),
        Primitive::CChar => return "bytes, signed where C's `char` is".to_owned(),
        Primitive::CLong => return "signed integers as wide as C's `long`".to_owned(),
        Primitive::CULong => return "unsigned integers as wide as C's `long`".to_owned(),
        Primitive::I128 => ("signed integers", primitive.size() * 8),
        Primitive::U128 => ("unsigned integers", primitive.size() * 8),
        Primitive::F32 | Primitive::F64 => ("floats", primitive.size() * 8),
        Primitive::I8 | Primitive::I16 | Primitive::I32 | Primitive::I64 => ("signed integers", primitive.size() * 8),
        Primitive::U8 => return "bytes".to_owned(),
        Primitive::U16 | Primitive::U32 | Primitive::U64 => ("unsigned integers", primitive.size() * 8),
    };
    format!("{bits}-bit {sort}")
}
