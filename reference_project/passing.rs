//! Structs of every class that ABIs tell apart: each is returned with its fields rotated, the first one changed.
//!
//! The classes are those of the System V ABI for x86-64 (section 3.2.3) and of AAPCS64 (homogeneous float aggregates, section 5.9.5).

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// One byte, alone.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Byte1 {
    /// The only one.
    pub a: u8,
}

/// One float: an SSE register on System V, a float register on AArch64.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Float4 {
    /// The only one.
    pub a: f32,
}

/// One double.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Float8 {
    /// The only one.
    pub a: f64,
}

/// Integers with padding, in one integer register.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ints8 {
    /// Two bytes.
    pub a: i16,
    /// One byte, and one of padding.
    pub b: u8,
    /// Four bytes.
    pub c: i32,
}

/// A float and an integer share an eightbyte, which makes it one of integers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared8 {
    /// The float.
    pub a: f32,
    /// The integer.
    pub b: i32,
}

/// One and a half eightbytes of integers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ints12 {
    /// The first.
    pub a: i32,
    /// The second.
    pub b: u32,
    /// The third, alone in its eightbyte.
    pub c: i32,
}

/// A homogeneous aggregate of three floats.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floats12 {
    /// The first.
    pub a: f32,
    /// The second.
    pub b: f32,
    /// The third, alone in its eightbyte.
    pub c: f32,
}

/// A homogeneous aggregate of four floats.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floats16 {
    /// The first.
    pub a: f32,
    /// The second.
    pub b: f32,
    /// The third.
    pub c: f32,
    /// The fourth.
    pub d: f32,
}

/// Two eightbytes of integers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ints16 {
    /// The first.
    pub a: i64,
    /// The second.
    pub b: i64,
}

/// An eightbyte of integers, and one of floats.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntFloat16 {
    /// In an integer register.
    pub a: i64,
    /// In a float register.
    pub b: f64,
}

/// An eightbyte of floats, and one of integers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloatInt16 {
    /// In a float register.
    pub a: f64,
    /// In an integer register.
    pub b: i64,
}

/// Two eightbytes of floats; a homogeneous aggregate of two doubles.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubles16 {
    /// The first.
    pub a: f64,
    /// The second.
    pub b: f64,
}

/// A mixed eightbyte, and one of floats.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixed16 {
    /// Shares its eightbyte with the next.
    pub a: f32,
    /// Makes that an eightbyte of integers.
    pub b: u16,
    /// Alone.
    pub c: f64,
}

/// One byte more than registers hold.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bytes17 {
    /// All of them.
    pub a: [u8; 17],
}

/// Five floats: no homogeneous aggregate any more.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floats20 {
    /// All of them.
    pub a: [f32; 5],
}

/// Three doubles: in memory on System V, in registers on AArch64.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubles24 {
    /// The first.
    pub a: f64,
    /// The second.
    pub b: f64,
    /// The third.
    pub c: f64,
}

/// Four doubles: the largest homogeneous aggregate.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubles32 {
    /// The first.
    pub a: f64,
    /// The second and the third, in a struct.
    pub b: Doubles16,
    /// The fourth.
    pub d: f64,
}

/// All bits of its byte inverted.
#[ffi_function]
pub extern "C" fn pass_byte_1(s: Byte1) -> Byte1 {
    Byte1 { a: !s.a }
}

/// Negated.
#[ffi_function]
pub extern "C" fn pass_float_4(s: Float4) -> Float4 {
    Float4 { a: -s.a }
}

/// Negated.
#[ffi_function]
pub extern "C" fn pass_float_8(s: Float8) -> Float8 {
    Float8 { a: -s.a }
}

/// `(a ^ -1, b ^ 0xFF, c ^ -1)`: the fields differ too much to be rotated.
#[ffi_function]
pub extern "C" fn pass_ints_8(s: Ints8) -> Ints8 {
    Ints8 { a: !s.a, b: !s.b, c: !s.c }
}

/// `(-a, b ^ -1)`.
#[ffi_function]
pub extern "C" fn pass_shared_8(s: Shared8) -> Shared8 {
    Shared8 { a: -s.a, b: if mutant("half_eightbyte_kept") { s.b } else { !s.b } }
}

