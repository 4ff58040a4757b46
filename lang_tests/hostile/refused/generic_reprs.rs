//! An attribute below ours, which changes the `repr` of a generic type: only a build sees it, of each instance.
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C, packed)] pub struct GenericPacked<T: Copy + 'static> { pub a: u8, pub b: T })]
pub struct GenericPacked<T: Copy + 'static> { //~ an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
    pub b: T,
}

#[ffi_function]
pub fn generic_packed(_x: GenericPacked<u32>) {}
