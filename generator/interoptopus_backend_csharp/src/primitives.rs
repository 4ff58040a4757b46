//! Numbers and bools.

use crate::dialect::Dialect;
use crate::marshal::Stored;
use crate::template::Template;
use interoptopus::model::Primitive;

/// What C# calls the number or bool.
pub(crate) fn keyword(primitive: Primitive, dialect: Dialect) -> &'static str {
    match primitive {
        Primitive::Bool => "bool",
        Primitive::I8 => "sbyte",
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
        Primitive::Char => "uint",
        Primitive::CChar => "byte",
        Primitive::CLong => "CLong",
        Primitive::CULong => "CULong",
    }
}

/// Whether C# calls a number, or an address, so.
pub(crate) fn is_number(ty: &str) -> bool {
    let integers = ["sbyte", "short", "int", "long", "byte", "ushort", "uint", "ulong", "nint", "nuint", "IntPtr", "UIntPtr"];
    integers.contains(&ty) || is_float(ty)
}

/// Whether C# calls a float so.
pub(crate) fn is_float(ty: &str) -> bool {
    matches!(ty, "float" | "double")
}

/// How it is stored. A bool is a byte at the border: .NET's marshaller would make it four, and a struct with one not blittable.
pub(crate) fn stored(primitive: Primitive, dialect: Dialect) -> Stored {
    let name = keyword(primitive, dialect);
    if primitive != Primitive::Bool {
        return Stored::plain(name);
    }
    Stored {
        public: name.to_owned(),
        raw: "byte".to_owned(),
        element: dialect.pick("bool", "byte").to_owned(),
        into: Template::new("$ ? (byte)1 : (byte)0"),
        out: Template::new("$ != 0"),
        check: None,
    }
}
