//! Small values in which structs are in structs, enums or unions: ABIs look at the numbers in them, however deep these are.

use crate::digest::digest;
use crate::mutants::mutant;
use crate::passing::Shared8;
use crate::results::Error;
use interoptopus::{ffi_function, ffi_type};

/// Three bytes, and one of padding between them.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grain {
    /// One byte.
    pub a: u8,
    /// Two bytes.
    pub b: u16,
}

/// Half a register of integers, and half a register of floats.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer8 {
    /// Four bytes.
    pub grain: Grain,
    /// Four bytes.
    pub weight: f32,
}

/// Structs three deep, in two registers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deep16 {
    /// The first register.
    pub upper: Layer8,
    /// The second one.
    pub lower: [Layer8; 1],
}

/// A struct in a struct: with a status in front it is still small.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxed8 {
    /// A float and an integer.
    pub inner: Shared8,
}

/// Where something is, if it is anywhere: its word is at another place on each platform.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found {
    /// Nowhere.
    Nowhere,
    /// At this index.
    At(usize),
    /// Between two, which overlap the word.
    Between {
        /// The one before.
        before: f32,
        /// The one after.
        after: u32,
    },
}

/// A figure, or none: with a status it is too large for registers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// No figure.
    Nothing,
    /// A circle, by its radius.
    Circle(f64),
}

/// Two doubles, of which the first may be one byte.
#[ffi_type]
#[derive(Clone, Copy)]
pub union DoublesOrByte {
    /// Both.
    pub doubles: [f64; 2],
    /// The byte.
    pub byte: u8,
}

/// Four floats, or an integer in place of the first.
#[ffi_type]
#[derive(Clone, Copy)]
pub union FloatsOrInt {
    /// The integer.
    pub int: u32,
    /// All of them.
    pub floats: [f32; 4],
    /// The same as a signed one.
    pub signed: i32,
}

/// A wide integer, or two narrow ones that are the lower half of it.
#[ffi_type]
#[derive(Clone, Copy)]
pub union WideOrNarrow {
    /// Eight bytes.
    pub wide: i64,
    /// Four bytes.
    pub narrow: [u16; 2],
}

/// Two words, or an integer in place of the first.
#[ffi_type]
#[derive(Clone, Copy)]
pub union WordsOrInt {
    /// Both.
    pub words: [usize; 2],
    /// The integer.
    pub int: u32,
}

/// A union in a struct in a struct.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Parcel {
    /// Which one.
    pub label: u16,
    /// The contents.
    pub inside: [WideOrNarrow; 1],
}

/// Makes another value of one.
#[ffi_type]
pub type TurnDeep = extern "C" fn(deep: Deep16) -> Deep16;
/// Makes another value of one.
#[ffi_type]
pub type TurnDoubles = extern "C" fn(doubles: DoublesOrByte) -> DoublesOrByte;
/// Makes another value of one.
#[ffi_type]
pub type TurnFloats = extern "C" fn(floats: FloatsOrInt) -> FloatsOrInt;
/// Makes another value of one.
#[ffi_type]
pub type TurnWide = extern "C" fn(wide: WideOrNarrow) -> WideOrNarrow;
/// Makes another value of one.
#[ffi_type]
pub type TurnWords = extern "C" fn(words: WordsOrInt) -> WordsOrInt;
/// Makes a number of what was found.
#[ffi_type]
pub type Look = extern "C" fn(found: Found, figure: Figure) -> u64;

fn turned(deep: Deep16) -> Deep16 {
    let inverted = |grain: Grain| Grain { a: !grain.a, b: !grain.b };
    let Deep16 { upper, lower: [lower] } = deep;
    let weight = if mutant("deep_in_part") { upper.weight } else { lower.weight };
    let upper_again = Layer8 { grain: inverted(lower.grain), weight };
    Deep16 { upper: upper_again, lower: [Layer8 { grain: inverted(upper.grain), weight: -upper.weight }] }
}

/// Both halves exchanged, all integers inverted, the second float negated.
#[ffi_function]
pub extern "C" fn deep_turned(deep: Deep16) -> Deep16 {
    turned(deep)
}

/// As [`deep_turned`], with a status.
#[ffi_function]
pub fn deep_turned_guarded(deep: Deep16) -> Deep16 {
    turned(deep)
}

/// As [`deep_turned`].
///
/// # Errors
/// [`Error::Full`] if the first byte is 255.
#[ffi_function]
pub fn deep_turned_or_full(deep: Deep16) -> Result<Deep16, Error> {
    if deep.upper.grain.a == 255 { Err(Error::Full) } else { Ok(turned(deep)) }
}

/// As [`deep_turned`], or none if the first byte is 255.
#[ffi_function]
pub fn deep_turned_if(deep: Option<Deep16>) -> Option<Deep16> {
    deep.filter(|deep| deep.upper.grain.a != 255).map(turned)
}

/// The value that `turn` makes of `deep`, turned.
#[ffi_function]
pub fn deep_turned_by(deep: Deep16, turn: TurnDeep) -> Deep16 {
    turned(turn(deep))
}

