//! Structs and enums by value: what is invalid in them is refused, however deep it lies.

use super::{INVALID, Marker, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi_function, ffi_type};
use std::mem::offset_of;

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Inner {
    pub sure: bool,
    pub marks: [Marker; 3],
}

#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Outer {
    pub before: u8,
    pub inner: [Inner; 2],
    pub at: Vec2,
    #[cfg(any())]
    pub never: String,
    pub r#type: u64,
}

/// As the other side sees it: bytes that nobody has checked.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct RawOuter {
    before: u8,
    inner: [[u8; 4]; 2],
    at: Vec2,
    r#type: u64,
}

#[ffi_function]
pub fn structs_nested(outer: Outer) -> u64 {
    outer.inner.iter().filter(|i| i.sure).count() as u64 + outer.r#type + outer.at.x as u64
}

#[ffi_function]
pub fn structs_marked(marker: Marker, sure: bool) -> Marker {
    if sure { marker } else { Marker::Hidden }
}

#[ffi_type]
#[repr(i8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    Low = -128,
    Under = -1,
    Ground,
    High = 1 << 6,
}

#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Int {
    Least = i32::MIN as isize,
    Zero = 0,
}

#[ffi_function]
pub fn structs_level(level: Level, int: Int) -> i64 {
    level as i64 + int as i64
}

pub mod structs_shapes {
    /// In a module of its own.
    #[interoptopus::ffi_function]
    pub fn area(size: super::Vec2) -> f32 {
        size.x * size.y
    }
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_structs_nested(outer: RawOuter) -> Outcome<u64>;
        pub fn border_structs_marked(marker: u8, sure: u8) -> Outcome<u8>;
        pub fn border_structs_level(level: i8, int: i32) -> Outcome<i64>;
        pub fn border_area(size: Vec2) -> Outcome<f32>;
    }
}

const GOOD: RawOuter = RawOuter { before: 0, inner: [[1, 1, 2, 255], [0, 2, 2, 2]], at: Vec2 { x: 5.0, y: 0.0 }, r#type: 100 };

#[test]
fn a_nested_struct_crosses_as_it_is() {
    assert_eq!((size_of::<RawOuter>(), offset_of!(RawOuter, at)), (size_of::<Outer>(), offset_of!(Outer, at)));
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::border_structs_nested(GOOD) }), Ok(106));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::border_area(Vec2 { x: 2.0, y: 3.0 }) }), Ok(6.0));
}

#[test]
fn an_unknown_value_is_refused_however_deep_it_lies() {
    for (at, byte) in [(0, 2), (1, 0), (2, 3), (3, 254)] {
        for which in 0..2 {
            let mut bad = GOOD;
            bad.inner[which][at] = byte;
            // SAFETY: the declarations are those of the shims.
            assert_eq!(value(unsafe { abi::border_structs_nested(bad) }), Err(INVALID), "inner {which}, byte {at}");
        }
    }
}

#[test]
fn enums_and_bools_take_their_own_values_only() {
    for marker in 0..=255 {
        let expected = if [1, 2, 255].contains(&marker) { Ok(marker) } else { Err(INVALID) };
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { abi::border_structs_marked(marker, 1) }), expected);
        let expected = if marker > 1 { Err(INVALID) } else { Ok([255, 1][marker as usize]) };
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::border_structs_marked(1, marker) }), expected);
    }
}

#[test]
fn discriminants_may_be_negative_implicit_and_computed() {
    for level in i8::MIN..=i8::MAX {
        let expected = if [-128, -1, 0, 64].contains(&level) { Ok(i64::from(level)) } else { Err(INVALID) };
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { abi::border_structs_level(level, 0) }), expected);
    }
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::border_structs_level(0, i32::MIN) }), Ok(i64::from(i32::MIN)));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::border_structs_level(0, 1) }), Err(INVALID));
}
