//! Numbers and bools: C's exact types, and its own.

use crate::names::{Names, ours};
use interoptopus::model::Primitive;
use interoptopus_c_syntax::CType;

/// The type of C that `primitive` is. `bool` is one byte, 0 or 1, on every platform that Rust's `bool` crosses on.
pub(crate) fn name(names: &Names, primitive: Primitive) -> String {
    let name = match primitive {
        Primitive::Bool => "bool",
        Primitive::I8 => "int8_t",
        Primitive::I16 => "int16_t",
        Primitive::I32 => "int32_t",
        Primitive::I64 => "int64_t",
        Primitive::Isize => "ptrdiff_t",
        Primitive::U8 => "uint8_t",
        Primitive::U16 => "uint16_t",
        Primitive::U32 => "uint32_t",
        Primitive::U64 => "uint64_t",
        Primitive::Usize => "size_t",
        Primitive::F32 => "float",
        Primitive::F64 => "double",
        Primitive::CChar => "char",
        Primitive::CLong => "long",
        Primitive::CULong => "unsigned long",
        Primitive::Char => return names.ty(ours::CHARACTER),
        Primitive::I128 => return names.ty(ours::SIGNED),
        Primitive::U128 => return names.ty(ours::UNSIGNED),
    };
    name.to_owned()
}

/// The type of lengths.
pub(crate) fn size() -> CType {
    CType::named("size_t")
}

/// Whether it is an integer of C, whose sign can be told.
pub(crate) fn is_integer(primitive: Primitive) -> bool {
    primitive != Primitive::Bool && !primitive.is_float()
}
