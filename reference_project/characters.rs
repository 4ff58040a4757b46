//! Unicode scalar values, of four bytes each.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi, ffi_constant, ffi_function, ffi_type};

/// The last scalar value of all.
#[ffi_constant]
pub const LAST_CHAR: char = char::MAX;

/// A letter outside the first plane.
#[ffi_constant]
pub const CRAB: char = '\u{1F980}';

/// A quotation mark, which no literal may contain as it is, in any language.
#[ffi_constant]
pub const QUOTE: char = '\'';

/// Characters as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// The character that is shown.
    pub shown: char,
    /// Its width.
    pub width: u8,
    /// The characters that it may be replaced by.
    pub others: [char; 2],
    /// The character above it, if there is one.
    pub above: ffi::Option<char>,
}

/// Gets one character, and makes another one of it, as its scalar value.
#[ffi_type]
pub type Spell = extern "C" fn(letter: char) -> u32;

/// The scalar value after it, over the surrogates; after the last comes the first.
#[ffi_function]
pub fn char_after(c: char) -> char {
    match c {
        '\u{D7FF}' => '\u{E000}',
        char::MAX => '\0',
        c if mutant("plane_lost") => char::from_u32((u32::from(c) + 1) & 0xFFFF).unwrap_or(c),
        c => char::from_u32(u32::from(c) + 1).unwrap_or(c),
    }
}

/// The scalar value, bare.
#[ffi_function]
pub extern "C" fn scalar_value(c: char) -> u32 {
    c.into()
}

/// The character with this scalar value, if there is one.
#[ffi_function]
pub fn char_of(value: u32) -> Option<char> {
    char::from_u32(value)
}

/// The first character of `text`, or `instead` if it has none.
#[ffi_function]
pub fn first_char(text: &str, instead: Option<char>) -> Option<char> {
    text.chars().next().or(instead)
}

/// The number of bytes that all of them have in UTF-8.
#[ffi_function]
pub fn utf8_len(all: &[char]) -> u32 {
    all.iter().map(|c| c.len_utf8() as u32).sum()
}

/// The digest of all fields; 77 for a missing one.
#[ffi_function]
pub fn glyph_digest(glyph: &Glyph) -> u64 {
    let Glyph { shown, width, others: [first, second], above } = *glyph;
    digest![shown, width, first, second, Option::from(above).map_or(77_u32, |above: char| above.into())]
}

/// The glyph with its characters rotated: the first of `others` is shown, and what was shown is the last of `others`; `above` goes,
/// or comes as `'^'`.
#[ffi_function]
pub fn glyph_rotated(glyph: Glyph) -> Glyph {
    let Glyph { shown, width, others: [first, second], above } = glyph;
    let above = if Option::<char>::from(above).is_some() { None } else { Some('^') };
    Glyph { shown: first, width: !width, others: [second, shown], above: above.into() }
}

/// The sum of what `with` makes of each character of `text`.
#[ffi_function]
pub fn spell(text: &str, with: Spell) -> u64 {
    text.chars().map(|c| u64::from(with(c))).sum()
}
