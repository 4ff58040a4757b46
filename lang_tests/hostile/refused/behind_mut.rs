//! Types that borrow, where Rust could write to them.
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
pub type Visit = extern "C" fn(index: u32);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Handlers<'a> {
    pub visit: Visit<'a>,
}

#[ffi_function]
pub fn replaces(handlers: &mut Handlers) { //~ [&] what is behind `&mut` cannot hold references, which might lead to itself, nor callbacks
    let _ = handlers;
}
