//! Unions, whose users know which field is meant.

use crate::digest::digest;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_type};

/// Four bytes, as one sees them.
#[ffi_type]
#[derive(Clone, Copy)]
pub union Word32 {
    /// As an integer.
    pub int: u32,
    /// As a float.
    pub float: f32,
    /// As bytes.
    pub bytes: [u8; 4],
}

/// A float or two; no integer is among its fields, so that it is passed as floats are.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy)]
pub union Floats {
    /// Eight bytes.
    pub double: f64,
    /// Twice four bytes.
    pub pair: Vec2,
}

/// Fields of several sizes; the largest decides, and the strictest alignment.
#[ffi_type]
#[derive(Clone, Copy)]
pub union Uneven {
    /// Eight bytes, aligned to eight.
    pub wide: i64,
    /// 17 bytes: the whole has 24.
    pub text: [u8; 17],
    /// A union in a union.
    pub word: Word32,
}

/// A union, and which of its fields is meant.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Cell {
    /// 0 for `int`, 1 for `float`, 2 for `bytes`.
    pub kind: u8,
    /// The word, read as `kind` says.
    pub word: Word32,
    /// Two more.
    pub more: [Floats; 2],
}

/// The bits of `word`, read as an integer.
#[ffi_function]
pub extern "C" fn word_bits(word: Word32) -> u32 {
    // SAFETY: any bytes are a value of each field, here and below.
    unsafe { word.int }
}

/// The same bytes in the opposite order.
#[ffi_function]
pub extern "C" fn word_reversed(word: Word32) -> Word32 {
    // SAFETY: see `word_bits`.
    let mut bytes = unsafe { word.bytes };
    if !mutant("union_in_order") {
        bytes.reverse();
    }
    Word32 { bytes }
}

/// The two halves exchanged.
#[ffi_function]
pub extern "C" fn floats_exchanged(floats: Floats) -> Floats {
    // SAFETY: see `word_bits`.
    let pair = unsafe { floats.pair };
    Floats { pair: Vec2 { x: pair.y, y: pair.x } }
}

/// Reverses all 17 bytes in place.
#[ffi_function]
pub fn uneven_reverse(uneven: &mut Uneven) {
    // SAFETY: see `word_bits`.
    unsafe { uneven.text.reverse() };
}

/// The number with all bits inverted, as a `wide` one.
#[ffi_function]
pub fn uneven_inverted(uneven: Uneven) -> Uneven {
    let mut text = [0; 17];
    // SAFETY: see `word_bits`.
    text[..8].copy_from_slice(&(!unsafe { uneven.wide }).to_ne_bytes());
    Uneven { text }
}

/// The digest of the kind, of what is meant by it as one number (bytes as the integer that they are), and of both others as doubles.
#[ffi_function]
pub fn cell_digest(cell: &Cell) -> u64 {
    let Cell { kind, word, more: [first, second] } = *cell;
    // SAFETY: see `word_bits`.
    let (float, int, first, second) = unsafe { (word.float, word.int, first.double, second.double) };
    if kind == 1 { digest![kind, float, first, second] } else { digest![kind, int, first, second] }
}

/// A cell of one kind: 0 is 7 as an integer, 1 is -1.5, and any other are the bytes 1, 2, 3 and 4; the others are 0.25 and (1, -2).
#[ffi_function]
pub fn cell_of(kind: u8) -> Cell {
    let word = match kind {
        0 => Word32 { int: 7 },
        1 => Word32 { float: -1.5 },
        _ => Word32 { bytes: [1, 2, 3, 4] },
    };
    Cell { kind, word, more: [Floats { double: 0.25 }, Floats { pair: Vec2 { x: 1.0, y: -2.0 } }] }
}

/// The digest of all words as integers.
#[ffi_function]
pub fn words_digest(words: &[Word32]) -> u64 {
    words.iter().fold(0, |sum, word| digest![sum, word_bits(*word)])
}
