//! Memory of Rust's that other languages could write to: only values that its type has.
use interoptopus::{ffi, ffi_function, ffi_type};

#[ffi_type]
#[repr(u8)]
pub enum Marker {
    Dot,
}

#[ffi_type]
pub type Reads = extern "C" fn(marker: &Marker) -> ffi::Bool;

#[ffi_type]
pub type Writes = extern "C" fn(marker: &mut Marker) -> ffi::Bool; //~ [&] a callback could write a value to it that its type does not have

#[ffi_function]
pub fn markers(markers: &mut [Marker]) -> &mut [Marker] { //~ [&] other languages could write a value that its type does not have
    markers
}