/// The digest of all numbers, when no register is left.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // That is what it is for.
pub extern "C" fn deep_at_last(a: u64, b: f64, c: Deep16, d: Deep16, e: Deep16, f: Deep16, g: Boxed8) -> u64 {
    let of = |Deep16 { upper: u, lower: [l] }: Deep16| digest![u.grain.a, u.grain.b, u.weight, l.grain.a, l.grain.b, l.weight];
    digest![a, b, of(c), of(d), of(e), of(f), g.inner.a, g.inner.b]
}

/// The float negated, the integer inverted.
#[ffi_function]
pub extern "C" fn boxed_turned(boxed: Boxed8) -> Boxed8 {
    Boxed8 { inner: Shared8 { a: -boxed.inner.a, b: !boxed.inner.b } }
}

/// As [`boxed_turned`], with a status.
#[ffi_function]
pub fn boxed_turned_guarded(boxed: Boxed8) -> Boxed8 {
    boxed_turned(boxed)
}

fn after(found: Found) -> Found {
    match found {
        Found::Nowhere => Found::At(usize::MAX - 1),
        Found::At(index) if mutant("word_cut") => Found::At(index as u32 as usize + 1),
        Found::At(index) if index == usize::MAX => Found::Between { before: -0.0, after: u32::MAX },
        Found::At(index) => Found::At(index + 1),
        Found::Between { .. } => Found::Nowhere,
    }
}

/// The next place: after the last one it is between two, and then nowhere.
#[ffi_function]
pub extern "C" fn found_after(found: Found) -> Found {
    after(found)
}

/// As [`found_after`], with a status.
#[ffi_function]
pub fn found_after_guarded(found: Found) -> Found {
    after(found)
}

/// A circle of twice the radius; of nothing, one of radius 0.5.
#[ffi_function]
pub extern "C" fn figure_doubled(figure: Figure) -> Figure {
    match figure {
        Figure::Nothing => Figure::Circle(0.5),
        Figure::Circle(radius) => Figure::Circle(radius * 2.0),
    }
}

/// As [`figure_doubled`], with a status.
#[ffi_function]
pub fn figure_doubled_guarded(figure: Figure) -> Figure {
    figure_doubled(figure)
}

/// The number that `look` returns for the place after `found` and a figure.
#[ffi_function]
pub fn looked_at(found: Found, look: Look) -> u64 {
    look(after(found), Figure::Circle(-1e300))
}

/// Both doubles exchanged.
#[ffi_function]
pub extern "C" fn doubles_exchanged(doubles: DoublesOrByte) -> DoublesOrByte {
    // SAFETY: any bytes are two doubles.
    let [a, b] = unsafe { doubles.doubles };
    DoublesOrByte { doubles: [b, a] }
}

/// As [`doubles_exchanged`], of what `turn` makes of them.
#[ffi_function]
pub fn doubles_exchanged_by(doubles: DoublesOrByte, turn: TurnDoubles) -> DoublesOrByte {
    doubles_exchanged(turn(doubles))
}

/// The floats in the opposite order.
#[ffi_function]
pub extern "C" fn floats_reversed(floats: FloatsOrInt) -> FloatsOrInt {
    // SAFETY: any bytes are four floats.
    let [a, b, c, d] = unsafe { floats.floats };
    FloatsOrInt { floats: [d, c, b, a] }
}

/// As [`floats_reversed`], of what `turn` makes of them.
#[ffi_function]
pub fn floats_reversed_by(floats: FloatsOrInt, turn: TurnFloats) -> FloatsOrInt {
    floats_reversed(turn(floats))
}

/// All bits inverted.
#[ffi_function]
pub extern "C" fn wide_inverted(wide: WideOrNarrow) -> WideOrNarrow {
    // SAFETY: any bytes are an integer.
    WideOrNarrow { wide: !unsafe { wide.wide } }
}

/// As [`wide_inverted`], of what `turn` makes of it.
#[ffi_function]
pub fn wide_inverted_by(wide: WideOrNarrow, turn: TurnWide) -> WideOrNarrow {
    wide_inverted(turn(wide))
}

/// Both words exchanged.
#[ffi_function]
pub extern "C" fn words_exchanged(words: WordsOrInt) -> WordsOrInt {
    // SAFETY: any bytes are two words.
    let [a, b] = unsafe { words.words };
    if mutant("words_kept") { words } else { WordsOrInt { words: [b, a] } }
}

/// As [`words_exchanged`], of what `turn` makes of them.
#[ffi_function]
pub fn words_exchanged_by(words: WordsOrInt, turn: TurnWords) -> WordsOrInt {
    words_exchanged(turn(words))
}

/// One label more, and all bits inside inverted.
#[ffi_function]
pub extern "C" fn parcel_turned(parcel: Parcel) -> Parcel {
    Parcel { label: parcel.label.wrapping_add(1), inside: parcel.inside.map(wide_inverted_plainly) }
}

fn wide_inverted_plainly(wide: WideOrNarrow) -> WideOrNarrow {
    // SAFETY: any bytes are an integer.
    WideOrNarrow { wide: !unsafe { wide.wide } }
}

/// As [`parcel_turned`], with a status.
#[ffi_function]
pub fn parcel_turned_guarded(parcel: Parcel) -> Parcel {
    parcel_turned(parcel)
}
