//! Slices: as parameters two, elsewhere a struct.

use super::{INVALID, Marker, NULL, UTF8, Vec2, value};
use interoptopus::border::{Outcome, Status};
use interoptopus::{ffi, ffi_function, ffi_type};
use std::ptr;

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    pub points: ffi::Slice<'a, Vec2>,
    pub marks: ffi::Slice<'a, Marker>,
}

#[ffi_function]
pub fn slices_sum(values: ffi::Slice<u16>, more: Option<&[u16]>) -> i64 {
    let sum = |values: &[u16]| values.iter().copied().map(i64::from).sum::<i64>();
    sum(&values) + more.map_or(-1, sum)
}

#[ffi_function]
pub fn slices_fill(mut values: ffi::SliceMut<f32>, value: f32, more: Option<&mut [f32]>) {
    values.fill(value);
    if let Some(more) = more {
        more.fill(-value);
    }
}

#[ffi_function]
pub fn slices_markers(markers: &[Marker]) -> usize {
    markers.len()
}

#[ffi_function]
pub fn slices_tail<'a>(values: &'a [Vec2], _name: &str) -> &'a [Vec2] {
    &values[1..]
}

#[ffi_function]
pub fn slices_primes() -> ffi::Slice<'static, u8> {
    [2, 3, 5, 7].as_slice().into()
}

#[ffi_function]
pub fn slices_lines(lines: &Lines) -> usize {
    lines.points.len() * 10 + lines.marks.len()
}

#[ffi_function]
pub fn slices_of_references(points: &[&Vec2]) -> f32 {
    points.iter().map(|p| p.x).sum()
}

/// What a slice holds hides a lifetime.
#[ffi_function]
pub fn slices_of_texts(texts: &[ffi::Str], more: Option<&[ffi::Option<ffi::Slice<u8>>]>) -> usize {
    texts.iter().map(|text| text.chars().count()).sum::<usize>() + more.map_or(0, <[_]>::len)
}

mod abi {
    use super::*;

    #[repr(C)]
    pub struct Raw<T>(pub *const T, pub usize);

    #[repr(C)]
    pub struct RawLines(pub Raw<Vec2>, pub Raw<u8>);

    unsafe extern "C" {
        pub fn border_slices_sum(values: *const u16, len: usize, more: *const u16, more_len: usize) -> Outcome<i64>;
        pub fn border_slices_fill(values: *mut f32, len: usize, value: f32, more: *mut f32, more_len: usize) -> Status;
        pub fn border_slices_markers(markers: *const u8, len: usize) -> Outcome<usize>;
        pub fn border_slices_tail(values: *const Vec2, len: usize, name: *const u8, name_len: usize) -> Outcome<Raw<Vec2>>;
        pub fn border_slices_primes() -> Outcome<Raw<u8>>;
        pub fn border_slices_lines(lines: *const RawLines) -> Outcome<usize>;
        pub fn border_slices_of_texts(texts: *const Raw<u8>, len: usize, more: *const u8, more_len: usize) -> Outcome<usize>;
        pub fn border_slices_of_references(points: *const *const Vec2, len: usize) -> Outcome<f32>;
    }
}

#[test]
fn null_is_empty_or_none_and_a_length_needs_memory() {
    let values = [1_u16, 2, 3];
    // SAFETY: the declarations are those of the shims, and the lengths those of the arrays.
    unsafe {
        assert_eq!(value(abi::border_slices_sum(values.as_ptr(), 3, values.as_ptr(), 2)), Ok(9));
        assert_eq!(value(abi::border_slices_sum(ptr::null(), 0, values.as_ptr(), 0)), Ok(0));
        assert_eq!(value(abi::border_slices_sum(ptr::null(), 0, ptr::null(), 0)), Ok(-1));
        assert_eq!(value(abi::border_slices_sum(ptr::null(), 1, ptr::null(), 0)), Err(NULL));
        // Whatever the length says, null is none.
        assert_eq!(value(abi::border_slices_sum(values.as_ptr(), 1, ptr::null(), 7)), Ok(0));
        // An empty one is not looked at.
        assert_eq!(value(abi::border_slices_sum(ptr::without_provenance(1), 0, ptr::null(), 0)), Ok(-1));
    }
}

