//! Numbers, bools and characters.

use crate::runtime::Part;
use crate::syntax::{self, CsType, Dialect, Operator, Prefix, Template, call};
use crate::types::conversions::Stored;
use interoptopus::model::Primitive;

/// The primitive in memory. A bool is a byte at the border: .NET's marshaller would make it four, and a struct with one not blittable.
pub(crate) fn stored(primitive: Primitive, dialect: Dialect) -> Result<Stored, String> {
    let ty = syntax::primitive(primitive, dialect);
    match primitive {
        Primitive::Bool => Ok(Stored {
            raw: CsType::BYTE,
            element: dialect.pick(CsType::BOOL, CsType::BYTE),
            into: Template::value().choose(byte("1"), byte("0")),
            out: Template::value().binary(Operator::NotEqual, "0"),
            ..Stored::plain(ty)
        }),
        // .NET's own type holds nothing but scalar values; Unity has a number for one, as `char.ConvertFromUtf32` has.
        Primitive::Char => match dialect {
            Dialect::DotNet => Ok(Stored::plain(ty)),
            Dialect::Unity => Ok(Stored::refusing(ty, call("FfiChars", "Checked", [Template::value(), Template::parameter()])).with_parts([Part::Characters])),
        },
        Primitive::I128 | Primitive::U128 if dialect.is_unity() => {
            Err("C# before .NET 7 has no integer of 16 bytes: take two of 8".to_owned())
        }
        Primitive::CLong | Primitive::CULong if dialect.is_unity() => {
            Err("C# before .NET 6 has no type that is 4 bytes on Windows and 8 elsewhere, as C's `long` is: take an integer of one size".to_owned())
        }
        Primitive::I8
        | Primitive::CChar
        | Primitive::I16
        | Primitive::I32
        | Primitive::I64
        | Primitive::Isize
        | Primitive::U8
        | Primitive::U16
        | Primitive::U32
        | Primitive::U64
        | Primitive::Usize
        | Primitive::F32
        | Primitive::F64
        | Primitive::I128
        | Primitive::U128
        | Primitive::CLong
        | Primitive::CULong => Ok(Stored::plain(ty)),
    }
}

fn byte(value: &str) -> Template {
    Template::from(value).prefixed(Prefix::Cast(CsType::BYTE))
}
