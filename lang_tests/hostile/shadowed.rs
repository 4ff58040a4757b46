//! Names of Rust's own that the author gives to things of their own: what the macros write means Rust's all the same.
#![no_implicit_prelude]
#![allow(non_camel_case_types, dead_code, non_upper_case_globals, non_snake_case)]

use ::interoptopus::{ffi, ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type, inventory_part};

/// Where Rust's own macros and modules would be.
pub mod core {}
pub mod std {}
pub mod interoptopus {}
pub mod alloc {}

/// Nobody's type of that name is anybody else's.
#[derive(::std::fmt::Debug)]
pub struct usize;
#[derive(::std::fmt::Debug)]
pub struct i128;
#[derive(::std::fmt::Debug)]
pub struct i32;
#[derive(::std::fmt::Debug)]
pub struct u64;
#[derive(::std::fmt::Debug)]
pub struct bool;
#[derive(::std::fmt::Debug)]
pub struct Vec;
#[derive(::std::fmt::Debug)]
pub struct String;
#[derive(::std::fmt::Debug)]
pub struct Box;
pub trait Send {}
pub trait Sync {}
pub trait Copy {}
pub trait Clone {}
pub trait Into {}
pub trait From {}
pub trait Default {}
pub trait Drop {}
pub fn drop() {}

/// Values that patterns mean where a variable has their name.
macro_rules! values {
    ($($name:ident)*) => { $(#[derive(::std::fmt::Debug)] pub struct $name;)* };
}
values!(at _at tag value memory memory_of_it payload copies room _end entered this first registry call len known bits show f0 f1 a0 a1 p p0 p1 len0 len1);

/// Methods of everything, by value: they come before those of a type that borrow it.
#[allow(clippy::wrong_self_convention)]
pub trait Everything: ::std::marker::Sized {
    fn next_field<T>(self) -> *mut T {
        ::std::ptr::null_mut()
    }
    fn shared(self) -> &'static Shadow {
        ::std::unreachable!()
    }
    fn exclusive(self) -> &'static mut Shadow {
        ::std::unreachable!()
    }
    fn assume_init_ref<T>(self) -> &'static T {
        ::std::unreachable!()
    }
    fn payload(self) {}
    fn with_field<T>(self) {}
    fn with_case(self) {}
    fn of<T>(self) {}
    fn as_ptr(self) {}
    fn as_mut_ptr(self) {}
    fn cast<T>(self) {}
    fn read(self) {}
    fn write<T>(self, _: T) {}
    fn get(self) {}
    fn called(self, _: &str) {}
    fn define_service<T>(self, _: T) {}
    fn build_id(self, _: T64) {}
}
pub type T64 = ::std::primitive::u64;
impl<T> Everything for T {}

#[allow(unused_macros)]
macro_rules! assert {
    ($($any:tt)*) => {
        ()
    };
}
#[allow(unused_macros)]
macro_rules! panic {
    ($($any:tt)*) => {
        ()
    };
}
#[allow(unused_macros)]
macro_rules! concat {
    ($($any:tt)*) => {
        "shadowed"
    };
}
#[allow(unused_macros)]
macro_rules! matches {
    ($($any:tt)*) => {
        false
    };
}

/// An alias that is another number: it crosses as what it is.
pub type u16 = u8;

/// A result of the author's own, which has no need of Rust's.
#[ffi_type]
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub struct Result {
    pub low: u8,
    pub high: u16,
    pub letter: char,
}

/// Variants that are called like Rust's.
#[ffi_type(name = "ShadowMaybe")]
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub enum Maybe {
    None,
    Some(u32),
    Ok { value: u8 },
    Err(u8, f64),
}

/// An error.
#[ffi_type(error, name = "ShadowError")]
#[repr(u8)]
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub enum Error {
    Odd = 3,
}

/// Flags.
#[ffi_type(flags, name = "ShadowFlag")]
#[repr(u8)]
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
pub enum Flag {
    A = 1,
    B = 2,
}

/// A union.
#[ffi_type(name = "ShadowEither")]
#[derive(::std::clone::Clone, ::std::marker::Copy)]
pub union Either {
    pub small: u8,
    pub large: u32,
}

/// A generic type.
#[ffi_type(default, name = "ShadowBoth")]
#[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug, ::std::default::Default)]
pub struct Both<T: ::std::default::Default> {
    pub first: T,
    pub second: u8,
    pub nothing: ::std::marker::PhantomData<T>,
}

/// A callback.
#[ffi_type(name = "ShadowEach")]
pub type Each = extern "C" fn(index: u32, both: Both<u8>) -> u32;

#[ffi_function]
pub fn shadowed_result(result: Result) -> u32 {
    result.low as u32 + 10 * result.high as u32 + 100 * (result.letter as u32)
}

#[ffi_function]
pub fn shadowed_maybe(maybe: Maybe) -> ::std::result::Result<u32, Error> {
    match maybe {
        Maybe::None => ::std::result::Result::Err(Error::Odd),
        Maybe::Some(number) => ::std::result::Result::Ok(number),
        Maybe::Ok { value: number } => ::std::result::Result::Ok(number as u32 + 1000),
        Maybe::Err(a, b) => ::std::result::Result::Ok(a as u32 + b as u32),
    }
}

#[ffi_function]
pub extern "C" fn shadowed_flags(flags: ffi::Flags<Flag>, either: Either) -> ffi::Flags<Flag> {
    // SAFETY: any bytes are a number.
    if unsafe { either.large } == 0 { flags } else { Flag::A | Flag::B }
}

#[ffi_function]
pub fn shadowed_text(text: &str, more: ::std::option::Option<&[u8]>) -> ::std::primitive::usize {
    text.len() + ::std::option::Option::map_or(more, 0, |more| more.len())
}

#[ffi_function]
pub fn shadowed_each(each: Each) -> u32 {
    each(7, Both { first: 1, second: 2, nothing: ::std::marker::PhantomData })
}

/// A service.
#[ffi_type(service)]
#[derive(::std::fmt::Debug)]
pub struct Shadow {
    bytes: [u8; 3],
}

#[ffi_service]
impl Shadow {
    #[ffi_constructor]
    pub fn new(begin: u8) -> Self {
        Self { bytes: [begin, 2, 3] }
    }

    /// Lends.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Changes.
    pub fn set(&mut self, last: u8) {
        self.bytes[2] = last;
    }
}

/// A module beside a function of its name.
pub mod shadowed_beside {
    /// The constant that the module is for.
    pub const INSIDE: u8 = 41;
}

/// Beside a module of its name.
#[ffi_function(item = shadowed_beside_function)]
pub fn shadowed_beside() -> u8 {
    shadowed_beside::INSIDE + 1
}

/// Beside a constant that is called otherwise in the inventory.
pub mod SHADOWED {}

#[ffi_constant(item = SHADOWED_TEXT)]
pub const SHADOWED: &str = "shadowed";

#[ffi_constants]
impl Result {
    pub const LAST: char = 'z';
}

inventory_part!(
    part,
    [SHADOWED_TEXT, Result::LAST],
    [shadowed_result, shadowed_maybe, shadowed_flags, shadowed_text, shadowed_each, shadowed_beside_function],
    [Both<u8>],
    [Shadow]
);
