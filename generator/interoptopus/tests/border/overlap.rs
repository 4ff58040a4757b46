//! Two parameters never share memory that Rust writes to.

use super::{INVALID, Vec2, last_error, value};
use interoptopus::border::{Outcome, Status, address_range, disjoint};
use interoptopus::{ffi, ffi_function};
use std::ffi::c_char;

#[ffi_function]
pub fn overlap_copy(from: &[u8], to: &mut [u8], n: u32) -> usize {
    to.copy_from_slice(&from[..to.len()]);
    n as usize
}

#[ffi_function]
pub fn overlap_exchange(a: &mut Vec2, b: Option<&mut Vec2>, ys: &[f32]) {
    if let Some(b) = b {
        std::mem::swap(a, b);
    }
    a.y += ys.len() as f32;
}

#[ffi_function]
pub fn overlap_read(a: &[u8], b: &[u8], name: &str) -> usize {
    a.len() + b.len() + name.len()
}

#[ffi_function]
pub fn overlap_c(text: ffi::CStrPtr, to: &mut [u8]) -> usize {
    text.count_bytes() + to.len()
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_overlap_copy(from: *const u8, from_len: usize, to: *mut u8, to_len: usize, n: u32) -> Outcome<usize>;
        pub fn border_overlap_exchange(a: *mut Vec2, b: *mut Vec2, ys: *const f32, ys_len: usize) -> Status;
        pub fn border_overlap_read(
            a: *const u8,
            a_len: usize,
            b: *const u8,
            b_len: usize,
            name: *const u8,
            name_len: usize,
        ) -> Outcome<usize>;
        pub fn border_overlap_c(text: *const c_char, to: *mut u8, to_len: usize) -> Outcome<usize>;
    }
}

#[test]
fn what_an_argument_borrows_is_told_without_reading_it() {
    // Nobody has checked that there is a C string.
    let nowhere = (std::ptr::without_provenance::<c_char>(1), 7);
    assert!(
        disjoint([("text", address_range::<ffi::CStrPtr>(&nowhere)), ("same", address_range::<ffi::CStrPtr>(&nowhere))]).is_ok()
    );
}

#[test]
fn memory_beyond_the_last_address_is_refused() {
    let mut bytes = [0_u8; 4];
    let last = std::ptr::without_provenance(usize::MAX - 1);
    // SAFETY: the declarations are those of the shims, and nothing is read of what is refused.
    unsafe {
        assert_eq!(value(abi::border_overlap_copy(last, 100, bytes.as_mut_ptr(), 4, 0)), Err(INVALID));
        assert_eq!(value(abi::border_overlap_read(last, 2, bytes.as_ptr(), 4, bytes.as_ptr(), 4)), Err(INVALID));
    }
}

#[test]
fn memory_that_is_written_to_is_not_shared() {
    let mut bytes = [1_u8, 2, 3, 4];
    let at = bytes.as_mut_ptr();
    // SAFETY: the declarations are those of the shims, and the lengths within the array.
    unsafe {
        assert_eq!(value(abi::border_overlap_copy(at, 2, at.add(2), 2, 7)), Ok(7));
        assert_eq!(value(abi::border_overlap_copy(at.add(2), 2, at, 2, 7)), Ok(7));
        for (from, from_len, to, to_len) in [(0, 3, 2, 1), (0, 4, 1, 1), (3, 1, 0, 4), (1, 1, 1, 1)] {
            assert_eq!(
                value(abi::border_overlap_copy(at.add(from), from_len, at.add(to), to_len, 0)),
                Err(INVALID),
                "{from}+{from_len} {to}+{to_len}"
            );
        }
        assert!(last_error().contains("`to`"), "{}", last_error());
        // A length of 0 never overlaps, wherever it is.
        assert_eq!(value(abi::border_overlap_copy(at, 4, at.add(1), 0, 5)), Ok(5));
    }
}

#[test]
fn references_count_with_their_whole_size() {
    let mut two = [Vec2::default(), Vec2 { x: 3.0, y: 0.0 }];
    let at = two.as_mut_ptr();
    let y = at.cast::<f32>().wrapping_add(1);
    // SAFETY: the declarations are those of the shims, and the lengths within the array.
    unsafe {
        assert_eq!(abi::border_overlap_exchange(at, at.add(1), std::ptr::null(), 0), Status::OK);
        assert_eq!(abi::border_overlap_exchange(at, at, std::ptr::null(), 0), Status::INVALID);
        assert_eq!(abi::border_overlap_exchange(at, std::ptr::null_mut(), y, 1), Status::INVALID);
        assert_eq!(abi::border_overlap_exchange(at, std::ptr::null_mut(), y.add(1), 1), Status::OK);
    }
    assert_eq!(two[0], Vec2 { x: 3.0, y: 1.0 });
}

#[test]
fn what_is_only_read_may_be_shared() {
    let bytes = b"abcd".as_ptr();
    // SAFETY: the declarations are those of the shims, and the lengths within the array.
    assert_eq!(value(unsafe { abi::border_overlap_read(bytes, 4, bytes, 4, bytes, 2) }), Ok(10));
}

#[test]
fn a_c_string_reaches_up_to_its_nul() {
    let mut bytes = *b"abc\0efgh";
    let at = bytes.as_mut_ptr();
    // SAFETY: the declarations are those of the shims, and the lengths within the array.
    unsafe {
        assert_eq!(value(abi::border_overlap_c(at.cast(), at.add(4), 4)), Ok(7));
        assert_eq!(value(abi::border_overlap_c(at.cast(), at.add(3), 4)), Err(INVALID));
    }
}
