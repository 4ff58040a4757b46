//! Words that readers stumbled over.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};
use std::cmp::Ordering;

#[ffi_function]
pub fn closure(each: impl FnMut(u32) -> bool) {} //~ [impl FnMut(u32) -> bool] name a callback, `#[ffi_type] pub type OnEvent

#[ffi_function]
pub fn object(each: &mut dyn FnMut(u32)) {} //~ name a callback, `#[ffi_type] pub type OnEvent

#[ffi_function]
pub fn foreign() -> Ordering { //~ [Ordering] a type of somebody else's gets one of yours that stands for it
    Ordering::Less
}

#[ffi_function]
pub fn anything(at: *const ()) {} //~ [*const ()] an address of anything is a `*const c_void`

#[ffi_type]
pub struct Anything {
    pub at: *mut (), //~ [*mut ()] an address of anything is a `*const c_void` or a `*mut c_void`
}

#[ffi_type]
pub struct Plain {
    pub value: u8,
}

#[ffi_service]
impl Plain { //~ [Plain] `Plain` is no service
    #[ffi_constructor]
    pub fn new() -> Self {
        Self { value: 0 }
    }
}

#[ffi_type(service)]
pub struct Service;

#[ffi_service]
impl Service {
    #[ffi_constructor]
    pub fn new() -> Self {
        Self
    }

    pub fn other(&self) -> Option<Service> { //~ an `Option` of this type cannot cross the border
        None
    }
}

pub mod without_imports {
    #[interoptopus::ffi_type(service)]
    pub struct Alone;

    #[interoptopus::ffi_service]
    impl Alone {
        #[ffi_constructor]
        pub fn new() -> Self {
            Self
        }

        pub fn eat(self: Box<Self>) {} //~ [self] a method takes `&self` or `&mut self`
    }
}

#[ffi_function]
pub fn sure(value: std::num::NonZero<std::ffi::c_long>) {} //~ [c_long] other languages would have `c_long` as what it is on this platform, since it stands in a `NonZero`

#[ffi_function]
pub fn first<'a>(words: &'a [&'a str]) -> &'a str { //~ [&'a [&'a str]] the slice of strings is made for the call, and the result cannot live as long
    words[0]
}

#[ffi_function]
pub fn nested(all: Vec<Vec<u8>>) {} //~ [Vec] `Vec<u8>` is not the same in memory on both sides of the border

#[ffi_type]
pub type OnService = extern "C" fn(service: &mut Service); //~ a service is no parameter of a callback

pub mod numbers {
    use interoptopus::ffi_function;

    #[ffi_function]
    pub fn f32(x: u8) -> u8 { //~ [f32] write `#[ffi_function(item = other_name)]`
        x
    }

    #[ffi_function]
    pub fn f64(x: u8) -> u8 { //~ [f64] write `#[ffi_function(item = other_name)]`
        x
    }
}
