//! Fields that are wrong at sight.
use interoptopus::ffi_type;

#[ffi_type]
pub struct Fields<'a> {
    exclusive: &'a mut u32, //~ [&'a mut u32] `&mut` cannot be a field, since nobody could see whether two of them share memory: use a raw pointer
    slice: &'a [u8], //~ [&'a [u8]] a slice in a field is written as it is in memory: `ffi::Slice<'a, T>`
    text: &'a str, //~ [&'a str] a string in a field is written as it is in memory: `ffi::Str<'a>`, or `ffi::CStrPtr<'a>`
    object: &'a dyn Send, //~ [&'a dyn Send] a trait object cannot be a field: use a callback, or a pointer to an opaque type
    unit: (), //~ [()] `()` has no bytes: leave the field out
    tuple: (u8, u8), //~ [(u8, u8)] a tuple cannot be a field, since Rust lays it out as it likes
    pointer: extern "C" fn(u32), //~ [extern "C" fn(u32)] a function pointer needs a name, which bindings show
    never: !, //~ [!] a field of type `!` has no value
    slices: *const [u8], //~ [*const [u8]] a raw pointer to a slice has no form in C: use `ffi::Slice`, or `*const T` and a length
}

#[ffi_type]
pub enum Data<'a> {
    Text(&'a str), //~ [&'a str] a string in a field is written as it is in memory
    Slice { values: &'a [u8] }, //~ [&'a [u8]] a slice in a field is written as it is in memory
}

#[ffi_type]
pub struct Tuple<'a>(u8, &'a mut u32); //~ [&'a mut u32] `&mut` cannot be a field
