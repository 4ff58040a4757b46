//! Structs that are their one field, also where they are passed.

use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_type};
use std::marker::PhantomData;

/// A temperature: at the ABI a `double`.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kelvin(pub f64);

/// The number of a guest: at the ABI 64 bits.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GuestId {
    /// The number.
    pub number: u64,
}

/// A place: at the ABI the struct.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where it is.
    pub at: Vec2,
}

/// Transparent twice.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Melting(pub Kelvin);

/// Transparent, of an enum.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style(pub Marker);

/// Beside a field that takes no room.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// The number.
    pub raw: i32,
    /// The type that it is a handle of.
    pub of: PhantomData<Vec2>,
}

/// Transparent structs as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// Who.
    pub guest: GuestId,
    /// Its style.
    pub style: Style,
    /// Where.
    pub place: Place,
    /// The temperature, twice.
    pub warmth: [Kelvin; 2],
}

/// `x` in kelvin, from degrees Celsius.
#[ffi_function]
pub extern "C" fn kelvin_of(celsius: f64) -> Kelvin {
    Kelvin(celsius + 273.15)
}

/// The bits of `x`.
#[ffi_function]
pub extern "C" fn kelvin_bits(x: Kelvin) -> u64 {
    x.0.to_bits()
}

/// The guest after `id`; after the last comes the first.
#[ffi_function]
pub extern "C" fn next_guest(id: GuestId) -> GuestId {
    let number = if mutant("guest_cut") { u64::from(id.number as u32) } else { id.number };
    GuestId { number: number.wrapping_add(1) }
}

/// The place with its coordinates exchanged.
#[ffi_function]
pub extern "C" fn place_mirrored(place: Place) -> Place {
    Place { at: Vec2 { x: place.at.y, y: place.at.x } }
}

/// Half of it.
#[ffi_function]
pub fn melting_halved(melting: Melting) -> Melting {
    Melting(Kelvin(melting.0.0 / 2.0))
}

/// Dots become crosses, crosses become hidden, and what is hidden becomes a dot.
#[ffi_function]
pub fn style_after(style: Style) -> Style {
    Style(match style.0 {
        Marker::Dot => Marker::Cross,
        Marker::Cross => Marker::Hidden,
        Marker::Hidden => Marker::Dot,
    })
}

/// The handle with all bits inverted, if it is not negative.
#[ffi_function]
pub fn handle_inverted(handle: Handle) -> Option<Handle> {
    (handle.raw >= 0).then_some(Handle { raw: !handle.raw, of: PhantomData })
}

/// The warmest of all, if there is any.
#[ffi_function]
pub fn warmest(all: &[Kelvin]) -> Option<Kelvin> {
    all.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0))
}

/// The stay of the next guest, in the next style, at the mirrored place, with both temperatures exchanged.
#[ffi_function]
pub fn stay_after(stay: Stay) -> Stay {
    let [first, second] = stay.warmth;
    let (style, place) = (style_after(stay.style), place_mirrored(stay.place));
    Stay { guest: next_guest(stay.guest), style, place, warmth: [second, first] }
}

/// Adds `by` to what `x` points to.
#[ffi_function]
pub fn warm_up(x: &mut Kelvin, by: f64) {
    x.0 += by;
}
