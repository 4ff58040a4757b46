//! What `#[ffi_type]` and `#[ffi_constant]` refuse before anything else is looked at.
use interoptopus::{ffi, ffi_constant, ffi_type};

#[ffi_type]
pub enum NoRepr { //~ an enum that crosses the border says how large it is: add `#[repr(u8)]`
    A,
}

#[ffi_type]
#[repr(u8)]
pub enum Payload {
    None,
    Some(u8), //~ an enum whose variants carry values cannot cross the border
}

#[ffi_type]
pub union Either { //~ a union cannot cross the border
    a: u8,
    b: f32,
}

#[ffi_type]
pub struct Generic<T> { //~ a generic type cannot cross the border: write one type for each
    value: T,
}

#[ffi_type]
pub struct Tuple(f32, f32); //~ the fields need names here, which bindings show

#[ffi_type]
pub struct Empty {} //~ a struct without fields cannot cross the border, since C has none

#[ffi_type]
#[repr(C, packed)] //~ a packed struct cannot cross the border
pub struct Packed {
    value: u32,
}

#[ffi_type]
#[repr(transparent)] //~ in other languages this is a struct with a field
pub struct Transparent {
    value: u32,
}

#[ffi_type]
pub type Plain = u32; //~ `#[ffi_type]` on an alias names a callback

#[ffi_type]
pub type RustCallback = fn(u32); //~ other languages call this as C does: write `extern "C" fn`

#[ffi_type]
pub type Generous<'a> = extern "C" fn(ffi::Slice<'a, u8>); //~ a callback has no parameters of its own

#[ffi_type(exception)] //~ `#[ffi_type]` knows `error`, `opaque` and `service`
pub struct Odd {
    value: u32,
}

#[ffi_type(error)] //~ an error is a numeric enum
pub struct StructError {
    value: u32,
}

#[ffi_type(service)]
pub struct Borrowing<'a> { //~ a service has no parameters: other languages keep its objects
    text: &'a str,
}

#[ffi_type]
pub fn function() {} //~ `#[ffi_type]` stands on a struct, an enum, or a `type` alias of an `extern "C" fn`

#[ffi_constant]
pub static STATIC: u8 = 1; //~ `#[ffi_constant]` stands on a constant

interoptopus::inventory!(three, [], [], []); //~ expected the list of services: `inventory!(ffi_inventory, [constants], [functions], [more types], [services])`
