//! Types of Rust's library that other languages do not know, and what to write in their place.
use interoptopus::{ffi, ffi_function, ffi_type};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ffi::{CString, c_void};
use std::marker::PhantomData;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

#[ffi_function]
pub fn string_behind(text: &String) {} //~ [&] of a `String` a `&str`, of a `Vec<T>` a `&[T]`

#[ffi_function]
pub fn vector_behind(values: &mut Vec<u8>) {} //~ [&] of a `String` a `&str`, of a `Vec<T>` a `&[T]`

#[ffi_function]
pub fn strings() -> Vec<String> { //~ [Vec] a `String` or a `Vec<T>` is a whole parameter or result
    Vec::new()
}

#[ffi_function]
pub fn vectors(values: Vec<Vec<u8>>) {} //~ [Vec<Vec<u8>>] a `String` or a `Vec<T>` is a whole parameter or result

#[ffi_function]
pub fn vector_elements(values: &[Vec<u8>]) {} //~ [&[Vec<u8>]] a `String` or a `Vec<T>` is a whole parameter or result

pub type Text = String;

#[ffi_function]
pub fn alias(text: Text) {} //~ [Text] `&str`, `ffi::Slice<T>`, `ffi::SliceMut<T>`, `ffi::Str`, `String`

#[ffi_function]
pub fn map(values: HashMap<u8, u8>) {} //~ [HashMap<u8, u8>] of a map take or return the pairs

#[ffi_function]
pub fn tree(values: &BTreeMap<u8, u8>) {} //~ [&BTreeMap<u8, u8>] of a map take or return the pairs

#[ffi_function]
pub fn boxed(value: Box<u32>) {} //~ [Box<u32>] of a `Box`, `Rc` or `Arc` make a service

#[ffi_function]
pub fn shared(value: Rc<u32>) {} //~ [Rc<u32>] of a `Box`, `Rc` or `Arc` make a service

#[ffi_function]
pub fn atomic() -> Arc<u32> { //~ [Arc] of a `Box`, `Rc` or `Arc` make a service
    Arc::new(1)
}

#[ffi_function]
pub fn path(path: &Path) {} //~ [&Path] cannot cross the border

#[ffi_function]
pub fn borrowed(text: Cow<'_, str>) {} //~ [Cow<'_, str>] cannot cross the border

#[ffi_function]
pub fn c_string(text: CString) {} //~ [CString] `CString` cannot cross the border

#[ffi_function]
pub fn duration(time: Duration) {} //~ [Duration] `Duration` cannot cross the border

#[ffi_function]
pub fn void(nothing: c_void) {} //~ [c_void] cannot be a parameter here

#[ffi_function]
pub fn phantom(nothing: PhantomData<u8>) {} //~ [PhantomData<u8>] cannot be a parameter here

#[ffi_function]
pub fn phantom_out() -> PhantomData<u8> { //~ [PhantomData<u8>] cannot be returned
    PhantomData
}

#[ffi_function]
pub fn result_in(value: Result<u8, Error>) {} //~ [Result<u8, Error>] results only go out

#[ffi_function]
pub fn option_of_option(value: Option<Option<u8>>) {} //~ [Option<Option<u8>>] there is no such option

#[ffi_function]
pub fn options(values: &[Option<u8>]) {} //~ [&[Option<u8>]] write `ffi::Option<T>`, which is what `Option` is in memory

#[ffi_function]
pub fn option_of_result() -> Option<Result<u8, Error>> { //~ [Option] there is no such option
    None
}

#[ffi_type(error)]
#[repr(u8)]
pub enum Error {
    One = 1,
}

#[ffi_type]
pub struct Fields {
    pub text: String, //~ [String] here take `ffi::Str` or `ffi::Slice<T>`
    pub values: Vec<u8>, //~ [Vec<u8>] here take `ffi::Str` or `ffi::Slice<T>`
    pub result: Result<u8, Error>, //~ [Result<u8, Error>] is not the same in memory on both sides of the border
}

#[ffi_type]
pub type Failing = extern "C" fn(text: String) -> ffi::Bool; //~ [String] `String` cannot be a parameter of a callback

#[ffi_type]
pub type Returning = extern "C" fn() -> Vec<u8>; //~ [V] here take `ffi::Str` or `ffi::Slice<T>`
