//! Constants of every kind, some from const evaluation; bindings contain their values.

use crate::enums::{Far, Marker};
use crate::flags::Permission;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_constant, ffi_constants, ffi_function};

/// The most points that a [`Recorder`](crate::Recorder) keeps.
#[ffi_constant]
pub const MAX_POINTS: u32 = 64;

/// True.
#[ffi_constant]
pub const ENABLED: bool = true;

/// The lowest `i8`.
#[ffi_constant]
pub const LOWEST_I8: i8 = i8::MIN;

/// The lowest `i16`.
#[ffi_constant]
pub const LOWEST_I16: i16 = i16::MIN;

/// The lowest `i32`, which C cannot write as a literal.
#[ffi_constant]
pub const LOWEST_I32: i32 = i32::MIN;

/// The lowest `i64`, which C cannot write as a literal.
#[ffi_constant]
pub const LOWEST_I64: i64 = i64::MIN;

/// A negative `isize`, which fits on every platform.
#[ffi_constant]
pub const BELOW_ISIZE: isize = -0x7FFF_FFFF;

/// The highest `u8`.
#[ffi_constant]
pub const HIGHEST_U8: u8 = u8::MAX;

/// The highest `u16`.
#[ffi_constant]
pub const HIGHEST_U16: u16 = u16::MAX;

/// The highest `u32`.
#[ffi_constant]
pub const HIGHEST_U32: u32 = u32::MAX;

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

/// The marker that points are drawn as by default.
#[ffi_constant]
pub const DEFAULT_MARKER: Marker = Marker::Cross;

/// The lowest of all.
#[ffi_constant]
pub const FARTHEST: Far = Far::Lowest;

/// A text with what ends strings, comments and lines in other languages.
#[ffi_constant]
pub const TITLE: &str = "Größe \"1/2\" 'x' \\ ??/ */ /* 日本 🦀 {0} %d $x \0\t\r\n\u{7f}\u{2028}#";

/// No text at all.
#[ffi_constant]
pub const NO_TEXT: &str = "";

/// A text that ends with a NUL for those who need one.
#[ffi_constant]
pub const C_TITLE: ffi::CStrPtr<'static> = ffi::CStrPtr::new(c"C's \\ \"title\", \xC3\xA4\x01");

/// Bytes.
#[ffi_constant]
pub const DIGITS: [u8; 4] = [0, 1, 254, 255];

/// Floats in two rows.
#[ffi_constant]
pub const MATRIX: [[f32; 2]; 2] = [[1.5, -0.0], [f32::INFINITY, 1e-40]];

/// As many as there are.
#[ffi_constant]
pub const STEPS: &[i64] = &[i64::MIN, -1, 0, i64::MAX];

/// Enums in an array.
#[ffi_constant]
pub const MARKERS: [Marker; 3] = [Marker::Hidden, Marker::Dot, Marker::Cross];

/// Bools in an array.
#[ffi_constant]
pub const ANSWERS: [bool; 3] = [true, false, true];

/// Texts in an array.
#[ffi_constant]
pub const WORDS: [&str; 3] = ["one", "", "drei \u{20AC}"];

/// A struct.
#[ffi_constant]
pub const CORNER: Vec2 = Vec2 { x: 0.5, y: -2.0 };

/// Structs in an array.
#[ffi_constant]
pub const CORNERS: [Vec2; 2] = [CORNER, Vec2 { x: f32::MAX, y: f32::MIN_POSITIVE }];

/// A set of flags.
#[ffi_constant]
pub const MAY_EDIT: ffi::Flags<Permission> = ffi::Flags::of(&[Permission::Edit, Permission::Own]);

/// Constants of a type.
#[ffi_constants]
impl Vec2 {
    /// One metre towards the east.
    pub const EAST: Vec2 = Vec2 { x: 1.0, y: 0.0 };
    /// The length of [`Vec2::EAST`].
    pub const EAST_LENGTH: f32 = 1.0;
    /// The names of its fields.
    pub const AXES: [&str; 2] = ["x", "y"];
}

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

/// Whether these are the library's own, bit by bit: [`TITLE`], [`C_TITLE`], [`STEPS`], [`MATRIX`] and [`CORNER`].
#[ffi_function]
pub fn values_agree(title: &str, c_title: ffi::CStrPtr, steps: &[i64], matrix: &[[f32; 2]; 2], corner: Vec2) -> bool {
    let same = |a: f32, b: f32| a.to_bits() == b.to_bits();
    let own_steps = if mutant("constant_array_differs") { &STEPS[1..] } else { STEPS };
    let matrices = matrix.as_flattened().iter().zip(MATRIX.as_flattened());
    title == TITLE
        && c_title.to_bytes() == C_TITLE.to_bytes()
        && steps == own_steps
        && matrices.into_iter().all(|(a, b)| same(*a, *b))
        && same(corner.x, CORNER.x)
        && same(corner.y, CORNER.y)
}
