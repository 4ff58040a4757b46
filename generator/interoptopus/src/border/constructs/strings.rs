//! Strings: UTF-8 with a length, two parameters on the way in; or ending with a NUL, one.

use super::references::plain_pointees;
use super::slices::check_place;
use crate::border::memory::{AddressRange, Borrows, Copies};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Border, Call, Give, Lend, MaybeNull, NonNullWay, NullableWay, Plain, Take, TakeTwo};
use crate::ffi;
use crate::model::{Registry, Type, TypeKind};
use std::ffi::{CStr, c_char};

/// The way of `&str`.
#[derive(Debug)]
pub enum ByStr {}

/// The way of `ffi::Str`.
#[derive(Debug)]
pub enum ByFfiStr {}

/// The way of `ffi::CStrPtr` and `&CStr`.
#[derive(Debug)]
pub enum ByCStr {}

plain_pointees!(ByFfiStr, ByCStr);

// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for ByStr {}
// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for ByFfiStr {}
// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for ByCStr {}

// SAFETY: Rust documents that the `Option` of such an address has null for none.
unsafe impl NonNullWay for ByCStr {}

/// Checks an address, a length, and that the bytes are UTF-8.
///
/// # Safety
/// As of [`TakeTwo::hold`].
unsafe fn check_text(data: *const u8, len: usize) -> Result<(), Status> {
    // SAFETY: the caller's promise.
    check_place(data, len)?;
    // SAFETY: it has been checked.
    std::str::from_utf8(unsafe { bytes(data, len) }).map(|_| ()).map_err(|_| Status::UTF8)
}

/// The bytes, which may be at null if there are none.
///
/// # Safety
/// As of [`std::slice::from_raw_parts`], for a length above 0.
unsafe fn bytes<'a>(data: *const u8, len: usize) -> &'a [u8] {
    // SAFETY: the caller's promise.
    if len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(data, len) } }
}

macro_rules! text_ways {
    ($($way:ident: $text:ty, with $with:ty;)*) => {$(
        // SAFETY: the lifetime is its own.
        unsafe impl<'a> Border for $text {
            type Way = $way;
            type With<'h> = $with;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                registry.intern_with_layout(TypeKind::Str { nullable: false }, ffi::Str::layout())
            }
        }

        // SAFETY: the range is that of all bytes.
        unsafe impl<'a> Lend<$text> for $way {
            type Held = (*const u8, usize);
            type Gives = ();
            type Lent<'own, 'h: 'own, 'call> = $with;
            const BORROWS: Borrows = Borrows::Shared;

            #[inline]
            unsafe fn lend<'own, 'h: 'own, 'call>(held: &'own mut Self::Held, _: &'h Copies, _: &'call Call) -> $with {
                // SAFETY: `hold` has checked it, and the lifetime ends with the call.
                unsafe { std::str::from_utf8_unchecked(bytes::<'h>(held.0, held.1)) }.into()
            }

            #[inline]
            fn address_range(held: &Self::Held) -> AddressRange {
                AddressRange::shared(held.0, held.1)
            }
        }

        // SAFETY: as above.
        unsafe impl<'a> TakeTwo<$text> for $way {
            type Data = *const u8;

            #[inline(always)]
            unsafe fn hold(data: *const u8, len: usize, _: &Copies) -> Result<Self::Held, Status> {
                // SAFETY: the caller's promise.
                unsafe { check_text(data, len) }.map(|()| (data, len))
            }
        }

        // SAFETY: the other side gets what is described.
        unsafe impl<'a> Give<$text> for $way {
            type Abi = ffi::Str<'static>;
            type Returns = Valued;

            #[inline]
            unsafe fn give(value: $text) -> Result<Self::Abi, Status> {
                Ok(ffi::Str::from(value).with_lifetime())
            }
        }
    )*};
}

text_ways! {
    ByStr: &'a str, with &'h str;
    ByFfiStr: ffi::Str<'a>, with ffi::Str<'h>;
}

// SAFETY: it is an address and a length, which are checked, and so is the text.
unsafe impl Plain for ffi::Str<'_> {
    const CHECKED: bool = true;
    const BORROWS: bool = true;

    #[inline]
    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are an address and a length; what they lead to, the caller vouches for.
        unsafe {
            let (data, len) = (*at).raw();
            check_text(data, len)?;
            if data.is_null() {
                // In an option that Rust gives, null is none.
                *at = ffi::Str::from("");
            }
        }
        Ok(())
    }
}

// SAFETY: null is null.
unsafe impl MaybeNull for ffi::Str<'_> {
    #[inline]
    fn null() -> Self {
        ffi::Str::null()
    }

    #[inline]
    fn is_none(&self) -> bool {
        self.raw().0.is_null()
    }
}

macro_rules! c_text {
    ($($text:ty, with $with:ty, address of $given:ident: $address:expr;)*) => {$(
        // SAFETY: the lifetime is its own.
        unsafe impl<'a> Border for $text {
            type Way = ByCStr;
            type With<'h> = $with;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                registry.intern(TypeKind::CStr { nullable: false })
            }
        }

        // SAFETY: the range reaches up to the NUL.
        unsafe impl<'a> Lend<$text> for ByCStr {
            type Held = (*const c_char, usize);
            type Gives = ();
            type Lent<'own, 'h: 'own, 'call> = $with;
            const BORROWS: Borrows = Borrows::Shared;

            #[inline]
            unsafe fn lend<'own, 'h: 'own, 'call>(held: &'own mut Self::Held, _: &'h Copies, _: &'call Call) -> $with {
                // SAFETY: `hold` has found the NUL at the end of these bytes.
                unsafe { CStr::from_bytes_with_nul_unchecked(bytes::<'h>(held.0.cast(), held.1)) }.into()
            }

            #[inline]
            fn address_range(held: &Self::Held) -> AddressRange {
                AddressRange::shared(held.0, held.1)
            }
        }

        // SAFETY: as above.
        unsafe impl<'a> Take<$text> for ByCStr {
            type Abi = *const c_char;

            #[inline(always)]
            unsafe fn hold(abi: *const c_char, _: &Copies) -> Result<<ByCStr as Lend<$text>>::Held, Status> {
                if abi.is_null() {
                    return Err(Status::NULL);
                }
                // SAFETY: it is not null, and the caller says that a NUL follows.
                Ok((abi, unsafe { CStr::from_ptr(abi) }.to_bytes_with_nul().len()))
            }
        }

        // SAFETY: the other side gets what is described.
        unsafe impl<'a> Give<$text> for ByCStr {
            type Abi = *const c_char;
            type Returns = Valued;

            #[inline]
            unsafe fn give($given: $text) -> Result<*const c_char, Status> {
                Ok($address)
            }
        }
    )*};
}

c_text! {
    ffi::CStrPtr<'a>, with ffi::CStrPtr<'h>, address of text: text.as_ptr();
    &'a CStr, with &'h CStr, address of text: text.as_ptr();
}

// SAFETY: it is an address that is not null, which is checked; where the text ends, only its NUL says.
unsafe impl Plain for ffi::CStrPtr<'_> {
    const CHECKED: bool = true;
    const BORROWS: bool = true;

    #[inline]
    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are a raw pointer.
        if unsafe { at.cast::<*const c_char>().read() }.is_null() { Err(Status::NULL) } else { Ok(()) }
    }
}
