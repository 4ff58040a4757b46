//! Constants: their values, as literals that C# reads as the same bits.

use crate::context::Context;
use crate::dialect::Dialect;
use crate::docs::Documented;
use crate::names;
use crate::refusals::Refusals;
use interoptopus::Writer;
use interoptopus::model::{Constant, Item, Primitive, TypeKind, Value};

/// A constant of C#.
pub(crate) struct Lowered<'a> {
    pub(crate) name: String,
    documented: Documented<'a>,
    ty: String,
    literal: Literal,
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Literal {
    /// C# knows it when it compiles.
    Constant(String),
    /// C# computes it when the class is first used.
    Computed(String),
}

pub(crate) fn lower<'a>(cx: &Context<'a>, at: usize, constant: &'a Constant, refusals: &mut Refusals) -> Option<Lowered<'a>> {
    let Constant { name, path, docs, ty, value, marks: _ } = constant;
    let stored = refusals.take(path, cx.stored(*ty))?;
    let literal = if let TypeKind::Primitive(primitive) = *cx.inventory.kind(*ty) {
        literal(cx.dialect, primitive, value).ok_or_else(|| cx.misplaced(*ty, "as a constant"))
    } else if let TypeKind::Enum(id) = *cx.inventory.kind(*ty) {
        let variant = cx.inventory[id].variants.iter().find(|v| Value::Int(v.value) == *value);
        let variant = variant.map(|v| format!("{}.{}", cx.qualified(&stored.public), names::upper_camel(&v.name)));
        variant.map(Literal::Constant).ok_or_else(|| "its value is no variant of its enum".to_owned())
    } else {
        Err(cx.misplaced(*ty, "as a constant"))
    };
    let literal = refusals.take(path, literal)?;
    let documented = Documented::new(docs, Item::Constant(at));
    Some(Lowered { name: names::member(name), documented, ty: stored.public, literal })
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented, ty, literal } = lowered;
    w.blank();
    documented.emit(cx, w);
    match literal {
        Literal::Constant(value) => w.line(format!("public const {ty} {name} = {value};")),
        Literal::Computed(value) => w.line(format!("public static readonly {ty} {name} = {value};")),
    }
}

fn literal(dialect: Dialect, primitive: Primitive, value: &Value) -> Option<Literal> {
    match *value {
        Value::Bool(value) => Some(Literal::Constant(value.to_string())),
        Value::Int(value) => Some(integer(dialect, primitive, value)),
        Value::F32(bits) => Some(float(f32::from_bits(bits))),
        Value::F64(bits) => Some(double(f64::from_bits(bits))),
        Value::Wide(_) | Value::Char(_) | Value::Str(_) | Value::Array(_) | Value::Struct(_) => None,
    }
}

/// What is as wide as a pointer is a constant only where every platform could hold it.
fn integer(dialect: Dialect, primitive: Primitive, value: i128) -> Literal {
    let (is_small, dot_net, unity) = match primitive {
        Primitive::Isize => {
            (i32::try_from(value).is_ok(), format!("unchecked((nint)({value}L))"), format!("new IntPtr({value}L)"))
        }
        Primitive::Usize => {
            (u32::try_from(value).is_ok(), format!("unchecked((nuint){value}UL)"), format!("new UIntPtr({value}UL)"))
        }
        Primitive::Bool
        | Primitive::I8
        | Primitive::I16
        | Primitive::I32
        | Primitive::I64
        | Primitive::U8
        | Primitive::U16
        | Primitive::U32
        | Primitive::U64
        | Primitive::F32
        | Primitive::F64
        | Primitive::I128
        | Primitive::U128
        | Primitive::Char
        | Primitive::CChar
        | Primitive::CLong
        | Primitive::CULong => return Literal::Constant(value.to_string()),
    };
    match dialect {
        Dialect::DotNet if is_small => Literal::Constant(value.to_string()),
        Dialect::DotNet => Literal::Computed(dot_net),
        Dialect::Unity => Literal::Computed(unity),
    }
}

fn float(value: f32) -> Literal {
    let bits = value.to_bits();
    if value.is_nan() {
        return Literal::Computed(format!("BitConverter.ToSingle(BitConverter.GetBytes(0x{bits:08x}u), 0)"));
    }
    if value.is_infinite() {
        return Literal::Constant(format!("float.{}Infinity", if value > 0.0 { "Positive" } else { "Negative" }));
    }
    // mono reads it as a double first, and rounds twice: then the digits of the double are needed.
    let short = format!("{value:?}");
    let is_exact = short.parse::<f64>().is_ok_and(|double| (double as f32).to_bits() == bits);
    let digits = if is_exact { short } else { format!("{:?}", f64::from(value)) };
    Literal::Constant(format!("{}f", without_fraction(&digits)))
}

fn double(value: f64) -> Literal {
    let bits = value.to_bits();
    if value.is_nan() {
        return Literal::Computed(format!("BitConverter.Int64BitsToDouble(unchecked((long)0x{bits:016x}ul))"));
    }
    if value.is_infinite() {
        return Literal::Constant(format!("double.{}Infinity", if value > 0.0 { "Positive" } else { "Negative" }));
    }
    let digits = format!("{value:?}");
    let short = without_fraction(&digits);
    // What looks like an integer would be one, and -0 would be 0.
    let suffix = if short.contains(['.', 'e']) { "" } else { "d" };
    Literal::Constant(format!("{short}{suffix}"))
}

/// `64.0` is `64`.
fn without_fraction(digits: &str) -> &str {
    digits.strip_suffix(".0").unwrap_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(literal: Literal) -> String {
        match literal {
            Literal::Constant(text) => format!("const {text}"),
            Literal::Computed(text) => text,
        }
    }

    #[test]
    fn floats_keep_their_bits() {
        assert_eq!(text(float(-0.0)), "const -0f");
        assert_eq!(text(float(1.5)), "const 1.5f");
        assert_eq!(text(float(f32::MAX)), "const 3.4028235e38f");
        assert_eq!(text(float(f32::from_bits(1))), "const 1e-45f");
        assert_eq!(text(float(f32::NEG_INFINITY)), "const float.NegativeInfinity");
        assert_eq!(text(float(f32::from_bits(0x7fc0_1234))), "BitConverter.ToSingle(BitConverter.GetBytes(0x7fc01234u), 0)");
        assert_eq!(text(double(f64::MIN)), "const -1.7976931348623157e308");
    }

    #[test]
    fn integers_as_wide_as_a_pointer_are_constants_where_every_platform_has_them() {
        assert_eq!(text(integer(Dialect::DotNet, Primitive::Usize, 7)), "const 7");
        assert_eq!(text(integer(Dialect::DotNet, Primitive::Usize, u64::MAX.into())), "unchecked((nuint)18446744073709551615UL)");
        assert_eq!(text(integer(Dialect::Unity, Primitive::Isize, -1)), "new IntPtr(-1L)");
        assert_eq!(text(integer(Dialect::Unity, Primitive::I64, i64::MIN.into())), "const -9223372036854775808");
    }
}
