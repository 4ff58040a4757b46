//! Constants that bindings cannot contain, since they are addresses; and those that nobody knows.
use interoptopus::{ffi, ffi_constant, ffi_constants, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Holder {
    pub at: *const u32,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union Bits {
    pub whole: u32,
    pub float: f32,
}

#[ffi_type]
pub enum Shape {
    Nothing,
    Circle { radius: f32 },
}

#[ffi_constant]
pub const POINTER: *const u8 = std::ptr::null(); //~ [*] bindings contain the value of a constant, so that it cannot hold an address

#[ffi_constant]
pub const REFERENCE: &u8 = &1; //~ [&] bindings contain the value of a constant, so that it cannot hold an address

#[ffi_constant]
pub const STRUCT: Holder = Holder { at: std::ptr::null() }; //~ [Holder] bindings contain the value of a constant

#[ffi_constant]
pub const UNION: Bits = Bits { whole: 1 }; //~ [Bits] bindings contain the value of a constant

#[ffi_constant]
pub const TAGGED: [Shape; 1] = [Shape::Nothing]; //~ [[Shape; 1]] bindings contain the value of a constant

#[ffi_constant]
pub const OPTION: ffi::Option<u8> = ffi::Option::NONE; //~ [ffi] bindings contain the value of a constant

#[ffi_constants]
impl Holder {
    pub const NULL: Self = Holder { at: std::ptr::null() }; //~ [Self] bindings contain the value of a constant
}
