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

#[ffi_type]
pub type Visit = extern "C" fn(index: u32);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Handlers<'a> {
    pub visit: Visit<'a>,
}

#[ffi_function]
pub fn replaces_all(handlers: &mut [Visit]) { //~ [&] what is behind `&mut` cannot hold references, which might lead to itself, nor callbacks
    let _ = handlers;
}

// A callback leads to no memory that could overlap.

#[ffi_function]
pub fn adds(to: &mut [u32], handlers: Handlers, each: &[Visit], maybe: Option<Visit>) {
    (handlers.visit)(to.len() as u32 + each.len() as u32 + u32::from(maybe.is_some()));
}
