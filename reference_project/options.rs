//! Options of numbers, enums and structs, in, out and within structs.

use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A reading of which some parts may be missing.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// In degrees.
    pub temperature: ffi::Option<f32>,
    /// Where it was taken.
    pub place: ffi::Option<Vec2>,
    /// Behind the options, so that their size matters.
    pub id: u8,
}

/// Half of `n` if that is a whole number.
#[ffi_function]
pub fn half(n: u32) -> Option<u32> {
    (n.is_multiple_of(2) || mutant("none_dropped")).then_some(n / 2)
}

/// `n`, or the highest of its type if there is none.
#[ffi_function]
pub fn or_highest(n: Option<u64>) -> u64 {
    n.unwrap_or(u64::MAX)
}

/// The point with its fields exchanged, if there is one.
#[ffi_function]
pub fn mirrored_if(point: Option<Vec2>) -> Option<Vec2> {
    point.map(|p| Vec2 { x: p.y, y: p.x }).filter(|_| !mutant("value_dropped"))
}

/// The marker before `marker` in the order of the legend; none before the first, and for none the last.
#[ffi_function]
pub fn marker_before(marker: Option<Marker>) -> Option<Marker> {
    match marker {
        Some(Marker::Dot) => None,
        Some(Marker::Cross) => Some(Marker::Dot),
        Some(Marker::Hidden) => Some(Marker::Cross),
        None => Some(Marker::Hidden),
    }
}

/// `!yes`, if it is known.
#[ffi_function]
pub fn negate_if(yes: Option<bool>) -> Option<bool> {
    yes.map(|yes| !yes)
}

/// The reading with its missing fields filled and its present ones empty; the id goes one up.
#[ffi_function]
pub fn complement(reading: Reading) -> Reading {
    let (temperature, place): (Option<f32>, Option<Vec2>) = (reading.temperature.into(), reading.place.into());
    Reading {
        temperature: if temperature.is_none() { Some(-1.5) } else { None }.into(),
        place: if place.is_none() { Some(Vec2 { x: 7.0, y: -8.0 }) } else { None }.into(),
        id: reading.id.wrapping_add(1),
    }
}
