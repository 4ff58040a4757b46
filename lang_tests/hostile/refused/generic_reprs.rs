//! An attribute below ours, which changes the layout of a generic type: only a build sees it, of each instance.
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C, packed)] pub struct GenericPacked<T: Copy + 'static> { pub a: u8, pub b: T })]
pub struct GenericPacked<T: Copy + 'static> { //~ an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
    pub b: T,
}

#[ffi_function]
pub fn generic_packed(_x: GenericPacked<u32>) {}

#[ffi_type]
#[replaced::by(#[repr(C, u8)] #[derive(Clone, Copy)] pub enum Generic<T: Copy + 'static> { A { a: T, c: bool, b: u8 }, B })]
#[repr(C, u8)]
pub enum Generic<T: Copy + 'static> {
    A { a: T, b: u8, c: bool }, //~ [A] an attribute below `#[ffi_type]` has changed the `repr` of the enum, or the order
    B,
}

#[ffi_function]
pub fn generic(_of_numbers: Generic<u32>) {}

