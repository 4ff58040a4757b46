//! Rust's primitive types in C#.

use super::dialect::Dialect;
use super::types::{CsType, Simple};
use interoptopus::model::Primitive;

/// The type of a number, a bool or a character in memory.
pub(crate) fn primitive(primitive: Primitive, dialect: Dialect) -> CsType {
    CsType::Simple(match primitive {
        Primitive::Bool => Simple::Bool,
        // C's `char` has a sign on most platforms; its bits are the same on all.
        Primitive::I8 | Primitive::CChar => Simple::SByte,
        Primitive::I16 => Simple::Short,
        Primitive::I32 => Simple::Int,
        Primitive::I64 => Simple::Long,
        Primitive::Isize => dialect.pick(Simple::NInt, Simple::IntPtr),
        Primitive::U8 => Simple::Byte,
        Primitive::U16 => Simple::UShort,
        Primitive::U32 => Simple::UInt,
        Primitive::U64 => Simple::ULong,
        Primitive::Usize => dialect.pick(Simple::NUInt, Simple::UIntPtr),
        Primitive::F32 => Simple::Float,
        Primitive::F64 => Simple::Double,
        Primitive::I128 => return CsType::Known("Int128"),
        Primitive::U128 => return CsType::Known("UInt128"),
        Primitive::Char => return dialect.pick(CsType::Known("Rune"), CsType::Simple(Simple::Int)),
        Primitive::CLong => return CsType::Known("CLong"),
        Primitive::CULong => return CsType::Known("CULong"),
    })
}
