//! The functions that the benchmark compares with: the same as ours, as somebody writes them without Interoptopus. They check
//! what they must to stay sound with correct callers, and nothing else: no panic is caught, no argument is looked at twice.

#![allow(clippy::missing_safety_doc, missing_docs)] // Each pointer is valid for the length behind it.

use std::slice::from_raw_parts;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Vec2 {
    x: f32,
    y: f32,
}

#[repr(C)]
pub struct OptionVec2 {
    value: Vec2,
    is_some: u8,
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_after_u64(x: u64) -> u64 {
    x.wrapping_add(1)
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_dot(a: Vec2, b: Vec2) -> f32 {
    a.x * b.x + a.y * b.y
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn by_hand_checksum(text: *const u8, len: usize) -> u64 {
    // SAFETY: the caller's promise.
    let Ok(text) = std::str::from_utf8(unsafe { from_raw_parts(text, len) }) else { return u64::MAX };
    text.bytes().zip(1..).map(|(byte, at)| u64::from(byte) * at).sum()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn by_hand_centroid(points: *const Vec2, len: usize) -> OptionVec2 {
    // SAFETY: the caller's promise.
    let points = unsafe { from_raw_parts(points, len) };
    let n = points.len() as f32;
    let sum = points.iter().fold(Vec2 { x: 0.0, y: 0.0 }, |s, p| Vec2 { x: s.x + p.x, y: s.y + p.y });
    OptionVec2 { value: Vec2 { x: sum.x / n, y: sum.y / n }, is_some: u8::from(!points.is_empty()) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn by_hand_visit(points: *const Vec2, len: usize, each: extern "C" fn(u32, Vec2) -> u8) -> u32 {
    // SAFETY: the caller's promise.
    let points = unsafe { from_raw_parts(points, len) };
    points.iter().zip(0..).take_while(|(p, i)| each(*i, **p) != 0).count() as u32
}

#[repr(C)]
pub struct Owned<T> {
    data: *mut T,
    len: usize,
}

impl<T> From<Vec<T>> for Owned<T> {
    fn from(elements: Vec<T>) -> Self {
        let elements = elements.into_boxed_slice();
        let len = elements.len();
        Owned { data: Box::into_raw(elements).cast(), len }
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_number_in_decimal(number: i64) -> Owned<u8> {
    number.to_string().into_bytes().into()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn by_hand_free_text(text: Owned<u8>) {
    // SAFETY: the caller has it of the function above, and frees it once.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(text.data, text.len)) });
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_square_roots(count: u32) -> Owned<f64> {
    (0..count).map(|number| f64::from(number).sqrt()).collect::<Vec<_>>().into()
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn by_hand_free_numbers(numbers: Owned<f64>) {
    // SAFETY: as above.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(numbers.data, numbers.len)) });
}
