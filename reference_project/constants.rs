//! Constants of every kind, some from const evaluation; bindings contain their values.

use crate::enums::{Far, Marker};
use crate::mutants::mutant;
use interoptopus::{ffi_constant, ffi_function};

/// The most points that a [`Recorder`](crate::Recorder) keeps.
#[ffi_constant]
pub const MAX_POINTS: u32 = 64;

/// True.
#[ffi_constant]
pub const ENABLED: bool = true;

/// The lowest `i8`.
#[ffi_constant]
pub const LOWEST_I8: i8 = i8::MIN;

/// The lowest `i32`, which C cannot write as a literal.
#[ffi_constant]
pub const LOWEST_I32: i32 = i32::MIN;

/// The lowest `i64`, which C cannot write as a literal.
#[ffi_constant]
pub const LOWEST_I64: i64 = i64::MIN;

/// The highest `u16`.
#[ffi_constant]
pub const HIGHEST_U16: u16 = u16::MAX;

/// The highest `u64`.
#[ffi_constant]
pub const HIGHEST_U64: u64 = u64::MAX;

/// 10!, from const evaluation.
#[ffi_constant]
pub const FACTORIAL_OF_10: u32 = factorial(10);

/// A size.
#[ffi_constant]
pub const BLOCK_SIZE: usize = 4 << 10;

/// 0.1, of which binary floats know neighbours only.
#[ffi_constant]
pub const TENTH: f32 = 0.1;

/// A third.
#[ffi_constant]
pub const THIRD: f64 = 1.0 / 3.0;

/// The smallest `f64` above 0.
#[ffi_constant]
pub const TINIEST: f64 = 5e-324;

/// Zero with a sign.
#[ffi_constant]
pub const MINUS_ZERO: f64 = -0.0;

/// Positive infinity.
#[ffi_constant]
pub const ENDLESS: f64 = f64::INFINITY;

/// Negative infinity.
#[ffi_constant]
pub const MINUS_ENDLESS: f32 = f32::NEG_INFINITY;

/// Not a number.
#[ffi_constant]
pub const NO_NUMBER: f64 = f64::NAN;

/// What points are drawn as unless somebody says otherwise.
#[ffi_constant]
pub const DEFAULT_MARKER: Marker = Marker::Cross;

/// The lowest of all.
#[ffi_constant]
pub const FARTHEST: Far = Far::Lowest;

const fn factorial(n: u32) -> u32 {
    if n == 0 { 1 } else { n * factorial(n - 1) }
}

/// Whether the caller's constants are the library's, bit by bit: [`LOWEST_I64`], [`HIGHEST_U64`], [`TENTH`], [`THIRD`],
/// [`TINIEST`], [`MINUS_ZERO`].
#[ffi_function]
pub extern "C" fn constants_agree(lowest: i64, highest: u64, tenth: f32, third: f64, tiniest: f64, minus_zero: f64) -> bool {
    let own_third = if mutant("constant_differs") { THIRD.next_up() } else { THIRD };
    let integers = lowest == LOWEST_I64 && highest == HIGHEST_U64;
    let same = |a: f64, b: f64| a.to_bits() == b.to_bits();
    integers
        && tenth.to_bits() == TENTH.to_bits()
        && same(third, own_third)
        && same(tiniest, TINIEST)
        && same(minus_zero, MINUS_ZERO)
}
