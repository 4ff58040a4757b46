//! Sets of flags: enums whose variants are bits.

use crate::mutants::mutant;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A permission.
#[ffi_type(flags)]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Permission {
    /// See it.
    Read = 1,
    /// Change it.
    Write = 2,
    /// Run it.
    Execute = 4,
    /// The two that do not run it.
    Edit = 3,
    /// The highest bit of a byte.
    Own = 0x80,
}

/// 32 bits, of which the last is one.
#[ffi_type(flags)]
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The lowest bit.
    Opened = 1,
    /// One in the middle.
    Changed = 1 << 15,
    /// The highest bit, which is no sign.
    Closed = 1 << 31,
}

/// 64 bits, of which the last is one.
#[ffi_type(flags)]
#[repr(u64)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Feature {
    /// The lowest bit.
    Basic = 1,
    /// Needs more than 32 bits.
    Extended = 1 << 40,
    /// The highest bit, which is no sign.
    Everything = 1 << 63,
}

/// Flags as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    /// The permissions of the owner.
    pub owner: ffi::Flags<Permission>,
    /// The events that happened.
    pub events: ffi::Flags<Event>,
    /// The features that are there, twice.
    pub features: [ffi::Flags<Feature>; 2],
}

/// Both together.
#[ffi_function]
pub fn permissions_joined(a: ffi::Flags<Permission>, b: ffi::Flags<Permission>) -> ffi::Flags<Permission> {
    if mutant("flags_lost") { a } else { a | b }
}

/// Whether `set` has all of `asked`.
#[ffi_function]
pub extern "C" fn permissions_include(set: ffi::Flags<Permission>, asked: ffi::Flags<Permission>) -> bool {
    set.bits() & asked.bits() == asked.bits()
}

/// All events that are not in `events`.
#[ffi_function]
pub extern "C" fn other_events(events: ffi::Flags<Event>) -> ffi::Flags<Event> {
    ffi::Flags::from_bits(!events.bits() & ffi::Flags::<Event>::all().bits()).unwrap_or(ffi::Flags::empty())
}

/// The number of events.
#[ffi_function]
pub fn count_events(events: ffi::Flags<Event>) -> u32 {
    events.iter().count() as u32
}

/// The number that the features are.
#[ffi_function]
pub fn feature_bits(features: ffi::Flags<Feature>) -> u64 {
    features.bits()
}

/// [`Feature::Everything`] is added or, if it is there, removed.
#[ffi_function]
pub fn feature_toggled(mut features: ffi::Flags<Feature>) -> ffi::Flags<Feature> {
    if features.contains(Feature::Everything) {
        features.remove(Feature::Everything);
    } else {
        features.insert(Feature::Everything);
    }
    features
}

/// The features exchanged, the other events, and the owner may not run it any more.
#[ffi_function]
pub fn grant_changed(mut grant: Grant) -> Grant {
    grant.owner.remove(Permission::Execute);
    grant.events = other_events(grant.events);
    grant.features.reverse();
    grant
}

/// The union of all sets; none if there are no sets.
#[ffi_function]
pub fn any_permission(all: &[ffi::Flags<Permission>]) -> Option<ffi::Flags<Permission>> {
    all.iter().copied().reduce(|a, b| a | b)
}
