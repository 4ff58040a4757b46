//! Numbers and characters.

use crate::names::{Names, ours};
use interoptopus::model::Primitive;

/// C has no negative literals: `-` is an operator, hence the parentheses, and the least value, which no literal could be negated to,
/// has a macro. `size_t` and `ptrdiff_t` have neither, so theirs are casts, and so are those of C's own types.
pub(crate) fn integer(names: &Names, primitive: Primitive, value: i128) -> String {
    match primitive {
        Primitive::Usize => format!("((size_t){})", word(value)),
        Primitive::Isize => format!("((ptrdiff_t){})", word(value)),
        Primitive::CChar => format!("((char){})", word(value)),
        Primitive::CLong => format!("((long){})", word(value)),
        Primitive::CULong => format!("((unsigned long){})", word(value)),
        Primitive::I128 => signed_wide(names, value),
        Primitive::U128 => wide(names, value as u128),
        Primitive::Bool => (value != 0).to_string(),
        Primitive::I8 => signed(8, value),
        Primitive::I16 => signed(16, value),
        Primitive::I32 | Primitive::F32 => signed(32, value),
        Primitive::I64 | Primitive::F64 => signed(64, value),
        Primitive::U8 => format!("UINT8_C({value})"),
        Primitive::U16 => format!("UINT16_C({value})"),
        Primitive::U32 | Primitive::Char => format!("UINT32_C({value})"),
        Primitive::U64 => format!("UINT64_C({value})"),
    }
}

fn signed(bits: u32, value: i128) -> String {
    if value == -(1 << (bits - 1)) {
        format!("INT{bits}_MIN")
    } else if value < 0 {
        format!("(-INT{bits}_C({}))", -value)
    } else {
        format!("INT{bits}_C({value})")
    }
}

/// The narrowest literal that holds a word's value, so that small ones read well and compile on any platform.
fn word(value: i128) -> String {
    if i32::try_from(value).is_ok_and(|small| small > i32::MIN) {
        value.to_string()
    } else if value < 0 {
        signed(64, value)
    } else {
        format!("UINT64_C({value})")
    }
}

/// Decimal, as C++11 has no hexadecimal ones. Rust prints the shortest digits that read back as the same value.
pub(crate) fn float(value: f32) -> String {
    let negative = value.is_sign_negative();
    let size = value.abs();
    let text = match (size.is_nan(), size.is_infinite()) {
        (true, _) => "NAN".to_owned(),
        (_, true) => "INFINITY".to_owned(),
        _ => format!("{size:?}f"),
    };
    if negative { format!("(-{text})") } else { text }
}

/// `NAN` and `INFINITY` are of type `float`.
pub(crate) fn double(value: f64) -> String {
    let size = value.abs();
    let text = match (size.is_nan(), size.is_infinite()) {
        (true, _) => "(double)NAN".to_owned(),
        (_, true) => "(double)INFINITY".to_owned(),
        _ => format!("{size:?}"),
    };
    match (value.is_sign_negative(), value.is_finite()) {
        (true, _) => format!("(-{text})"),
        (false, true) => text,
        (false, false) => format!("({text})"),
    }
}

/// `value` as a constant expression; C has no literals of such types.
pub(crate) fn wide(names: &Names, value: u128) -> String {
    let (high, low) = (value >> 64, value & u128::from(u64::MAX));
    let unsigned = names.ty(ours::UNSIGNED);
    match high {
        0 => format!("(({unsigned})UINT64_C({low}))"),
        _ => format!("((({unsigned})UINT64_C(0x{high:x}) << 64) | UINT64_C(0x{low:x}))"),
    }
}

/// The same of a signed one. What is negative is the cast of its two's complement, which compilers that have the type define.
fn signed_wide(names: &Names, value: i128) -> String {
    format!("(({}){})", names.ty(ours::SIGNED), wide(names, value as u128))
}

/// `character` as a constant expression.
pub(crate) fn character(character: char) -> String {
    format!("UINT32_C(0x{:x})", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Primitive::{CChar, CLong, CULong, I8, I16, I32, I64, I128, Isize, U8, U16, U32, U64, U128, Usize};

    #[test]
    fn integers_have_the_type_and_value_that_rust_says() {
        for (primitive, value, expected) in [
            (U8, 255, "UINT8_C(255)"),
            (I8, -128, "INT8_MIN"),
            (I8, -127, "(-INT8_C(127))"),
            (U16, 65535, "UINT16_C(65535)"),
            (I16, -32768, "INT16_MIN"),
            (U32, 64, "UINT32_C(64)"),
            (U32, u32::MAX.into(), "UINT32_C(4294967295)"),
            (I32, i32::MIN.into(), "INT32_MIN"),
            (I64, i64::MIN.into(), "INT64_MIN"),
            (I64, (i64::MIN + 1).into(), "(-INT64_C(9223372036854775807))"),
            (U64, u64::MAX.into(), "UINT64_C(18446744073709551615)"),
            (Usize, 64, "((size_t)64)"),
            (Usize, u64::MAX.into(), "((size_t)UINT64_C(18446744073709551615))"),
            (Isize, -5, "((ptrdiff_t)-5)"),
            (Isize, i64::MIN.into(), "((ptrdiff_t)INT64_MIN)"),
            (Isize, i32::MIN.into(), "((ptrdiff_t)(-INT64_C(2147483648)))"),
            (CChar, -128, "((char)-128)"),
            (CLong, i64::MIN.into(), "((long)INT64_MIN)"),
            (CULong, u64::MAX.into(), "((unsigned long)UINT64_C(18446744073709551615))"),
            (U128, 7, "((u128)UINT64_C(7))"),
            (I128, -1, "((i128)(((u128)UINT64_C(0xffffffffffffffff) << 64) | UINT64_C(0xffffffffffffffff)))"),
            (I128, i128::MIN, "((i128)(((u128)UINT64_C(0x8000000000000000) << 64) | UINT64_C(0x0)))"),
        ] {
            assert_eq!(integer(&Names::default(), primitive, value), expected);
        }
    }

    #[test]
    fn floats_read_back_as_the_same_bits() {
        for (value, expected) in [
            (0.1, "0.1f"),
            (-0.0, "(-0.0f)"),
            (1e16, "1e16f"),
            (f32::MAX, "3.4028235e38f"),
            (f32::from_bits(1), "1e-45f"),
            (f32::NAN, "NAN"),
            (-f32::NAN, "(-NAN)"),
            (f32::NEG_INFINITY, "(-INFINITY)"),
        ] {
            assert_eq!(float(value), expected);
        }
        for (value, expected) in [
            (1.0, "1.0"),
            (-2.5, "(-2.5)"),
            (f64::from_bits(1), "5e-324"),
            (f64::MAX, "1.7976931348623157e308"),
            (f64::NAN, "((double)NAN)"),
            (f64::NEG_INFINITY, "(-(double)INFINITY)"),
        ] {
            assert_eq!(double(value), expected);
        }
    }
}
