//! Two parameters onto one buffer, where nobody could check that.
use interoptopus::{ffi, ffi_function, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub words: ffi::Slice<'a, u32>,
}

#[ffi_function]
pub fn add(to: &mut [u32], from: View) -> u32 { //~ [&] a parameter that is written to stands beside one with references inside
    to.len() as u32 + from.words.len() as u32
}
