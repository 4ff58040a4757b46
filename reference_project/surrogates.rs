//! Types that the author does not own, through mirrors of them.

use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// Stands for a crate that knows nothing of bindings.
pub mod theirs {
    /// A colour.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Colour {
        /// The intensity of red.
        pub red: u8,
        /// The intensity of green.
        pub green: u8,
        /// The intensity of blue.
        pub blue: u8,
        /// The opacity.
        pub alpha: f32,
    }

    impl Colour {
        /// The opposite colour.
        #[must_use]
        pub fn inverted(self) -> Self {
            Colour { red: !self.red, green: !self.green, blue: !self.blue, alpha: 1.0 - self.alpha }
        }
    }

    /// A range of characters, and its colour.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Highlight(pub u32, pub u32, pub Colour);
}

/// A colour, as [`theirs::Colour`].
#[ffi_type(surrogate = theirs::Colour)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// The intensity of red.
    pub red: u8,
    /// The intensity of green.
    pub green: u8,
    /// The intensity of blue.
    pub blue: u8,
    /// The opacity.
    pub alpha: f32,
}

/// A range of characters, and its colour, as [`theirs::Highlight`]: a mirror in a mirror.
#[ffi_type(surrogate = theirs::Highlight)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Highlight(pub u32, pub u32, pub Colour);

/// The order of two values, as the standard library has it.
#[ffi_type(surrogate = std::cmp::Ordering)]
#[repr(i8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ordering {
    /// The first is less.
    Less = -1,
    /// They are the same.
    Equal = 0,
    /// The first is more.
    Greater = 1,
}

/// A range of numbers, as the standard library has it.
#[ffi_type(surrogate = std::ops::Range<f64>)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The first in it.
    pub start: f64,
    /// The first behind it.
    pub end: f64,
}

/// The colour on the other side.
#[ffi_function]
pub extern "C" fn colour_inverted(colour: Colour) -> Colour {
    if mutant("colour_kept") { colour } else { theirs::Colour::from(colour).inverted().into() }
}

/// The same characters in the other order, in the inverted colour.
#[ffi_function]
pub fn highlight_turned(highlight: Highlight) -> Highlight {
    let theirs::Highlight(from, to, colour) = highlight.into();
    theirs::Highlight(to, from, colour.inverted()).into()
}

/// The order of `a` and `b`; none if one is no number.
#[ffi_function]
pub fn compare(a: f64, b: f64) -> Option<Ordering> {
    a.partial_cmp(&b).map(Ordering::from)
}

/// The other way round.
#[ffi_function]
pub extern "C" fn ordering_reversed(ordering: Ordering) -> Ordering {
    std::cmp::Ordering::from(ordering).reverse().into()
}

/// Whether `x` is in the interval.
#[ffi_function]
pub fn interval_contains(interval: Interval, x: f64) -> bool {
    std::ops::Range::from(interval).contains(&x)
}
