//! The types of C# that need no declaration.

use super::dialect::Dialect;
use interoptopus::model::Primitive;

/// The keyword of a number, a bool or a character in memory.
pub(crate) fn keyword(primitive: Primitive, dialect: Dialect) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        // C's `char` has a sign on most platforms; its bits are the same on all.
        Primitive::I8 | Primitive::CChar => "sbyte",
        Primitive::I16 => "short",
        Primitive::I32 => "int",
        Primitive::I64 => "long",
        Primitive::Isize => dialect.address(),
        Primitive::U8 => "byte",
        Primitive::U16 => "ushort",
        Primitive::U32 => "uint",
        Primitive::U64 => "ulong",
        Primitive::Usize => dialect.length(),
        Primitive::F32 => "float",
        Primitive::F64 => "double",
        Primitive::I128 => "Int128",
        Primitive::U128 => "UInt128",
        Primitive::Char => dialect.pick("Rune", "int"),
        Primitive::CLong => "CLong",
        Primitive::CULong => "CULong",
    }
}

/// Whether C# calls a number, or an address, so.
pub(crate) fn is_number(ty: &str) -> bool {
    let integers = ["sbyte", "short", "int", "long", "byte", "ushort", "uint", "ulong", "nint", "nuint", "IntPtr", "UIntPtr"];
    integers.contains(&ty) || is_float(ty)
}

/// Whether C# calls an integer so that is as wide as an address.
pub(crate) fn is_address(ty: &str) -> bool {
    matches!(ty, "nint" | "nuint" | "IntPtr" | "UIntPtr")
}

/// Whether C# calls a float so.
pub(crate) fn is_float(ty: &str) -> bool {
    matches!(ty, "float" | "double")
}
