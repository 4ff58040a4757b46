//! The library of these tests: each construct once, with names and docs that C could stumble over.

#![allow(unreachable_pub)] // As an author writes it.

use interoptopus::{ffi, ffi_constant, ffi_function, ffi_service, ffi_type, inventory};
use std::ffi::c_void;

/// The least.
#[ffi_constant]
pub const LEAST: i64 = i64::MIN;
#[ffi_constant]
pub const DOUBLED: u32 = 2 * 64;
#[ffi_constant]
pub const IS_FAST: bool = !false;
#[ffi_constant]
pub const NO_NUMBER: f64 = f64::NAN;
#[ffi_constant]
pub const MINUS_ZERO: f32 = -0.0;
#[ffi_constant]
pub const FAVOURITE: Cold = Cold::Freezing;

/// A point.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Vec2 {
    pub x: f32,
    pub y: f32,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Line {
    pub ends: [Vec2; 2],
    pub tag: [u8; 4],
    /// The #1 field.
    pub cold: Cold,
    pub class: bool,
}

/// How cold.
#[ffi_type]
#[repr(i8)]
#[derive(Clone, Copy)]
pub enum Cold {
    Freezing = -40,
    /// Like [`Self::Freezing`], but less.
    Chilly = 2,
}

#[ffi_type]
#[repr(u64)]
#[derive(Clone, Copy)]
pub enum Far {
    Near = 1,
    Max = u64::MAX,
}

/// What fails.
#[ffi_type(error)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Fault {
    Empty = 1,
    Full = 7,
}

#[ffi_type(opaque)]
pub struct Hidden {
    secret: u32,
}

/// Mixes.
#[ffi_type]
pub type Mix = extern "C" fn(first: u8, second: Vec2, third: &Vec2, fourth: ffi::Slice<u32>) -> f64;

#[ffi_function]
#[unsafe(no_mangle)]
#[expect(clippy::too_many_arguments)]
pub extern "C" fn lib_primitives(
    a: bool,
    b: i8,
    c: i16,
    d: i32,
    e: i64,
    f: isize,
    g: u8,
    h: u16,
    i: u32,
    j: u64,
    k: usize,
    l: f32,
    m: f64,
) -> bool {
    let _ = (b, c, d, e, f, g, h, i, j, k, l, m);
    a
}

#[ffi_function]
#[unsafe(no_mangle)]
pub extern "C" fn lib_line(line: Line, far: Far) -> Line {
    let _ = far;
    line
}

/// Borrows.
#[ffi_function]
#[unsafe(no_mangle)]
pub extern "C" fn lib_borrow(read: &Vec2, write: &mut Vec2, maybe: Option<&Vec2>, raw: *mut c_void) {
    let _ = (maybe, raw);
    *write = *read;
}

/// # Safety
/// One thread has it.
#[ffi_function]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lib_look(hidden: &Hidden) -> u32 {
    hidden.secret
}

/// Calls both.
#[ffi_function]
#[unsafe(no_mangle)]
pub fn lib_call(mix: Mix, maybe: Option<Mix>) {
    let _ = (mix, maybe);
}

/// Counts the characters.
#[ffi_function]
#[unsafe(no_mangle)]
pub fn lib_count(text: &str, maybe: Option<&str>) -> Result<u32, Fault> {
    if text.is_empty() { Err(Fault::Empty) } else { Ok((text.len() + maybe.map_or(0, str::len)) as u32) }
}

#[ffi_function]
#[unsafe(no_mangle)]
pub fn lib_sort(values: &mut [u32], points: &[Vec2]) {
    let _ = points;
    values.sort();
}

#[ffi_function]
#[unsafe(no_mangle)]
pub extern "C" fn lib_c_length(text: ffi::CStrPtr) -> u32 {
    let _ = text;
    0
}

#[ffi_function]
#[unsafe(no_mangle)]
pub fn lib_mean(points: &[Vec2]) -> Option<Vec2> {
    points.first().copied()
}

#[ffi_function]
#[unsafe(no_mangle)]
pub extern "C" fn lib_motto() -> &'static str {
    "none"
}

/// Counts.
#[ffi_type(service)]
pub struct Counter {
    history: Vec<u32>,
}

#[ffi_service]
impl Counter {
    /// Starts at `start`.
    #[ffi_constructor]
    pub fn new(start: u32) -> Self {
        Counter { history: vec![start] }
    }

    /// Adds.
    pub fn add(&mut self, by: u32) {
        self.history.push(by);
    }

    /// All counts.
    pub fn history(&self) -> &[u32] {
        &self.history
    }
}

inventory!(
    ffi_inventory,
    [LEAST, DOUBLED, IS_FAST, NO_NUMBER, MINUS_ZERO, FAVOURITE],
    [lib_primitives, lib_line, lib_borrow, lib_look, lib_call, lib_count, lib_sort, lib_c_length, lib_mean, lib_motto],
    [],
    [Counter]
);
