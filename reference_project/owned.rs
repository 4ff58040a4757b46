//! Owned strings and vectors: what Rust makes, and its caller frees; and what Rust takes a copy of.

use crate::callbacks::Produce;
use crate::enums::Marker;
use crate::mutants::mutant;
use crate::results::ParseError;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_service, ffi_type};

/// `text`, `times` times one after the other, with `between` between them.
#[ffi_function]
pub fn text_repeated(text: String, times: u32, between: &str) -> String {
    let times = if mutant("one_time_less") { times.saturating_sub(1) } else { times };
    vec![text; times as usize].join(between)
}

/// The letters of `text` in the reverse order; none of none.
#[ffi_function]
pub fn text_reversed(text: Option<String>) -> Option<String> {
    let skipped = usize::from(mutant("reversed_in_part"));
    text.map(|text| text.chars().rev().skip(skipped).collect())
}

/// `text` in capital letters, where what it takes and what it returns have the size that they need.
#[ffi_function]
#[allow(clippy::boxed_local)] // It is what comes in, and not what is needed.
pub fn text_in_capitals(text: Box<str>) -> Box<str> {
    text.to_uppercase().into()
}

/// `number` in decimal; it crosses bare.
#[ffi_function]
pub extern "C" fn number_in_decimal(number: i64) -> String {
    number.to_string()
}

/// `number` in Roman numerals.
///
/// # Errors
/// [`ParseError::Empty`] for 0, and [`ParseError::TooLarge`] for more than 3999.
#[ffi_function]
pub fn number_in_roman(number: u32) -> Result<String, ParseError> {
    const NUMERALS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    match number {
        0 => return Err(ParseError::Empty),
        4000.. => return Err(ParseError::TooLarge),
        _ => {}
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            (text, rest) = (text + numeral, rest - value);
        }
    }
    Ok(text)
}

/// The UTF-8 bytes of `text`.
#[ffi_function]
pub fn bytes_of_text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// The square roots of the numbers below `count`.
#[ffi_function]
pub fn square_roots(count: u32) -> Vec<f64> {
    (0..count).map(|number| f64::from(number).sqrt()).collect()
}

/// The points with their coordinates exchanged, the last one first.
#[ffi_function]
pub fn points_mirrored(points: Vec<Vec2>) -> Vec<Vec2> {
    let mut points: Vec<Vec2> = points.into_iter().map(|p| Vec2 { x: p.y, y: p.x }).collect();
    if !mutant("points_in_order") {
        points.reverse();
    }
    points
}

/// The markers without those that stand before one of their own kind.
#[ffi_function]
pub fn markers_without_repeats(markers: Vec<Marker>) -> Box<[Marker]> {
    let mut markers = markers;
    markers.dedup();
    markers.into_boxed_slice()
}

/// Those of `numbers` that are even; none of none.
#[ffi_function]
pub fn even_numbers(numbers: Option<Vec<u64>>) -> Option<Vec<u64>> {
    let numbers = numbers?;
    Some(numbers.into_iter().filter(|number| number % 2 == 0 && !mutant("even_ones_dropped")).collect())
}

/// The distances from each of `places` to the next; it crosses bare.
#[ffi_function]
pub extern "C" fn distances_between(places: Vec<isize>) -> Vec<isize> {
    places.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Whether each of the bits of `byte` is set, the lowest first.
#[ffi_function]
pub fn bits_of_byte(byte: u8) -> Vec<bool> {
    (0..8).map(|at| byte >> at & 1 == 1).collect()
}

/// The digits of `text`.
///
/// # Errors
/// [`ParseError::Empty`] or [`ParseError::NoDigit`].
#[ffi_function]
pub fn digits_of_text(text: String) -> Result<Box<[u8]>, ParseError> {
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    text.chars().map(|letter| letter.to_digit(10).map(|digit| digit as u8).ok_or(ParseError::NoDigit)).collect()
}

/// As many numbers as `count` says, each of which `produce` makes.
#[ffi_function]
pub fn numbers_produced(count: u32, produce: Produce) -> Vec<i64> {
    (0..count).map(|_| produce()).collect()
}

/// The texts one after the other, the longest first, with `between` between them; of some of one length the first comes first.
#[ffi_function]
pub fn texts_joined(texts: Vec<String>, between: &str) -> String {
    let mut texts = texts;
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts.join(between)
}

/// The texts that have `part` in them, counted; -1 if there are no texts.
#[ffi_function]
pub fn texts_with_part(texts: Option<&[&str]>, part: &str) -> i32 {
    let none = if mutant("no_texts_taken_for_none") { 0 } else { -1 };
    texts.map_or(none, |texts| texts.iter().filter(|text| text.contains(part)).count() as i32)
}

/// The text that is the greatest in the order of its bytes, as it came; an empty one if there is none.
#[ffi_function]
pub fn greatest_text<'a>(texts: &[&'a str]) -> &'a str {
    texts.iter().copied().max().unwrap_or_default()
}

/// The number of bytes of all texts.
#[ffi_function]
pub fn bytes_of_texts(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

/// Lines of text, which it owns, and gives away copies of.
#[ffi_type(service)]
#[derive(Debug, Default)]
pub struct Notebook {
    lines: Vec<String>,
}

#[ffi_service]
impl Notebook {
    /// An empty one.
    #[ffi_constructor]
    pub fn new() -> Self {
        Notebook::default()
    }

    /// Adds a line behind the others.
    pub fn write(&mut self, line: String) {
        self.lines.push(line);
    }

    /// All lines, each of which ends with a line feed.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    /// The last line, which is taken away; none if there is no line.
    pub fn take_last(&mut self) -> Option<String> {
        self.lines.pop()
    }

    /// The number of bytes of each line.
    pub fn lengths(&self) -> Vec<u64> {
        self.lines.iter().map(|line| line.len() as u64).collect()
    }

    /// A line by its number, from 1 on.
    ///
    /// # Errors
    /// [`ParseError::TooLarge`] if there is no such line.
    pub fn line(&self, number: u32) -> Result<String, ParseError> {
        let at = (number as usize).checked_sub(1).ok_or(ParseError::TooLarge)?;
        self.lines.get(at).cloned().ok_or(ParseError::TooLarge)
    }
}