#[test]
fn alignment_and_size_are_checked() {
    let values = [0_u16; 4];
    // SAFETY: the declarations are those of the shims; what is refused is not read.
    unsafe {
        assert_eq!(value(abi::border_slices_sum(values.as_ptr().byte_add(1), 1, ptr::null(), 0)), Err(INVALID));
        assert_eq!(value(abi::border_slices_sum(values.as_ptr(), usize::MAX, ptr::null(), 0)), Err(INVALID));
        assert_eq!(value(abi::border_slices_sum(values.as_ptr(), isize::MAX as usize / 2 + 1, ptr::null(), 0)), Err(INVALID));
    }
}

#[test]
fn each_element_is_checked() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the arrays.
    unsafe {
        assert_eq!(value(abi::border_slices_markers([1, 2, 255].as_ptr(), 3)), Ok(3));
        assert_eq!(value(abi::border_slices_markers([1, 2, 3].as_ptr(), 3)), Err(INVALID));
        assert_eq!(value(abi::border_slices_markers([1, 2, 3].as_ptr(), 2)), Ok(2));
        let point = Vec2 { x: 4.0, y: 0.0 };
        assert_eq!(value(abi::border_slices_of_references([&raw const point, &raw const point].as_ptr(), 2)), Ok(8.0));
        assert_eq!(value(abi::border_slices_of_references([&raw const point, ptr::null()].as_ptr(), 2)), Err(NULL));
        let texts = |last: &[u8]| [abi::Raw("ä".as_ptr(), 2), abi::Raw(last.as_ptr(), last.len())];
        assert_eq!(value(abi::border_slices_of_texts(texts(b"ab").as_ptr(), 2, ptr::null(), 0)), Ok(3));
        assert_eq!(value(abi::border_slices_of_texts(texts(b"\xff").as_ptr(), 2, ptr::null(), 0)), Err(UTF8));
    }
}

#[test]
fn rust_writes_to_mutable_slices() {
    let (mut values, mut more) = ([0.0; 3], [0.0; 2]);
    // SAFETY: the declarations are those of the shims, and the lengths those of the arrays.
    unsafe {
        assert_eq!(abi::border_slices_fill(values.as_mut_ptr(), 3, 2.5, more.as_mut_ptr(), 1), Status::OK);
        assert_eq!((values, more), ([2.5; 3], [-2.5, 0.0]));
        assert_eq!(abi::border_slices_fill(values.as_mut_ptr(), 3, 1.0, ptr::null_mut(), 0), Status::OK);
        assert_eq!(values, [1.0; 3]);
    }
}

#[test]
fn a_returned_slice_is_a_struct() {
    let values = [Vec2::default(), Vec2 { x: 1.0, y: 2.0 }];
    // SAFETY: the declarations are those of the shims, and the lengths those of the arrays.
    unsafe {
        let tail = value(abi::border_slices_tail(values.as_ptr(), 2, ptr::null(), 0)).unwrap_or(abi::Raw(ptr::null(), 0));
        assert_eq!((tail.0, tail.1), (&raw const values[1], 1));
        let primes = value(abi::border_slices_primes()).unwrap_or(abi::Raw(ptr::null(), 0));
        assert_eq!(std::slice::from_raw_parts(primes.0, primes.1), [2, 3, 5, 7]);
    }
}

#[test]
fn slices_in_fields_are_checked() {
    let (points, marks) = ([Vec2::default(); 2], [1, 2, 3]);
    let lines = |points_at: *const Vec2, marks_len| abi::RawLines(abi::Raw(points_at, 2), abi::Raw(marks.as_ptr(), marks_len));
    // SAFETY: the declarations are those of the shims, and the lengths those of the arrays.
    unsafe {
        assert_eq!(value(abi::border_slices_lines(&lines(points.as_ptr(), 2))), Ok(22));
        assert_eq!(value(abi::border_slices_lines(&lines(points.as_ptr(), 3))), Err(INVALID));
        assert_eq!(value(abi::border_slices_lines(&lines(ptr::null(), 2))), Err(NULL));
    }
}
