//! Numbers and texts as literals that C# reads as the same bits.

use crate::syntax::{Dialect, Expr, literal};
use interoptopus::model::Primitive;

/// A value as an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    /// C# knows it when it compiles.
    Constant(Expr),
    /// C# computes it.
    Computed(Expr),
}

impl Literal {
    pub(crate) fn into_expression(self) -> Expr {
        match self {
            Literal::Constant(value) | Literal::Computed(value) => value,
        }
    }
}

pub(crate) fn text(value: &str) -> Literal {
    Literal::Constant(format!("\"{}\"", literal(value)).into())
}

pub(crate) fn character(dialect: Dialect, value: char) -> Literal {
    let scalar = format!("0x{:04x}", value as u32);
    match dialect {
        Dialect::DotNet => Literal::Computed(format!("new Rune({scalar})").into()),
        Dialect::Unity => Literal::Constant(scalar.into()),
    }
}

/// An integer of 16 bytes, of which C# has the halves as literals.
pub(crate) fn wide(name: &str, bits: u128) -> Literal {
    Literal::Computed(format!("new {name}(0x{:016x}ul, 0x{:016x}ul)", (bits >> 64) as u64, bits as u64).into())
}

/// An integer. One that is as wide as a pointer is a constant only where every platform could hold it.
pub(crate) fn integer(dialect: Dialect, primitive: Primitive, value: i128) -> Literal {
    let (is_small, dot_net, unity) = match primitive {
        Primitive::I128 => return wide("Int128", value as u128),
        // What does not fit is refused on the platform where it does not, when it is first used.
        Primitive::CLong => return Literal::Computed(format!("new CLong(unchecked((nint)({value}L)))").into()),
        Primitive::CULong => return Literal::Computed(format!("new CULong(unchecked((nuint){value}UL))").into()),
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
        | Primitive::U128
        | Primitive::Char
        | Primitive::CChar => return Literal::Constant(value.to_string().into()),
    };
    match dialect {
        Dialect::DotNet if is_small => Literal::Constant(value.to_string().into()),
        Dialect::DotNet => Literal::Computed(dot_net.into()),
        Dialect::Unity => Literal::Computed(unity.into()),
    }
}

pub(crate) fn float_of_bits(bits: u32) -> String {
    format!("BitConverter.ToSingle(BitConverter.GetBytes(0x{bits:08x}u), 0)")
}

pub(crate) fn double_of_bits(bits: u64) -> String {
    format!("BitConverter.Int64BitsToDouble(unchecked((long)0x{bits:016x}ul))")
}

pub(crate) fn float(value: f32) -> Literal {
    let bits = value.to_bits();
    if value.is_nan() {
        return Literal::Computed(float_of_bits(bits).into());
    }
    if value.is_infinite() {
        return Literal::Constant(format!("float.{}Infinity", if value > 0.0 { "Positive" } else { "Negative" }).into());
    }
    // mono reads it as a double first, and rounds twice: then the digits of the double are needed.
    let short = format!("{value:?}");
    let is_exact = short.parse::<f64>().is_ok_and(|double| (double as f32).to_bits() == bits);
    let digits = if is_exact { short } else { format!("{:?}", f64::from(value)) };
    Literal::Constant(format!("{}f", without_fraction(&digits)).into())
}

pub(crate) fn double(value: f64) -> Literal {
    let bits = value.to_bits();
    if value.is_nan() {
        return Literal::Computed(double_of_bits(bits).into());
    }
    if value.is_infinite() {
        return Literal::Constant(format!("double.{}Infinity", if value > 0.0 { "Positive" } else { "Negative" }).into());
    }
    let digits = format!("{value:?}");
    let short = without_fraction(&digits);
    // What looks like an integer would be one, and -0 would be 0.
    let suffix = if short.contains(['.', 'e']) { "" } else { "d" };
    Literal::Constant(format!("{short}{suffix}").into())
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
            Literal::Computed(text) => text.to_string(),
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
