//! Tuple structs: their fields have numbers.

use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A distance in metres: one field, and still a struct of its own.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metres(pub f64);

/// Fields of three sizes, with padding between them.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample(
    /// Which channel.
    pub u8,
    /// The measured value.
    pub f64,
    /// The error of the measurement.
    pub i16,
);

/// Other types in a tuple: a struct, an array, an enum, a tuple.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pin(pub Vec2, pub [i8; 3], pub Marker, pub Metres);

/// Tuple structs as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Track {
    /// The first sample.
    pub first: Sample,
    /// Its length, if it is known.
    pub length: ffi::Option<Metres>,
    /// The last two samples.
    pub last: [Sample; 2],
}

/// `a - b`.
#[ffi_function]
pub extern "C" fn metres_between(a: Metres, b: Metres) -> Metres {
    Metres(a.0 - b.0)
}

/// `(channel + 1, -value, error * 2)`, wrapping.
#[ffi_function]
pub fn sample_after(sample: Sample) -> Sample {
    let Sample(channel, value, error) = sample;
    let factor = if mutant("tuple_field_kept") { 1 } else { 2 };
    Sample(channel.wrapping_add(1), -value, error.wrapping_mul(factor))
}

/// The point mirrored, the bytes in the opposite order, the other marker, and the distance negated.
#[ffi_function]
pub extern "C" fn pin_turned(pin: Pin) -> Pin {
    let Pin(at, [a, b, c], marker, distance) = pin;
    let marker = if marker == Marker::Hidden { Marker::Dot } else { Marker::Hidden };
    Pin(Vec2 { x: at.y, y: at.x }, [c, b, a], marker, Metres(-distance.0))
}

/// The track in the other direction; a length comes if there is none, of 0.5 m, and is doubled otherwise.
#[ffi_function]
pub fn track_reversed(track: Track) -> Track {
    let length = Option::from(track.length).map_or(0.5, |length: Metres| length.0 * 2.0);
    let Track { first, length: _, last: [second, third] } = track;
    Track { first: third, length: Some(Metres(length)).into(), last: [second, first] }
}

/// The sample with the largest value, if there is any.
#[ffi_function]
pub fn largest_sample(samples: &[Sample]) -> Option<Sample> {
    samples.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))
}
