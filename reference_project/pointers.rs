//! References, optional references and raw pointers.

use crate::mutants::mutant;
use crate::structs::{Mixed, Vec2};
use interoptopus::ffi_function;
use std::ffi::c_void;

/// Stretches `v` in place.
#[ffi_function]
pub extern "C" fn scale(v: &mut Vec2, by: f32) {
    v.x *= by;
    if !mutant("write_lost") {
        v.y *= by;
    }
}

/// The product of both fields of `a`, and ten times that of `b` if there is one.
#[ffi_function]
pub fn sum_through(a: &Vec2, b: Option<&Vec2>) -> f32 {
    let b = b.map_or(if mutant("none_taken_for_zero") { 1.0 } else { 0.0 }, |b| b.x * b.y * 10.0);
    a.x * a.y + b
}

/// The largest field of `mixed`, as a float.
#[ffi_function]
pub fn largest_field(mixed: &Mixed) -> f64 {
    let all = [f64::from(mixed.tag), mixed.big as f64, f64::from(mixed.delta), f64::from(mixed.ratio), mixed.precise];
    all.into_iter().fold(f64::NEG_INFINITY, f64::max)
}

/// Sets `v` to zero if there is one, and says whether there was.
#[ffi_function]
pub fn reset_if(v: Option<&mut Vec2>) -> bool {
    v.map(|v| *v = Vec2::default()).is_some()
}

/// Adds `by` to `total`, and returns what it was before.
#[ffi_function]
pub fn add_to(total: &mut i64, by: i64) -> i64 {
    let before = *total;
    *total = total.wrapping_add(by);
    before
}

/// Exchanges two points, which must not be the same one.
#[ffi_function]
pub fn exchange(a: &mut Vec2, b: &mut Vec2) {
    std::mem::swap(a, b);
}

/// The number that `p` points to, or 0 if it is null.
///
/// # Safety
/// `p` must be null or point to a `u32`.
#[ffi_function]
pub unsafe extern "C" fn read_raw(p: *const u32) -> u32 {
    // SAFETY: the caller's promise.
    unsafe { p.as_ref() }.copied().unwrap_or(0)
}

/// Writes `value` to where `p` points, if it is not null.
///
/// # Safety
/// `p` must be null or point to a `u32`.
#[ffi_function]
pub unsafe extern "C" fn write_raw(p: *mut u32, value: u32) {
    // SAFETY: the caller's promise.
    if let Some(p) = unsafe { p.as_mut() } {
        *p = value;
    }
}

/// The same address.
#[ffi_function]
pub extern "C" fn same_address(p: *mut c_void) -> *mut c_void {
    p
}
