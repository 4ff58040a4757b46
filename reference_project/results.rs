//! Results with values of many types, and two error enums.

use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_type};

/// Why a call failed.
#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Error {
    /// A name is empty.
    BadName = 1,
    /// A recorder is full: see [`MAX_POINTS`](crate::MAX_POINTS).
    Full = 2,
}

/// Why something could not be read.
#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParseError {
    /// There is nothing to read.
    Empty = 1,
    /// Something is no digit.
    NoDigit = 40,
    /// The number is too large; as large as a status gets.
    TooLarge = i32::MAX,
}

/// Counts the characters of a layer's name.
///
/// # Errors
/// [`Error::BadName`] if it is empty.
#[ffi_function]
pub fn layer_name_len(name: &str) -> Result<u32, Error> {
    assert_ne!(name, "panic", "this name is taken");
    match name {
        "" if mutant("other_error") => Err(Error::Full),
        "" => Err(Error::BadName),
        _ => Ok(name.chars().count() as u32),
    }
}

/// The number that `text` is in decimal.
///
/// # Errors
/// [`ParseError::Empty`], [`ParseError::NoDigit`], or [`ParseError::TooLarge`] if it does not fit.
#[ffi_function]
pub fn parse_digits(text: &str) -> Result<u64, ParseError> {
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return if mutant("status_dropped") { Ok(0) } else { Err(ParseError::NoDigit) };
    }
    text.parse().map_err(|_| ParseError::TooLarge)
}

/// Says whether a name could be given, and nothing else.
///
/// # Errors
/// [`Error::BadName`] if it is empty.
#[ffi_function]
pub fn check_name(name: &str) -> Result<(), Error> {
    layer_name_len(name).map(drop)
}

/// The point that `x` and `y` are in decimal.
///
/// # Errors
/// As [`parse_digits`].
#[ffi_function]
pub fn parse_point(x: &str, y: &str) -> Result<Vec2, ParseError> {
    Ok(Vec2 { x: parse_digits(x)? as f32, y: parse_digits(y)? as f32 })
}

/// The marker called `name`; none if that is empty.
///
/// # Errors
/// [`Error::BadName`] if no marker is called so.
#[ffi_function]
pub fn marker_called(name: &str) -> Result<Option<Marker>, Error> {
    match name {
        "" => Ok(None),
        "dot" => Ok(Some(Marker::Dot)),
        "cross" => Ok(Some(Marker::Cross)),
        "hidden" => Ok(Some(Marker::Hidden)),
        _ => Err(Error::BadName),
    }
}
