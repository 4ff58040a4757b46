//! Layouts that a type cannot have here, and what cannot be said of a type without fields.
use interoptopus::ffi_type;

#[ffi_type]
#[repr(u8, align(8))] //~ an enum is aligned as its integer is: put it into a struct with an alignment of its own
pub enum Aligned {
    A,
}

#[ffi_type]
#[repr(transparent)] //~ an enum is not transparent: write `#[repr(u8)]`, or a struct
pub enum Transparent {
    A(u8),
}

#[ffi_type(default)] //~ a struct without fields has no values that bindings could contain: leave `default` out
#[derive(Default)]
pub struct Nothing;

pub struct TheirNothing;

#[ffi_type(surrogate = TheirNothing)] //~ a struct without fields stands for nothing: leave `surrogate` out
pub struct OurNothing {}

#[ffi_type(opaque)]
pub type Foreign = std::time::Instant; //~ an opaque type is a struct, an enum or a union of yours: wrap a foreign one into a struct

#[ffi_type]
pub struct Unsized {
    pub items: [u8], //~ a slice has no size: write `ffi::Slice<'a, T>`, or an array
}

#[ffi_type(surrogate = TheirPair<T>)]
pub struct Pair<T> { //~ a surrogate has no parameters: write its conversions yourself, with `From`
    pub value: T,
}

pub struct TheirPair<T> {
    pub value: T,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Both<A, B> {
    pub a: A,
    pub b: B,
}

#[interoptopus::ffi_function]
pub fn holds_a_string(_both: &Both<u8, String>) {} //~ `String` is not the same in memory on both sides of the border

#[interoptopus::ffi_function]
pub fn holds_an_option(_both: Both<Option<u8>, u8>) {} //~ in fields, slices and callbacks write `ffi::Option<T>`