/// `(c ^ -1, a's bits, b's bits)`.
#[ffi_function]
pub extern "C" fn pass_ints_12(s: Ints12) -> Ints12 {
    Ints12 { a: !s.c, b: s.a as u32, c: s.b as i32 }
}

/// `(-c, a, b)`.
#[ffi_function]
pub extern "C" fn pass_floats_12(s: Floats12) -> Floats12 {
    Floats12 { a: -s.c, b: s.a, c: s.b }
}

/// `(-d, a, b, c)`.
#[ffi_function]
pub extern "C" fn pass_floats_16(s: Floats16) -> Floats16 {
    if mutant("quad_not_rotated") {
        return s;
    }
    Floats16 { a: -s.d, b: s.a, c: s.b, d: s.c }
}

/// `(b ^ -1, a)`.
#[ffi_function]
pub extern "C" fn pass_ints_16(s: Ints16) -> Ints16 {
    Ints16 { a: !s.b, b: s.a }
}

/// `(b's bits, the float of a's bits)`.
#[ffi_function]
pub extern "C" fn pass_int_float_16(s: IntFloat16) -> IntFloat16 {
    IntFloat16 { a: s.b.to_bits() as i64, b: f64::from_bits(s.a as u64) }
}

/// `(the float of b's bits, a's bits)`.
#[ffi_function]
pub extern "C" fn pass_float_int_16(s: FloatInt16) -> FloatInt16 {
    FloatInt16 { a: f64::from_bits(s.b as u64), b: s.a.to_bits() as i64 }
}

/// `(-b, a)`.
#[ffi_function]
pub extern "C" fn pass_doubles_16(s: Doubles16) -> Doubles16 {
    Doubles16 { a: -s.b, b: s.a }
}

/// `(-a, b ^ 0xFFFF, -c)`.
#[ffi_function]
pub extern "C" fn pass_mixed_16(s: Mixed16) -> Mixed16 {
    Mixed16 { a: -s.a, b: !s.b, c: -s.c }
}

/// The bytes in the opposite order, each inverted.
#[ffi_function]
pub extern "C" fn pass_bytes_17(mut s: Bytes17) -> Bytes17 {
    s.a.reverse();
    Bytes17 { a: s.a.map(|byte| !byte) }
}

/// The floats in the opposite order, each negated.
#[ffi_function]
pub extern "C" fn pass_floats_20(mut s: Floats20) -> Floats20 {
    s.a.reverse();
    Floats20 { a: s.a.map(|x| -x) }
}

/// `(-c, a, b)`.
#[ffi_function]
pub extern "C" fn pass_doubles_24(s: Doubles24) -> Doubles24 {
    Doubles24 { a: -s.c, b: s.a, c: s.b }
}

/// `(-d, (a, b.a), b.b)`.
#[ffi_function]
pub extern "C" fn pass_doubles_32(s: Doubles32) -> Doubles32 {
    Doubles32 { a: -s.d, b: Doubles16 { a: s.a, b: s.b.a }, d: s.b.b }
}

/// As [`pass_float_4`], with a status beside the float.
#[ffi_function]
pub fn pass_float_4_guarded(s: Float4) -> Float4 {
    Float4 { a: -s.a }
}

/// As [`pass_doubles_16`], with a status in front, and thus through memory.
#[ffi_function]
pub fn pass_doubles_16_guarded(s: Doubles16) -> Doubles16 {
    Doubles16 { a: -s.b, b: s.a }
}

/// Structs until each kind of register is used up, and then again: the digest of all their fields.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // That is what it is for.
pub extern "C" fn pass_many(
    a: Ints16,
    b: Doubles16,
    c: Ints16,
    d: Floats16,
    e: IntFloat16,
    f: FloatInt16,
    g: Bytes17,
    h: Mixed16,
    i: Floats12,
    j: Ints8,
) -> u64 {
    let [first, .., last] = g.a;
    let front = digest![a.a, a.b, b.a, b.b, c.a, c.b, d.a, d.b, d.c, d.d, e.a, e.b, f.a, f.b];
    digest![front, first, last, h.a, h.b, h.c, i.a, i.b, i.c, j.a, j.b, j.c]
}
