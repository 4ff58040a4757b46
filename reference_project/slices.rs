//! Slices in and out: read, written to, optional, and of elements that need checking.

use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_function};

/// The mean of all points; none for no points.
#[ffi_function]
pub fn centroid(points: &[Vec2]) -> Option<Vec2> {
    let n = points.len() as f32;
    let sum = points.iter().fold(Vec2::default(), |s, p| Vec2 { x: s.x + p.x, y: s.y + p.y });
    (!points.is_empty()).then_some(Vec2 { x: sum.x / n, y: sum.y / n })
}

/// Sets every value.
#[ffi_function]
pub fn fill(values: &mut [f32], value: f32) {
    let short = usize::from(mutant("length_off_by_one")).min(values.len());
    let len = values.len() - short;
    values[..len].fill(value);
}

/// The sum of all values, each times its position from 1 on; it crosses bare.
#[ffi_function]
pub extern "C" fn weighted_sum(values: ffi::Slice<i16>) -> i64 {
    values.iter().zip(1..).map(|(value, at)| i64::from(*value) * at).sum()
}

/// Reverses the order of `values`.
#[ffi_function]
pub fn reverse(mut values: ffi::SliceMut<u64>) {
    values.reverse();
    if mutant("elements_exchanged") && !values.is_empty() {
        let last = values.len() - 1;
        values.swap(0, last);
    }
}

/// The sum of all values, or -1 if there is no slice.
#[ffi_function]
pub fn sum_if(values: Option<&[u32]>) -> i64 {
    values.map_or(-1, |values| values.iter().copied().map(i64::from).sum())
}

/// Sets every value to `value`, and returns how many there are; -1 if there is no slice.
#[ffi_function]
pub fn fill_if(values: Option<&mut [u8]>, value: u8) -> i64 {
    values.map_or(-1, |values| {
        values.fill(value);
        values.len() as i64
    })
}

/// Copies as many bytes as both have, and returns how many. The two must not overlap.
#[ffi_function]
pub fn copy_bytes(from: &[u8], to: &mut [u8]) -> usize {
    let len = from.len().min(to.len());
    to[..len].copy_from_slice(&from[..len]);
    len
}

/// The number of markers that are [`Marker::Hidden`].
#[ffi_function]
pub fn count_hidden(markers: &[Marker]) -> u32 {
    markers.iter().filter(|marker| **marker == Marker::Hidden).count() as u32
}

/// The number of values that are true.
#[ffi_function]
pub fn count_true(values: &[bool]) -> u32 {
    values.iter().filter(|value| **value).count() as u32
}

/// The first few primes.
#[ffi_function]
pub fn primes() -> &'static [u16] {
    &[2, 3, 5, 7, 11, 13, 65521]
}
