//! Options: of values, in signatures, fields and slices.

use super::{INVALID, Marker, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi, ffi_function, ffi_type};

/// Only the third list of the inventory names it.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Unmentioned {
    pub at: ffi::Option<Vec2>,
}

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub marker: ffi::Option<Marker>,
    pub value: ffi::Option<u64>,
}

#[ffi_function]
pub fn options_half(n: Option<u32>) -> Option<u32> {
    n.filter(|n| n % 2 == 0).map(|n| n / 2)
}

#[ffi_function]
pub fn options_marker(marker: Option<Marker>, other: ffi::Option<Marker>) -> ffi::Option<Marker> {
    marker.or(other.into()).into()
}

#[ffi_function]
pub fn options_readings(readings: &[Reading]) -> u64 {
    readings.iter().filter_map(|r| r.value.into_option()).sum()
}

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Opt<T>(pub T, pub u8);

    #[repr(C)]
    pub struct RawReading(pub Opt<u8>, pub Opt<u64>);

    unsafe extern "C" {
        pub fn border_options_half(n: Opt<u32>) -> Outcome<Opt<u32>>;
        pub fn border_options_marker(marker: Opt<u8>, other: Opt<u8>) -> Outcome<Opt<u8>>;
        pub fn border_options_readings(readings: *const RawReading, len: usize) -> Outcome<u64>;
    }
}
use abi::{Opt, RawReading};

#[test]
fn a_value_and_a_byte() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_options_half(Opt(8, 1))), Ok(Opt(4, 1)));
        assert_eq!(value(abi::border_options_half(Opt(7, 1))), Ok(Opt(0, 0)));
        assert_eq!(value(abi::border_options_half(Opt(8, 0))), Ok(Opt(0, 0)));
        // Anything but 0 is true, as in C.
        assert_eq!(value(abi::border_options_half(Opt(8, 2))), Ok(Opt(4, 1)));
    }
}

#[test]
fn a_value_is_checked_only_where_it_is() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_options_marker(Opt(0, 0), Opt(2, 1))), Ok(Opt(2, 1)));
        assert_eq!(value(abi::border_options_marker(Opt(0, 1), Opt(2, 1))), Err(INVALID));
        assert_eq!(value(abi::border_options_marker(Opt(1, 1), Opt(9, 1))), Err(INVALID));
        let readings = |marker| [RawReading(Opt(0, 0), Opt(3, 1)), RawReading(marker, Opt(4, 1))];
        assert_eq!(value(abi::border_options_readings(readings(Opt(9, 0)).as_ptr(), 2)), Ok(7));
        assert_eq!(value(abi::border_options_readings(readings(Opt(9, 1)).as_ptr(), 2)), Err(INVALID));
    }
}

#[test]
fn it_is_an_option_to_rust() {
    let some = ffi::Option::some(3);
    assert_eq!((some, Option::from(some), some.as_ref()), (Some(3).into(), Some(3), Some(&3)));
    assert_eq!(format!("{some:?} {:?}", ffi::Option::<u8>::default()), "Some(3) None");
}
