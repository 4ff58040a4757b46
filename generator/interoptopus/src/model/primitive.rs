//! Primitives: numbers, bools and characters.

use std::ffi::{c_char, c_long, c_ulong};

/// A number, a bool or a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs)] // Each is what Rust calls it.
pub enum Primitive {
    /// One byte, 0 or 1: Rust's `bool`, and `ffi::Bool`.
    Bool,
    I8,
    I16,
    I32,
    I64,
    Isize,
    U8,
    U16,
    U32,
    U64,
    Usize,
    F32,
    F64,
    /// 16 bytes, which few languages have.
    I128,
    /// 16 bytes, which few languages have.
    U128,
    /// Four bytes, a Unicode scalar value: Rust's `char`. Rust refuses what is none.
    Char,
    /// C's `char`, one byte, whose sign is the platform's.
    CChar,
    /// C's `long`, four or eight bytes.
    CLong,
    /// C's `unsigned long`, four or eight bytes.
    CULong,
}

impl Primitive {
    /// The name in Rust, such as `u32`.
    #[must_use]
    pub fn rust_name(self) -> &'static str {
        match self {
            Primitive::Bool => "bool",
            Primitive::I8 => "i8",
            Primitive::I16 => "i16",
            Primitive::I32 => "i32",
            Primitive::I64 => "i64",
            Primitive::Isize => "isize",
            Primitive::U8 => "u8",
            Primitive::U16 => "u16",
            Primitive::U32 => "u32",
            Primitive::U64 => "u64",
            Primitive::Usize => "usize",
            Primitive::F32 => "f32",
            Primitive::F64 => "f64",
            Primitive::I128 => "i128",
            Primitive::U128 => "u128",
            Primitive::Char => "char",
            Primitive::CChar => "c_char",
            Primitive::CLong => "c_long",
            Primitive::CULong => "c_ulong",
        }
    }

    /// Size in bytes on the machine that this runs on: `isize` and `usize`, `c_long` and `c_ulong` differ by platform.
    #[must_use]
    pub fn size(self) -> usize {
        match self {
            Primitive::Bool | Primitive::I8 | Primitive::U8 | Primitive::CChar => 1,
            Primitive::I16 | Primitive::U16 => 2,
            Primitive::I32 | Primitive::U32 | Primitive::F32 | Primitive::Char => 4,
            Primitive::I64 | Primitive::U64 | Primitive::F64 => 8,
            Primitive::I128 | Primitive::U128 => 16,
            Primitive::Isize | Primitive::Usize => size_of::<usize>(),
            Primitive::CLong | Primitive::CULong => size_of::<c_long>(),
        }
    }

    /// The least and the greatest value, if it is an integer that an `i128` can hold: of `isize` and `usize` on a platform of 64 bits, of
    /// C's own on the machine that this runs on.
    #[must_use]
    #[inline]
    pub fn range(self) -> Option<(i128, i128)> {
        match self {
            Primitive::I8 => Some((i8::MIN.into(), i8::MAX.into())),
            Primitive::I16 => Some((i16::MIN.into(), i16::MAX.into())),
            Primitive::I32 => Some((i32::MIN.into(), i32::MAX.into())),
            Primitive::I64 | Primitive::Isize => Some((i64::MIN.into(), i64::MAX.into())),
            Primitive::U8 => Some((0, u8::MAX.into())),
            Primitive::U16 => Some((0, u16::MAX.into())),
            Primitive::U32 => Some((0, u32::MAX.into())),
            Primitive::U64 | Primitive::Usize => Some((0, u64::MAX.into())),
            Primitive::I128 => Some((i128::MIN, i128::MAX)),
            Primitive::CChar => Some((c_char::MIN.into(), c_char::MAX.into())),
            Primitive::CLong => Some((c_long::MIN.into(), c_long::MAX.into())),
            Primitive::CULong => Some((0, c_ulong::MAX.into())),
            Primitive::Bool | Primitive::F32 | Primitive::F64 | Primitive::U128 | Primitive::Char => None,
        }
    }

    /// True for integers and floats that can be negative; for C's `char` as on the machine that this runs on.
    #[must_use]
    #[inline]
    pub fn is_signed(self) -> bool {
        self.is_float() || self.range().is_some_and(|(least, _)| least < 0)
    }

    /// True for integers: not for bools, floats and characters.
    #[must_use]
    #[inline]
    pub fn is_integer(self) -> bool {
        self == Primitive::U128 || self.range().is_some()
    }

    /// True for the integers that can be the `repr` of an enum in all languages: Rust's own, up to 64 bits.
    #[must_use]
    #[inline]
    pub fn is_repr(self) -> bool {
        use Primitive::{I8, I16, I32, I64, Isize, U8, U16, U32, U64, Usize};
        matches!(self, I8 | I16 | I32 | I64 | Isize | U8 | U16 | U32 | U64 | Usize)
    }

    /// True for floats.
    #[must_use]
    #[inline]
    pub fn is_float(self) -> bool {
        matches!(self, Primitive::F32 | Primitive::F64)
    }
}
