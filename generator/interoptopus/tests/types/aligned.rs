//! Structs with an alignment of their own.

use super::{INVALID, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::model::Repr;
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
#[repr(C, align(16))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    pub values: [f32; 3],
}

#[ffi_type]
#[repr(align(64))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line(pub u8);

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Around {
    pub before: u8,
    pub lane: Lane,
}

#[ffi_function]
pub fn aligned_sum(lane: Lane, around: &Around) -> Lane {
    let mut sum = lane;
    sum.values.iter_mut().zip(around.lane.values).for_each(|(a, b)| *a += b);
    sum
}

#[ffi_function]
pub fn aligned_slice(lines: &[Line]) -> u32 {
    lines.iter().map(|line| u32::from(line.0)).sum()
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn types_aligned_sum(lane: Lane, around: *const Around) -> Outcome<Lane>;
        pub fn types_aligned_slice(lines: *const Line, len: usize) -> Outcome<u32>;
    }
}

#[test]
fn they_cross_by_value_and_behind_pointers() {
    let around = Around { before: 9, lane: Lane { values: [1.0, 2.0, f32::MAX] } };
    // SAFETY: the declarations are those of the shims.
    let sum = value(unsafe { abi::types_aligned_sum(Lane { values: [0.5, -2.0, 0.0] }, &around) });
    assert_eq!(sum, Ok(Lane { values: [1.5, 0.0, f32::MAX] }));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_aligned_slice([Line(255), Line(1)].as_ptr(), 2) }), Ok(256));
}

#[test]
fn what_is_not_aligned_is_refused() {
    let lines = [Line(1), Line(2), Line(3)];
    for bytes in [1, 8, 16, 32] {
        // SAFETY: the declarations are those of the shims; nobody reads at the address.
        assert_eq!(value(unsafe { abi::types_aligned_slice(lines.as_ptr().wrapping_byte_add(bytes), 2) }), Err(INVALID));
    }
}

#[test]
fn the_inventory_says_how_they_are_aligned() {
    let inventory = ffi_inventory();
    assert_eq!(structure(&inventory, "Lane").repr, Repr::Aligned(16));
    assert_eq!(structure(&inventory, "Line").repr, Repr::Aligned(64));
    assert_memory::<Lane>("Lane", &[("values", 0, 12)]);
    assert_memory::<Line>("Line", &[("value", 0, 1)]);
    assert_memory::<Around>("Around", &[("before", 0, 1), ("lane", 16, 16)]);
}
