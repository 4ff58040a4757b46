//! Raw pointers that are not null, and options of them.

use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_type};
use std::ffi::c_void;
use std::ptr::NonNull;

/// Pointers as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Links {
    /// Never null.
    pub point: NonNull<Vec2>,
    /// Null for none.
    pub count: Option<NonNull<u16>>,
    /// Behind them.
    pub id: u8,
}

/// Doubles the number that `p` points to, and returns what it was.
///
/// # Safety
/// `p` must point to a `u64`.
#[ffi_function]
pub unsafe fn double_at(p: NonNull<u64>) -> u64 {
    // SAFETY: the caller's promise.
    let p = unsafe { &mut *p.as_ptr() };
    let before = *p;
    *p = if mutant("store_lost") { before } else { before.wrapping_mul(2) };
    before
}

/// The number that `p` points to, or -1 if it is null.
///
/// # Safety
/// `p` must be null or point to an `i16`.
#[ffi_function]
pub unsafe fn number_at(p: Option<NonNull<i16>>) -> i16 {
    // SAFETY: the caller's promise.
    p.map_or(-1, |p| unsafe { p.read() })
}

/// The same address.
#[ffi_function]
pub fn same_place(p: NonNull<c_void>) -> NonNull<c_void> {
    p
}

/// The same address, or null; it crosses bare.
#[ffi_function]
pub extern "C" fn same_place_if(p: Option<NonNull<c_void>>) -> Option<NonNull<c_void>> {
    p
}

/// Mirrors the point and adds one to the count, if there is one; returns the id and a count of none.
///
/// # Safety
/// Both pointers must lead to values that nobody else uses meanwhile.
#[ffi_function]
pub unsafe fn follow(links: Links) -> Links {
    // SAFETY: the caller's promise.
    let (point, count) = unsafe { (&mut *links.point.as_ptr(), links.count.map(|count| &mut *count.as_ptr())) };
    *point = Vec2 { x: point.y, y: point.x };
    if let Some(count) = count {
        *count = count.wrapping_add(1);
    }
    Links { count: None, ..links }
}
