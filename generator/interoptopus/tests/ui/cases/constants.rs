//! Refusals of `#[ffi_constant]` and `#[ffi_constants]` before anything else is looked at.
use interoptopus::{ffi_constant, ffi_constants, ffi_type};

#[ffi_constant]
pub static STATIC: u8 = 1; //~ [static] `#[ffi_constant]` stands on a constant

#[ffi_constant]
pub const _: u8 = 1; //~ [_] a constant needs a name here, which bindings show

#[ffi_constant]
pub const PAIR: (u8, u8) = (1, 2); //~ [(u8, u8)] a tuple cannot cross the border: name its parts in a struct

#[ffi_constant]
pub const FUNCTION: fn(u8) -> u8 = twice; //~ [fn(u8) -> u8] a function has no value that bindings could contain: mark it `#[ffi_function]`

const fn twice(value: u8) -> u8 {
    value * 2
}

#[ffi_type]
pub struct Vec2 {
    pub x: f32,
}

pub struct Buffer<T> {
    pub value: T,
}

#[ffi_constants]
impl<T> Buffer<T> { //~ [T] the constants of a generic type differ by its arguments: write a block for each, such as `impl Buffer<4>`
    pub const SIZE: usize = 1;
}

#[ffi_constants]
impl Default for Vec2 { //~ [Default] `#[ffi_constants]` stands on the `impl` block of a type, and exports each `pub const` of it; not on one of a trait
    fn default() -> Self {
        Vec2 { x: 1.0 }
    }
}

#[ffi_constants]
impl Vec2 {
    #[ffi_constant]
    const HIDDEN: u8 = 1; //~ [HIDDEN] what other languages see is public: write `pub const`
}

#[ffi_constants]
impl Vec2 {
    pub const OBJECT: &'static dyn Send = &1; //~ [&'static dyn Send] a trait object cannot cross the border
}

#[ffi_constants]
pub mod module {} //~ [pub] `#[ffi_constants]` stands on the `impl` block of a type, and exports each `pub const` of it
