//! Strings: UTF-8 with a length, and C strings.

use super::{NULL, UTF8, value};
use interoptopus::border::Outcome;
use interoptopus::model::TypeKind;
use interoptopus::{ffi, ffi_function, inventory_part};
use std::ffi::{CStr, c_char};
use std::ptr;

#[ffi_function]
pub fn strings_len(text: &str, more: ffi::Str) -> usize {
    text.chars().count() + more.len()
}

#[ffi_function]
pub fn strings_title(title: Option<&str>) -> i32 {
    title.map_or(-1, |title| title.len() as i32)
}

#[ffi_function]
pub fn strings_greeting(named: bool) -> Option<&'static str> {
    named.then_some("Grüße")
}

#[ffi_function]
pub fn strings_c(text: ffi::CStrPtr, more: Option<ffi::CStrPtr<'_>>) -> usize {
    text.to_bytes().len() + more.map_or(100, |more| more.as_str().map_or(0, str::len))
}

#[ffi_function]
pub fn strings_trim(text: &str) -> ffi::Str {
    text.trim().into()
}

/// Rust's own type is the same.
#[ffi_function]
pub fn strings_c_rest<'a>(text: &'a CStr, or: Option<&'a CStr>) -> Option<&'a CStr> {
    if text.is_empty() { or } else { text.to_bytes_with_nul().get(1..).and_then(|rest| CStr::from_bytes_with_nul(rest).ok()) }
}

inventory_part!(c_texts, [], [strings_c_rest], [], []);

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_strings_len(text: *const u8, len: usize, more: *const u8, more_len: usize) -> Outcome<usize>;
        pub fn border_strings_title(title: *const u8, len: usize) -> Outcome<i32>;
        pub fn border_strings_greeting(named: bool) -> Outcome<(*const u8, usize)>;
        pub fn border_strings_c(text: *const c_char, more: *const c_char) -> Outcome<usize>;
        pub fn border_strings_c_rest(text: *const c_char, or: *const c_char) -> Outcome<*const c_char>;
        pub fn border_strings_trim(text: *const u8, len: usize) -> Outcome<ffi::Str<'static>>;
    }
}

#[test]
fn text_is_checked_and_may_hold_anything() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the texts.
    unsafe {
        assert_eq!(value(abi::border_strings_len("ä\0ö".as_ptr(), 5, "ü".as_ptr(), 2)), Ok(5));
        assert_eq!(value(abi::border_strings_len(ptr::null(), 0, ptr::null(), 0)), Ok(0));
        assert_eq!(value(abi::border_strings_len("ä".as_ptr(), 1, ptr::null(), 0)), Err(UTF8));
        assert_eq!(value(abi::border_strings_len(ptr::null(), 0, b"\xff".as_ptr(), 1)), Err(UTF8));
        assert_eq!(value(abi::border_strings_len(ptr::null(), 1, ptr::null(), 0)), Err(NULL));
    }
}

#[test]
fn an_empty_text_is_not_none() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the texts.
    unsafe {
        assert_eq!(value(abi::border_strings_title(ptr::null(), 0)), Ok(-1));
        assert_eq!(value(abi::border_strings_title("".as_ptr(), 0)), Ok(0));
        assert_eq!(value(abi::border_strings_title("abc".as_ptr(), 3)), Ok(3));
    }
}

#[test]
#[allow(improper_ctypes)]
fn text_goes_out_with_its_length() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the texts.
    unsafe {
        let (data, len) = value(abi::border_strings_greeting(true)).unwrap();
        assert_eq!(std::slice::from_raw_parts(data, len), "Grüße".as_bytes());
        assert!(value(abi::border_strings_greeting(false)).unwrap().0.is_null());
        assert_eq!(value(abi::border_strings_trim(" a b ".as_ptr(), 5)).unwrap(), "a b");
    }
}

#[test]
fn c_strings_end_with_a_nul() {
    // SAFETY: the declarations are those of the shims, and the texts end with a NUL.
    unsafe {
        assert_eq!(value(abi::border_strings_c(c"abc".as_ptr(), ptr::null())), Ok(103));
        assert_eq!(value(abi::border_strings_c(c"".as_ptr(), c"ab".as_ptr())), Ok(2));
        assert_eq!(value(abi::border_strings_c(ptr::null(), ptr::null())), Err(NULL));
    }
}

#[test]
fn a_c_string_of_rust_is_one_parameter() {
    // SAFETY: the declarations are those of the shims, and the texts end with a NUL.
    unsafe {
        let text = c"abc".as_ptr();
        assert_eq!(value(abi::border_strings_c_rest(text, ptr::null())), Ok(text.add(1)));
        assert_eq!(value(abi::border_strings_c_rest(c"".as_ptr(), ptr::null())), Ok(ptr::null()));
        assert_eq!(value(abi::border_strings_c_rest(c"".as_ptr(), text)), Ok(text));
        assert_eq!(value(abi::border_strings_c_rest(ptr::null(), text)), Err(NULL));
    }
    let inventory = c_texts();
    let function = &inventory.functions()[0];
    let kinds = [function.parameters[0].ty, function.parameters[1].ty, function.returns].map(|ty| *inventory.kind(ty));
    assert_eq!(kinds, [false, true, true].map(|nullable| TypeKind::CStr { nullable }));
}
