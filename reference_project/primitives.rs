//! Integers, floats and `bool`, each at its extremes, and many of them in one call.

use crate::mutants::mutant;
use interoptopus::ffi_function;

/// `!yes`.
#[ffi_function]
pub extern "C" fn negate(yes: bool) -> bool {
    !yes
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_i8(x: i8) -> i8 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_i16(x: i16) -> i16 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_i32(x: i32) -> i32 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_i64(x: i64) -> i64 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_isize(x: isize) -> isize {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_u8(x: u8) -> u8 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_u16(x: u16) -> u16 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_u32(x: u32) -> u32 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_u64(x: u64) -> u64 {
    if mutant("narrowed") {
        return u64::from((x as u32).wrapping_add(1));
    }
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_usize(x: usize) -> usize {
    x.wrapping_add(1)
}

/// The bits of `x`: they tell -0.0 from 0.0, and one NaN from another.
#[ffi_function]
pub extern "C" fn bits_of_f32(x: f32) -> u32 {
    x.to_bits()
}

/// The float with these bits.
#[ffi_function]
pub extern "C" fn f32_of_bits(bits: u32) -> f32 {
    f32::from_bits(bits)
}

/// The bits of `x`: they tell -0.0 from 0.0, and one NaN from another.
#[ffi_function]
pub extern "C" fn bits_of_f64(x: f64) -> u64 {
    if mutant("sign_of_zero_lost") {
        return (x + 0.0).to_bits();
    }
    x.to_bits()
}

/// The float with these bits.
#[ffi_function]
pub extern "C" fn f64_of_bits(bits: u64) -> f64 {
    f64::from_bits(bits)
}

/// `r#type` times 2: names that are keywords of Rust, and of other languages.
#[ffi_function]
#[unsafe(no_mangle)]
pub extern "C" fn r#match(r#type: u32) -> u32 {
    r#type.wrapping_mul(2)
}

/// One parameter of most types, more than fit into registers: each is a digit of the result, `a` the last one.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // That is what it is for.
pub extern "C" fn weigh(a: u8, b: i8, c: u16, d: i16, e: u32, f: i32, g: u64, h: i64, x: f32, y: f64, yes: bool) -> f64 {
    let (c, f) = if mutant("weights_exchanged") { (f as f64, f64::from(c)) } else { (f64::from(c), f64::from(f)) };
    let (a, b, d, e) = (f64::from(a), f64::from(b), f64::from(d), f64::from(e));
    let digits = [a, b, c, d, e, f, g as f64, h as f64, f64::from(x), y, f64::from(u8::from(yes))];
    digits.iter().rev().fold(0.0, |sum, digit| sum * 10.0 + digit)
}
