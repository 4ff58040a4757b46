//! Values that are wrong once constants are evaluated.
use interoptopus::ffi_type;

#[ffi_type(error)]
#[repr(i32)]
pub enum Error {
    Zero = 0, //~ [Zero] the discriminant of an error is a status: between 1 and `i32::MAX`
    One = 1,
    Negative = -1, //~ [Negative] the discriminant of an error is a status: between 1 and `i32::MAX`
}

#[ffi_type]
#[repr(u8)]
pub enum Marker {
    Dot,
}

#[ffi_type]
pub type Chosen = extern "C" fn(u32) -> Marker; //~ [Marker] a callback may only return what any bytes are a value of

#[ffi_type]
pub struct Dropped { //~ [Dropped] other languages copy this type, so that it cannot have a destructor
    value: u32,
}

impl Drop for Dropped {
    fn drop(&mut self) {}
}

