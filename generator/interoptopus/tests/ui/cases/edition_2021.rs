//! edition: 2021
//! What compiles in edition 2021, with the attributes of that time.
#![deny(warnings, missing_docs, missing_debug_implementations)]
#![allow(unused_attributes)]
use interoptopus::{ffi_function, ffi_type, inventory};

/// A point.
#[ffi_type]
#[repr(C)]
#[derive(Debug)]
pub struct Vec2 {
    /// East.
    pub x: f32,
    /// North.
    pub y: f32,
}

/// Prints.
#[ffi_function]
#[no_mangle]
pub extern "C" fn my_function(input: Vec2) {
    println!("{}", input.x);
}

/// Unsafe.
///
/// # Safety
/// None.
#[ffi_function]
#[export_name = "another_name"]
pub unsafe extern "C" fn named<'a, 'b: 'a>(a: &'a Vec2, _b: &'b Vec2) -> &'a Vec2
where
    'b: 'a,
{
    a
}

inventory!(ffi_inventory, [], [my_function, named], [], []);
