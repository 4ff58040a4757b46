//! Structs by value: padded, nested, with arrays, too small and too large for registers.

use crate::enums::Marker;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// A point in the plane, in metres.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    /// Towards the east.
    pub x: f32,
    /// Towards the north.
    pub y: f32,
}

/// Fields of many sizes, with padding between them. Nobody wrote `repr(C)`: the macro did.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixed {
    /// One byte.
    pub tag: u8,
    /// Eight bytes.
    pub big: u64,
    /// Two bytes.
    pub delta: i16,
    /// Four bytes.
    pub ratio: f32,
    /// One byte, of which two values are valid.
    pub yes: bool,
    /// Eight bytes.
    pub precise: f64,
}

/// A line between two points.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins.
    pub from: Vec2,
    /// Where it ends.
    pub to: Vec2,
    /// The marker that its ends are drawn as.
    pub marker: Marker,
}

/// A struct in a struct in a struct.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Before the segment, so that it has padding behind it.
    pub depth: u16,
    /// Its diagonal.
    pub diagonal: Segment,
    /// Behind the segment.
    pub scale: f64,
}

/// Arrays of bytes, floats and structs.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Which.
    pub id: u16,
    /// An odd number of bytes.
    pub bytes: [u8; 5],
    /// A small array of structs.
    pub points: [Vec2; 2],
    /// A small array of floats.
    pub ratios: [f64; 3],
}

/// Arrays in an array.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Three rows of two.
    pub rows: [[i16; 2]; 3],
    /// Behind them.
    pub id: u8,
}

/// Three bytes, which no register is made for.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triple {
    /// The first.
    pub a: u8,
    /// The second.
    pub b: u8,
    /// The third.
    pub c: u8,
}

/// 40 bytes, which go through memory.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wide {
    /// The first.
    pub a: i64,
    /// The second.
    pub b: i64,
    /// The third.
    pub c: i64,
    /// The fourth.
    pub d: i64,
    /// The fifth.
    pub e: i64,
}

/// The scalar product, in square metres.
#[ffi_function]
pub extern "C" fn dot(a: Vec2, b: Vec2) -> f32 {
    a.x * b.x + a.y * b.y
}

/// `v` with its fields exchanged.
#[ffi_function]
pub extern "C" fn mirrored(v: Vec2) -> Vec2 {
    if mutant("fields_not_exchanged") { v } else { Vec2 { x: v.y, y: v.x } }
}

/// Every field changed in a way of its own: `tag + 1`, `big - 1`, `-delta`, `ratio * 2`, `!yes`, `precise / 4`.
#[ffi_function]
pub fn mixed_after(m: Mixed) -> Mixed {
    let (tag, big, delta) = (m.tag.wrapping_add(1), m.big.wrapping_sub(1), m.delta.wrapping_neg());
    Mixed { tag, big, delta, ratio: m.ratio * 2.0, yes: !m.yes, precise: m.precise / 4.0 }
}

/// The segment from its end to its beginning.
#[ffi_function]
pub fn reversed(segment: Segment) -> Segment {
    Segment { from: segment.to, to: segment.from, marker: segment.marker }
}

/// A frame of these parts.
#[ffi_function]
pub fn frame_of(depth: u16, diagonal: Segment, scale: f64) -> Frame {
    Frame { depth, diagonal, scale }
}

/// Each number in `frame` as a digit: `depth` the last one, `scale` the first.
#[ffi_function]
pub fn frame_sum(frame: Frame) -> f64 {
    let Frame { depth, diagonal: Segment { from, to, marker }, scale } = frame;
    let (from, to) = if mutant("nested_field_exchanged") { (to, from) } else { (from, to) };
    let floats = [from.x, from.y, to.x, to.y].map(f64::from);
    let digits = [f64::from(depth), floats[0], floats[1], floats[2], floats[3], f64::from(marker as u8), scale];
    digits.iter().rev().fold(0.0, |sum, digit| sum * 10.0 + digit)
}

/// `block` with each of its arrays reversed, and its id one up.
#[ffi_function]
pub extern "C" fn block_reversed(mut block: Block) -> Block {
    block.id = block.id.wrapping_add(1);
    block.bytes.reverse();
    block.points.reverse();
    if !mutant("array_in_order") {
        block.ratios.reverse();
    }
    block
}

/// `grid` with its rows in the opposite order, and its id one up.
#[ffi_function]
pub fn grid_reversed(mut grid: Grid) -> Grid {
    if !mutant("rows_in_order") {
        grid.rows.reverse();
    }
    grid.id = grid.id.wrapping_add(1);
    grid
}

/// `(b, c, a)`.
#[ffi_function]
pub extern "C" fn triple_rotated(t: Triple) -> Triple {
    Triple { a: t.b, b: t.c, c: t.a }
}

/// `(b, c, d, e, a)`.
#[ffi_function]
pub extern "C" fn wide_rotated(w: Wide) -> Wide {
    Wide { a: w.b, b: w.c, c: w.d, d: w.e, e: w.a }
}
