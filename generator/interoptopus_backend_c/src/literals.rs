//! Values as C constant expressions: of the right type, exact, and the same in C99 and C++11.

use interoptopus::model::{Primitive, Value};

/// `value` as a constant expression of the type `primitive`, if there is one.
pub(crate) fn literal(primitive: Primitive, value: &Value) -> Option<String> {
    match *value {
        Value::Bool(value) => Some(value.to_string()),
        Value::Int(value) => Some(integer(primitive, value)),
        Value::F32(bits) => Some(float(f32::from_bits(bits))),
        Value::F64(bits) => Some(double(f64::from_bits(bits))),
        Value::Wide(_) | Value::Char(_) | Value::Str(_) | Value::Array(_) | Value::Struct(_) => None,
    }
}

/// C has no negative literals: `-` is an operator, hence the parentheses, and the least value, which no literal could be negated to,
/// has a macro. `size_t` and `ptrdiff_t` have neither, so theirs are casts.
pub(crate) fn integer(primitive: Primitive, value: i128) -> String {
    let bits = match primitive {
        Primitive::Usize => return format!("((size_t){})", word(value)),
        Primitive::Isize => return format!("((ptrdiff_t){})", word(value)),
        Primitive::Bool => return (value != 0).to_string(),
        Primitive::I8 | Primitive::U8 | Primitive::CChar => 8,
        Primitive::I16 | Primitive::U16 => 16,
        Primitive::I32 | Primitive::U32 | Primitive::F32 | Primitive::Char => 32,
        Primitive::I64 | Primitive::U64 | Primitive::F64 | Primitive::CLong | Primitive::CULong => 64,
        Primitive::I128 | Primitive::U128 => 128,
    };
    if value == i128::MIN >> (128 - bits) {
        format!("INT{bits}_MIN")
    } else if value < 0 {
        format!("(-INT{bits}_C({}))", -value)
    } else {
        format!("{}INT{bits}_C({value})", if primitive.is_signed() { "" } else { "U" })
    }
}

/// The narrowest literal that holds a word's value, so that small ones read well and compile on any platform.
fn word(value: i128) -> String {
    if i32::try_from(value).is_ok_and(|small| small > i32::MIN) {
        value.to_string()
    } else if value < 0 {
        integer(Primitive::I64, value)
    } else {
        integer(Primitive::U64, value)
    }
}

/// Decimal, as C++11 has no hexadecimal ones. Rust prints the shortest digits that read back as the same value.
fn float(value: f32) -> String {
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
fn double(value: f64) -> String {
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

/// Whether `value` needs `math.h`, which has the macros of what is no finite number.
pub(crate) fn needs_maths(value: &Value) -> bool {
    match *value {
        Value::Bool(_) | Value::Int(_) | Value::Wide(_) | Value::Char(_) | Value::Str(_) | Value::Array(_) | Value::Struct(_) => {
            false
        }
        Value::F32(bits) => !f32::from_bits(bits).is_finite(),
        Value::F64(bits) => !f64::from_bits(bits).is_finite(),
    }
}

/// The bits of a NaN that no constant expression of C has: `NAN` is quiet and has no payload.
pub(crate) fn lost_payload(value: &Value) -> Option<String> {
    match *value {
        Value::Bool(_) | Value::Int(_) | Value::Wide(_) | Value::Char(_) | Value::Str(_) | Value::Array(_) | Value::Struct(_) => {
            None
        }
        Value::F32(bits) => {
            (f32::from_bits(bits).is_nan() && bits << 1 != f32::NAN.to_bits() << 1).then(|| format!("0x{bits:08x}"))
        }
        Value::F64(bits) => {
            (f64::from_bits(bits).is_nan() && bits << 1 != f64::NAN.to_bits() << 1).then(|| format!("0x{bits:016x}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Primitive::{F32, F64, I8, I16, I32, I64, Isize, U8, U16, U32, U64, Usize};

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
        ] {
            assert_eq!(integer(primitive, value), expected);
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
            assert_eq!(literal(F32, &Value::F32(value.to_bits())).as_deref(), Some(expected));
        }
        for (value, expected) in [
            (1.0, "1.0"),
            (-2.5, "(-2.5)"),
            (f64::from_bits(1), "5e-324"),
            (f64::MAX, "1.7976931348623157e308"),
            (f64::NAN, "((double)NAN)"),
            (f64::NEG_INFINITY, "(-(double)INFINITY)"),
        ] {
            assert_eq!(literal(F64, &Value::F64(value.to_bits())).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_payload_that_c_cannot_say_is_told() {
        assert_eq!(lost_payload(&Value::F32(f32::NAN.to_bits())), None);
        assert_eq!(lost_payload(&Value::F32((-f32::NAN).to_bits())), None);
        assert_eq!(lost_payload(&Value::F32(0x7fc0_1234)).as_deref(), Some("0x7fc01234"));
        assert_eq!(lost_payload(&Value::F64(0x7ff0_0000_0000_0001)).as_deref(), Some("0x7ff0000000000001"));
        assert_eq!(lost_payload(&Value::F64(f64::INFINITY.to_bits())), None);
        assert!(needs_maths(&Value::F64(f64::INFINITY.to_bits())) && !needs_maths(&Value::F32(0)));
    }
}
