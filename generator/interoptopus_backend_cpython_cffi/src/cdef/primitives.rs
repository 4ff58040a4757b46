//! Numbers and bools in C.

use interoptopus::model::Primitive;

/// The C type.
pub(crate) fn c_type(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        Primitive::I8 => "int8_t",
        Primitive::I16 => "int16_t",
        Primitive::I32 => "int32_t",
        Primitive::I64 => "int64_t",
        Primitive::Isize => "intptr_t",
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
        Primitive::CChar => "c_char",
        Primitive::CLong => "long",
        Primitive::CULong => "unsigned long",
    }
}
