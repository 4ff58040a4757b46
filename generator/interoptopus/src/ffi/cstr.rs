//! `CStrPtr`: a C string.

use std::ffi::{CStr, c_char};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use std::str::Utf8Error;

/// The address of bytes that end with a NUL: a `const char *` that is not null. Its length is found by looking for the NUL at each use, and
/// nothing is known of its encoding. Where you have the choice, take `&str`: it is faster in every language. It is a [`CStr`] to whoever
/// uses it. Whoever passes one leaves the bytes unchanged during the call.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct CStrPtr<'a> {
    start: NonNull<c_char>,
    borrowed: PhantomData<&'a CStr>,
}

impl<'a> CStrPtr<'a> {
    /// The address of `text`.
    #[must_use]
    pub const fn new(text: &'a CStr) -> Self {
        CStrPtr { start: NonNull::from_ref(text).cast(), borrowed: PhantomData }
    }

    /// As Rust's own, with the lifetime of what it borrows.
    #[must_use]
    pub fn as_c_str(self) -> &'a CStr {
        // SAFETY: Rust made it of a `CStr`, or the caller passed a C string.
        unsafe { CStr::from_ptr(self.start.as_ptr()) }
    }

    /// As text.
    ///
    /// # Errors
    /// It is not UTF-8.
    pub fn as_str(self) -> Result<&'a str, Utf8Error> {
        self.as_c_str().to_str()
    }

    /// The address.
    #[must_use]
    pub fn as_ptr(self) -> *const c_char {
        self.start.as_ptr()
    }
}

// SAFETY: it is a `&CStr`.
unsafe impl Send for CStrPtr<'_> {}
// SAFETY: it is a `&CStr`.
unsafe impl Sync for CStrPtr<'_> {}

impl Deref for CStrPtr<'_> {
    type Target = CStr;

    #[inline]
    fn deref(&self) -> &CStr {
        self.as_c_str()
    }
}

impl<'a> From<&'a CStr> for CStrPtr<'a> {
    #[inline]
    fn from(text: &'a CStr) -> Self {
        CStrPtr::new(text)
    }
}

impl fmt::Debug for CStrPtr<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_c_str().fmt(f)
    }
}
