//! Structs that are aligned to more than their fields.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// Four floats for a vector register: 16 bytes, aligned to 16.
#[ffi_type]
#[repr(C, align(16))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quad {
    /// The first.
    pub x: f32,
    /// The second.
    pub y: f32,
    /// The third.
    pub z: f32,
    /// The fourth.
    pub w: f32,
}

/// Two bytes that take eight. Nobody wrote `C`: the macro did.
#[ffi_type]
#[repr(align(8))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Roomy {
    /// The first.
    pub a: u8,
    /// The second; six bytes of padding follow.
    pub b: i8,
}

/// A cache line.
#[ffi_type]
#[repr(C, align(64))]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CacheLine {
    /// At its beginning.
    pub count: u64,
    /// In its midst.
    pub bytes: [u8; 5],
}

/// An aligned struct as a field, so that padding is before it and behind it.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 15 bytes of padding follow.
    pub tag: u8,
    /// At 16.
    pub quad: Quad,
    /// At 32, two of eight bytes.
    pub rooms: [Roomy; 2],
    /// At 48; 14 bytes of padding follow.
    pub last: u16,
}

/// `(w, x, y, -z)`, in place.
#[ffi_function]
pub fn quad_rotate(quad: &mut Quad) {
    let Quad { x, y, z, w } = *quad;
    *quad = Quad { x: w, y: x, z: y, w: if mutant("aligned_field_kept") { z } else { -z } };
}

/// `(w, x, y, -z)`.
#[ffi_function]
pub extern "C" fn quad_rotated(mut quad: Quad) -> Quad {
    quad_rotate(&mut quad);
    quad
}

/// `(b ^ 0xFF, a)`.
#[ffi_function]
pub extern "C" fn roomy_exchanged(roomy: Roomy) -> Roomy {
    Roomy { a: !(roomy.b as u8), b: roomy.a as i8 }
}

/// Adds one to the count, and reverses the bytes.
#[ffi_function]
pub fn cache_line_touch(line: &mut CacheLine) {
    line.count = line.count.wrapping_add(1);
    line.bytes.reverse();
}

/// Whether a pointer to a cache line is aligned as Rust needs it.
#[ffi_function]
pub extern "C" fn is_cache_aligned(line: *const CacheLine) -> bool {
    line.is_aligned()
}

/// The digest of all fields, in their order.
#[ffi_function]
pub fn spread_digest(spread: &Spread) -> u64 {
    let Spread { tag, quad, rooms: [first, second], last } = *spread;
    digest![tag, quad.x, quad.y, quad.z, quad.w, first.a, first.b, second.a, second.b, last]
}

/// The digest of all fields of all elements, in their order.
#[ffi_function]
pub fn rooms_digest(rooms: &[Roomy]) -> u64 {
    rooms.iter().fold(0, |sum, room| digest![sum, room.a, room.b])
}
