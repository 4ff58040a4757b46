//! A lifetime that no field borrows for: other languages copy such a value, and nothing ends its copies.
use interoptopus::{ffi, ffi_function, ffi_type};
use std::marker::PhantomData;

#[ffi_type]
pub struct View<'a> { //~ no field borrows for `'a`, and other languages copy this type and keep it
    data: *const u64,
    len: usize,
    of: PhantomData<&'a [u64]>,
}

pub type Of<'a> = PhantomData<&'a u8>;

/// Behind an alias.
#[ffi_type]
pub struct Aliased<'a> { //~ no field borrows for `'a`
    data: *const u64,
    of: Of<'a>,
}

/// Behind a raw pointer.
#[ffi_type]
pub struct Raw<'a> { //~ no field borrows for `'a`
    data: *const &'a u8,
}

/// One of two.
#[ffi_type]
pub struct Both<'a, 'b> { //~ no field borrows for `'b`
    name: ffi::Str<'a>,
    data: *const u64,
    of: PhantomData<&'b ()>,
}

/// In a variant.
#[ffi_type]
pub enum Sum<'a> { //~ no field borrows for `'a`
    Nothing,
    Data(*const &'a u8),
}

/// Borrowed in several ways.
#[ffi_type]
pub struct Honest<'a, 'b> {
    a: Option<&'a u8>,
    b: [ffi::Slice<'b, u8>; 2],
}

#[ffi_function]
pub fn honest(_honest: Honest<'_, '_>) {}
