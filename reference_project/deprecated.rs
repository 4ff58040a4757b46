//! Deprecated items, of which compilers and interpreters warn.

#![allow(deprecated)] // What is deprecated still works.

use crate::mutants::mutant;
use interoptopus::{ffi_constant, ffi_function, ffi_service, ffi_type};

/// The former limit.
#[ffi_constant]
#[deprecated = "There is more now: use `NEW_LIMIT`."]
pub const OLD_LIMIT: u16 = 640;

/// The present limit.
#[ffi_constant]
pub const NEW_LIMIT: u32 = 65_536;

/// A temperature.
#[ffi_type]
#[deprecated(since = "0.2.0", note = "it is in °F; use \"Kelvin\" /* and nothing else */")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fahrenheit {
    /// The temperature in degrees.
    pub degrees: f32,
}

/// A direction.
#[ffi_type]
#[deprecated]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Direction {
    /// To the left.
    Left = 1,
    /// To the right.
    Right = 2,
}

/// `x + 1`, as it always was.
#[ffi_function]
#[deprecated]
pub extern "C" fn old_after(x: u32) -> u32 {
    if mutant("old_behaviour_changed") { x } else { x.wrapping_add(1) }
}

/// `x - 1`, with a reason.
#[ffi_function]
#[deprecated(note = "use `old_after` backwards:\nit is \\ faster\\")]
pub fn old_before(x: u32) -> u32 {
    x.wrapping_sub(1)
}

/// Ten degrees more.
#[ffi_function]
pub fn warmer(temperature: Fahrenheit) -> Fahrenheit {
    Fahrenheit { degrees: temperature.degrees + 10.0 }
}

/// The other one.
#[ffi_function]
pub fn turned(direction: Direction) -> Direction {
    match direction {
        Direction::Left => Direction::Right,
        Direction::Right => Direction::Left,
    }
}

/// Counts down.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Countdown {
    left: u32,
}

#[ffi_service]
impl Countdown {
    /// From `left`.
    #[ffi_constructor]
    pub fn new(left: u32) -> Self {
        Countdown { left }
    }

    /// From ten.
    #[ffi_constructor]
    #[deprecated(note = "say how many")]
    pub fn from_ten() -> Self {
        Countdown { left: 10 }
    }

    /// One less, and how many are left.
    #[deprecated(note = "use `skip`")]
    #[allow(clippy::should_implement_trait)] // An iterator is nothing that crosses.
    pub fn next(&mut self) -> u32 {
        self.skip(1)
    }

    /// Some less, and how many are left.
    pub fn skip(&mut self, count: u32) -> u32 {
        self.left = self.left.saturating_sub(count);
        self.left
    }
}
