//! Refusals by the traits of the border, in words that say what to do.
use interoptopus::{ffi, ffi_constant, ffi_function, ffi_service, ffi_type, inventory};

pub struct Unmarked {
    pub value: u32,
}

#[ffi_type(opaque)]
pub struct Opaque {
    pub value: u32,
}

type Text<'a> = &'a str;
type Points<'a> = Option<&'a [f32]>;

#[ffi_function]
pub fn unmarked(value: Unmarked) {} //~ [Unmarked] `Unmarked` cannot cross the border

#[ffi_function]
pub fn unmarked_behind(value: &Unmarked) {} //~ [&Unmarked] `Unmarked` cannot cross the border

#[ffi_function]
pub fn unmarked_out() -> Option<Unmarked> { //~ [Option] `Unmarked` cannot cross the border
    None
}

#[ffi_function]
pub fn alias(text: Text<'_>) {} //~ [Text<'_>] a slice or a string is two parameters, which the macro sees by how it is written

#[ffi_function]
pub fn optional_alias(points: Points<'_>) {} //~ [Points] not one parameter at the ABI

#[ffi_function]
pub fn opaque(value: Opaque) {} //~ [Opaque] `Opaque` cannot be a parameter here

#[ffi_function]
pub fn opaque_out() -> Opaque { //~ [Opaque] `Opaque` cannot be returned
    Opaque { value: 1 }
}

#[ffi_function]
pub fn wrong_error() -> Result<u32, u8> { //~ [Result] `u8` cannot be the error of a result
    Ok(1)
}

#[ffi_type]
pub struct Fields {
    pub option: Option<u32>, //~ [Option<u32>] write `ffi::Option<T>`, which is what `Option` is in memory
    pub unmarked: Unmarked, //~ [Unmarked] `Unmarked` cannot cross the border
}

#[ffi_type]
pub type Callback = extern "C" fn(text: &str, values: ffi::Slice<u8>); //~ [&str] `&str` cannot be a parameter of a callback

#[ffi_constant]
pub const UNMARKED: Unmarked = Unmarked { value: 1 }; //~ [Unmarked] `Unmarked` cannot cross the border

#[ffi_type(service)]
pub struct Lonely { //~ [Lonely] `Lonely` has no methods for other languages
    pub value: u32,
}

pub fn not_marked() {}

inventory!(ffi_inventory, [], [], [Unmarked], []); //~ [Unmarked] `Unmarked` cannot cross the border
