//! A dependency that has another name in Cargo.toml: the macros find out.
//! dependency: ffi_by_another_name
use ffi_by_another_name::{ffi, ffi_constants, ffi_function, ffi_service, ffi_type, inventory};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Vec2 {
    pub x: f32,
    #[cfg(any())]
    pub gone: f32,
    pub long: std::ffi::c_long,
}

#[ffi_constants]
impl Vec2 {
    pub const ZERO: Vec2 = Vec2 { x: 0.0, long: 0 };
}

#[ffi_type(flags)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Flag {
    A = 1,
}

#[ffi_type]
pub type Each = extern "C" fn(v: Vec2);

#[ffi_function]
pub fn each(v: &[Vec2], each: Each, flags: ffi::Flags<Flag>) {}

#[ffi_type(service)]
pub struct Service;

#[ffi_service]
impl Service {
    #[ffi_constructor]
    pub fn new() -> Self {
        Self
    }
}

inventory!(ffi_inventory, [Vec2::ZERO], [each], [], [Service]);
