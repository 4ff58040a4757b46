//! Borrows that are wrong once constants are evaluated.
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    pub value: &'a u32,
}

#[ffi_function]
pub fn hidden(to: &mut [u32], from: Holder<'_>) { //~ [&] a parameter that is written to stands beside one with references inside
    to.fill(*from.value);
}

#[ffi_function]
pub fn only_read(a: &[u32], from: &Holder<'_>) -> u32 {
    a.len() as u32 + *from.value
}
