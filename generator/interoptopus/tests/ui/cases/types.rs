//! Refusals of `#[ffi_type]` and `#[ffi_constant]` before anything else is looked at.
use interoptopus::{ffi, ffi_constant, ffi_type};

#[ffi_type]
pub enum NoRepr { //~ [NoRepr] an enum that crosses the border says how large it is: add `#[repr(u8)]`
    A,
}

#[ffi_type]
#[repr(u8)] //~ [u8] an enum with data is a tag before a union, as C writes it, only with a `C`: write `#[repr(C, u8)]`
pub enum Payload {
    None,
    Some(u8),
}

#[ffi_type]
#[repr(i128)] //~ [i128] few languages have integers of 128 bits: give the enum one of up to 64
pub enum Wide {
    A,
}

#[ffi_type]
pub enum Never {} //~ [Never] an enum without variants has no value that could cross the border

#[ffi_type]
#[repr(u8)]
pub enum Brackets {
    A(), //~ [A] a variant without data is written without brackets: `A`
}

#[ffi_type(error)]
pub enum DataError {
    Code(u8), //~ [Code] an error is a numeric enum, since it crosses as a status: leave the data out
}

#[ffi_type(flags)]
#[repr(u8)]
pub enum DataFlags {
    Read(u8), //~ [Read] a flag is a bit, and has no data
}

#[ffi_type(flags)] //~ [flags] `flags` is for an enum, of which each variant is a bit
pub struct StructFlags {
    value: u8,
}

#[ffi_type]
#[repr(u8)]
pub enum Parametric<const N: usize> { //~ [const] an enum without data is a number, and has no parameters
    A,
}

#[ffi_type]
#[repr(Rust)] //~ [Rust] other languages cannot know how Rust lays this out: write `#[repr(C)]`
pub struct Rusty {
    value: u32,
}

#[ffi_type]
#[repr(C, packed)] //~ [packed] a union crosses the border as C lays it out: write `#[repr(C)]`
pub union PackedUnion {
    value: u32,
}

#[ffi_type]
#[repr(transparent)]
pub struct TransparentArray([u8; 4]); //~ [[u8; 4]] C passes no arrays by value: leave `transparent` out

#[ffi_type]
pub struct Moved(#[cfg(all())] u8, u16);

#[ffi_type(opaque, service)] //~ [service] a type is one thing: `opaque` and `service` exclude each other
pub struct Both {
    value: u32,
}

#[ffi_type(opaque, default)] //~ [default] `default` is for structs whose fields other languages see: leave it out
pub struct OpaqueDefault {
    value: u32,
}

#[ffi_type(default)] //~ [default] `default` is for structs
#[repr(u8)]
pub enum EnumDefault {
    A,
}

#[ffi_type(surrogate = Both)] //~ [surrogate] a surrogate is a struct or an enum that has all that the other type has
pub union UnionSurrogate {
    value: u32,
}

#[ffi_type(surrogate = Both)]
pub struct GenericSurrogate<T> { //~ [T] a surrogate has no parameters: write its conversions yourself, with `From`
    value: T,
}

#[ffi_type]
pub type Plain = u32; //~ [u32] `#[ffi_type]` on an alias names a callback

#[ffi_type]
pub type RustCallback = fn(u32); //~ [fn] other languages call this as C does: write `extern "C" fn`

#[ffi_type]
pub type Generous<'a> = extern "C" fn(ffi::Slice<'a, u8>); //~ ['a] a callback has no parameters of its own

#[ffi_type(error)] //~ [error] an error is a numeric enum
pub struct StructError {
    value: u32,
}

#[ffi_type(service)]
pub struct Borrowing<'a> { //~ ['a] a service has no parameters: other languages keep its objects
    text: &'a str,
}

#[ffi_type]
pub fn function() {} //~ [fn] `#[ffi_type]` stands on a struct, an enum, a union, or a `type` alias of an `extern "C" fn`

#[ffi_constant]
pub static STATIC: u8 = 1; //~ [static] `#[ffi_constant]` stands on a constant
