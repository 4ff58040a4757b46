//! Numbers and bools: C's exact types.

use crate::declarator::CType;
use interoptopus::model::Primitive;

/// The type of C that `primitive` is. `bool` is one byte, 0 or 1, on every platform that Rust's `bool` crosses on.
pub(crate) fn name(primitive: Primitive) -> &'static str {
    match primitive {
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
        Primitive::I128 => "__int128",
        Primitive::U128 => "unsigned __int128",
        Primitive::Char => "uint32_t",
        Primitive::CChar => "char",
        Primitive::CLong => "long",
        Primitive::CULong => "unsigned long",
    }
}

/// The type of lengths.
pub(crate) fn size() -> CType {
    CType::named(name(Primitive::Usize))
}
