//! Layouts that are wrong once constants are evaluated.
use interoptopus::{ffi, ffi_function, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub union Doubtful {
    whole: u8,
    flag: bool, //~ [bool] nobody can see which field of a union is meant, so that any bytes have to be a value of each
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union Lettered {
    whole: u32,
    letter: char, //~ [char] any bytes have to be a value of each
}

#[ffi_type(flags)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Zero {
    None = 0, //~ [None] no flag at all is `ffi::Flags::empty()`
    Read = 1,
}

#[ffi_type(flags)]
#[repr(i8)]
#[derive(Clone, Copy)]
pub enum Negative {
    Read = 1,
    Sign = -128, //~ [Sign] the discriminant of a flag is a bit or several, and not negative
}

#[ffi_type]
#[repr(C)]
pub enum Large { //~ [Large] the discriminants do not fit into an `int` of C: give it an integer `repr`
    A = 1,
    B = 1 << 40,
}

#[ffi_type(default)]
#[derive(Default)]
pub struct Defaulted<'a> {
    pub at: Option<&'a u32>, //~ [Option] an address has no value that bindings could contain, nor has an option: leave `default` out, or this field
}

#[ffi_type]
pub enum Dropped { //~ [Dropped] other languages copy this type, so that it cannot have a destructor
    Nothing,
    Some { value: u32 },
}

impl Drop for Dropped {
    fn drop(&mut self) {}
}

#[ffi_type]
pub type Letters = extern "C" fn() -> char; //~ [char] a callback may only return what any bytes are a value of

#[ffi_type]
pub type Ids = extern "C" fn() -> std::num::NonZeroU8; //~ [std] a callback may only return what any bytes are a value of

#[ffi_function]
pub fn letters(letters: &mut [char]) -> &mut [char] { //~ [&] other languages could write a value that its type does not have
    letters
}

#[ffi_function]
pub fn nothing(values: &[[u8; 0]]) -> usize { //~ [&] what has no bytes cannot be the element of a slice
    values.len()
}

#[ffi_function]
pub fn no_elements(values: Vec<[u8; 0]>) -> usize { //~ [Vec] what has no bytes cannot be the element of a vector
    values.len()
}

#[ffi_function]
pub fn borrowed_elements() -> Vec<interoptopus::ffi::Str<'static>> { //~ [Vec] borrow what nobody keeps
    Vec::new()
}
