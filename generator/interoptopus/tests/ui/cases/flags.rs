//! Flags cross as sets.
use interoptopus::{ffi, ffi_function, ffi_type};

#[ffi_type(flags)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Access {
    Read = 1,
    Write = 2,
}

#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Marker {
    Dot,
}

#[ffi_function]
pub fn set(access: ffi::Flags<Access>) {}

#[ffi_function]
pub fn one(access: Access) {} //~ [Access] `ffi::Flags<

#[ffi_function]
pub fn no_set(markers: ffi::Flags<Marker>) {} //~ [ffi::Flags<Marker>] there are no sets of `Marker`

#[ffi_type]
pub struct Empty;

#[ffi_function]
pub unsafe fn behind(empty: &Empty) {}

#[ffi_function]
pub fn by_value(empty: Empty) {} //~ [Empty] cannot be a parameter here

#[ffi_type(default)] //~ [default] the trait bound `NoDefault: Default` is not satisfied
pub struct NoDefault {
    pub value: u32,
}

#[ffi_type]
pub struct Pair<A, B> {
    pub first: A,
    pub second: B,
}

#[ffi_function]
pub fn pair(pair: Pair<u8, f32>) {}

#[ffi_function]
pub fn wrong_pair(pair: Pair<u8, String>) {} //~ [Pair<u8, String>] `String` is not the same in memory on both sides of the border
