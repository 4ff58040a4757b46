//! Packed structs: fields that are not aligned, which nobody may borrow.

use super::{INVALID, Marker, NULL, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::model::Repr;
use interoptopus::{ffi_function, ffi_type};
use std::mem::offset_of;

#[ffi_type]
#[repr(C, packed)]
#[derive(Clone, Copy)]
pub struct Packed {
    pub marker: Marker,
    pub number: u32,
    pub wide: f64,
    pub sure: bool,
}

#[ffi_type]
#[cfg_attr(all(), repr(packed(2)))]
#[derive(Clone, Copy)]
pub struct ByTwo(pub u8, pub u64, pub Marker);

/// References in it are read, never borrowed.
#[ffi_type]
#[repr(C, packed)]
#[derive(Clone, Copy)]
pub struct Pointing<'a> {
    pub marker: Marker,
    pub at: Option<&'a u16>,
    pub inner: Packed,
}

/// A packed struct in one that is not.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Outer {
    pub before: u8,
    pub packed: [Packed; 2],
    pub after: u32,
}

#[ffi_function]
pub fn packed_mark(packed: Packed) -> f64 {
    let Packed { marker, number, wide, sure } = packed;
    f64::from(marker as u8) + f64::from(number) + wide + f64::from(u8::from(sure))
}

#[ffi_function]
pub fn packed_two(two: &ByTwo) -> ByTwo {
    ByTwo(two.0, two.1.wrapping_add(1), two.2)
}

#[ffi_function]
pub fn packed_all(all: &[Packed], pointing: Pointing) -> u64 {
    let inner = pointing.inner;
    all.iter().map(|p| u64::from(p.number)).sum::<u64>() + u64::from(pointing.at.copied().unwrap_or(7)) + u64::from(inner.number)
}

#[ffi_function]
pub fn packed_outer(outer: Outer) -> u32 {
    outer.packed[1].number + outer.after
}

/// As the other side sees them.
#[repr(C, packed)]
#[derive(Clone, Copy)]
pub struct Raw {
    marker: u8,
    number: u32,
    wide: f64,
    sure: u8,
}

#[repr(C, packed(2))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawTwo(pub u8, pub u64, pub u8);

#[repr(C, packed)]
#[derive(Clone, Copy)]
pub struct RawPointing {
    marker: u8,
    at: *const u16,
    inner: Raw,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct RawOuter {
    before: u8,
    packed: [Raw; 2],
    after: u32,
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn types_packed_mark(packed: Raw) -> Outcome<f64>;
        pub fn types_packed_two(two: *const RawTwo) -> Outcome<RawTwo>;
        pub fn types_packed_all(all: *const Raw, len: usize, pointing: RawPointing) -> Outcome<u64>;
        pub fn types_packed_outer(outer: RawOuter) -> Outcome<u32>;
    }
}

const GOOD: Raw = Raw { marker: 255, number: u32::MAX, wide: -0.5, sure: 1 };

#[test]
fn they_cross_as_they_are() {
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_packed_mark(GOOD) }), Ok(255.0 + f64::from(u32::MAX) - 0.5 + 1.0));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_packed_two(&RawTwo(9, u64::MAX - 1, 1)) }), Ok(RawTwo(9, u64::MAX, 1)));
}

#[test]
fn fields_that_are_not_aligned_are_checked() {
    for bad in [Raw { marker: 0, ..GOOD }, Raw { sure: 2, ..GOOD }] {
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { abi::types_packed_mark(bad) }), Err(INVALID));
        let pointing = RawPointing { marker: 1, at: std::ptr::null(), inner: GOOD };
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::types_packed_all([GOOD, bad].as_ptr(), 2, pointing) }), Err(INVALID));
        let pointing = RawPointing { inner: bad, ..pointing };
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::types_packed_all([GOOD].as_ptr(), 1, pointing) }), Err(INVALID));
        let outer = RawOuter { before: 1, packed: [GOOD, bad], after: 0 };
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::types_packed_outer(outer) }), Err(INVALID));
    }
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_packed_two(&RawTwo(9, 1, 4)) }), Err(INVALID));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_packed_two(std::ptr::null()) }), Err(NULL));
}

#[test]
fn references_in_them_are_followed() {
    let number = 40_u16;
    let pointing = RawPointing { marker: 1, at: &number, inner: Raw { number: 2, ..GOOD } };
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_packed_all([GOOD].as_ptr(), 0, pointing) }), Ok(42));
    // SAFETY: as above; the address is not aligned, and nobody reads there.
    let odd = RawPointing { at: (&raw const number).wrapping_byte_add(1), ..pointing };
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_packed_all([GOOD].as_ptr(), 0, odd) }), Err(INVALID));
}

#[test]
fn the_inventory_says_how_they_are_packed() {
    let inventory = ffi_inventory();
    assert_eq!(structure(&inventory, "Packed").repr, Repr::Packed(1));
    assert_eq!(structure(&inventory, "ByTwo").repr, Repr::Packed(2));
    assert_memory::<Packed>("Packed", &[("marker", 0, 1), ("number", 1, 4), ("wide", 5, 8), ("sure", 13, 1)]);
    assert_memory::<ByTwo>("ByTwo", &[("field0", 0, 1), ("field1", 2, 8), ("field2", 10, 1)]);
    assert_memory::<Outer>("Outer", &[("before", 0, 1), ("packed", 1, 28), ("after", offset_of!(Outer, after), 4)]);
}
