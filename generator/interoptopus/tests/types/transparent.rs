//! Transparent structs: at the ABI their one field.

use super::{INVALID, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::model::Repr;
use interoptopus::{ffi, ffi_function, ffi_type};
use std::marker::PhantomData;

#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance(pub f64);

#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Sure {
    pub sure: bool,
    of: PhantomData<String>,
}

#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Text<'a>(pub ffi::Str<'a>);

#[ffi_function]
pub fn transparent_double(meters: Distance, at: &Distance, all: &[Distance]) -> Distance {
    Distance(meters.0 * 2.0 + at.0 + all.iter().map(|m| m.0).sum::<f64>())
}

#[ffi_function]
pub fn transparent_sure(sure: Sure) -> Sure {
    Sure { sure: !sure.sure, of: PhantomData }
}

#[ffi_function]
pub fn transparent_text(text: Text) -> usize {
    text.0.as_str().chars().count()
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn types_transparent_double(meters: f64, at: *const f64, all: *const f64, len: usize) -> Outcome<f64>;
        pub fn types_transparent_sure(sure: u8) -> Outcome<u8>;
        pub fn types_transparent_text(text: RawText) -> Outcome<usize>;
    }

    #[repr(C)]
    pub struct RawText {
        pub data: *const u8,
        pub len: usize,
    }
}

#[test]
fn at_the_abi_they_are_their_field() {
    let all = [0.5, f64::MAX];
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_transparent_double(1.5, &0.25, all.as_ptr(), 1) }), Ok(3.75));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_transparent_double(f64::MIN / 2.0, &0.0, all.as_ptr().add(1), 1) }), Ok(0.0));
}

#[test]
fn their_field_is_checked() {
    for byte in 0..=255 {
        let expected = if byte < 2 { Ok(1 - byte) } else { Err(INVALID) };
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { abi::types_transparent_sure(byte) }), expected);
    }
    let text = "Grüße";
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_transparent_text(abi::RawText { data: text.as_ptr(), len: text.len() }) }), Ok(5));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_transparent_text(abi::RawText { data: [0xff].as_ptr(), len: 1 }) }), Err(-3));
}

#[test]
fn the_inventory_says_so() {
    let inventory = ffi_inventory();
    for name in ["Distance", "Sure", "Text"] {
        let item = structure(&inventory, name);
        assert_eq!((item.repr, item.fields.len()), (Repr::Transparent, 1));
    }
    assert_memory::<Sure>("Sure", &[("sure", 0, 1)]);
}
