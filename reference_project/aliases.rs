//! Types by other names, which the other side does not see.

use crate::mutants::mutant;
use crate::structs::Vec2;
use crate::structs::Vec2 as Position;
use crate::tuples::Metres;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A number of seconds.
pub type Seconds = f64;

/// A number by another name twice.
pub type Delay = Seconds;

/// A struct by another name.
pub type Corner = Vec2;

/// An array by another name.
pub type Corners = [Corner; 2];

/// An option by another name.
pub type Maybe<T> = ffi::Option<T>;

/// An address by another name.
pub type Address = *const u8;

/// Fields of types by other names.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Timer {
    /// After how long.
    pub delay: Delay,
    /// Where.
    pub corners: Corners,
    /// The distance, if it is known.
    pub distance: Maybe<Metres>,
}

/// Both together.
#[ffi_function]
pub extern "C" fn seconds_together(a: Seconds, b: Delay) -> Delay {
    if mutant("second_delay_lost") { a } else { a + b }
}

/// The corner opposite to `corner`, seen from `center`: the same struct by three names.
#[ffi_function]
pub fn opposite(corner: Corner, center: Position) -> Vec2 {
    Vec2 { x: 2.0 * center.x - corner.x, y: 2.0 * center.y - corner.y }
}

/// The corners exchanged, half the delay, and the distance negated; 1 if there is none.
#[ffi_function]
pub fn timer_changed(timer: Timer) -> Timer {
    let Timer { delay, corners: [first, second], distance } = timer;
    let distance = Option::from(distance).map_or(1.0, |distance: Metres| -distance.0);
    Timer { delay: delay / 2.0, corners: [second, first], distance: Some(Metres(distance)).into() }
}

/// The distance of both addresses in bytes, if neither is null.
#[ffi_function]
pub fn address_distance(from: Address, to: Address) -> Option<i64> {
    (!from.is_null() && !to.is_null()).then(|| (to as i64).wrapping_sub(from as i64))
}
