//! `Str`: UTF-8 with a length; `CStrPtr`: a C string, which ends with a NUL.

use super::slices::Slice;
use crate::model::Layout;
use std::ffi::{CStr, c_char};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use std::str::Utf8Error;

/// `&str` as `{ uint8_t *data; size_t len; }`; as a parameter of a function the two are parameters of their own. The length is in bytes,
/// and no NUL follows; the address may be null if the length is 0. It is a `str` to whoever uses it.
///
/// A string that comes in is checked to be UTF-8 where it is, and not copied, as a `&str` is: its caller leaves the bytes unchanged during the call.
/// The bindings of C# and Python do so by a copy of their own.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Str<'a>(Slice<'a, u8>);

impl<'a> Str<'a> {
    /// None in an `Option` of a string.
    pub(crate) fn null() -> Self {
        Str(Slice::null())
    }

    /// The address and the length, before they are checked.
    pub(crate) fn raw(&self) -> (*const u8, usize) {
        self.0.raw()
    }

    /// The same for as long as the other side likes.
    pub(crate) fn with_lifetime<'b>(self) -> Str<'b> {
        Str(self.0.with_lifetimes())
    }

    pub(crate) fn layout() -> Layout {
        Slice::<u8>::layout()
    }

    /// As Rust's own, with the lifetime of what it borrows.
    #[must_use]
    pub fn as_str(self) -> &'a str {
        // SAFETY: Rust made it of a `str`, or it was checked when it came in.
        unsafe { std::str::from_utf8_unchecked(self.0.as_slice()) }
    }
}

impl Deref for Str<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<'a> From<&'a str> for Str<'a> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Str(text.as_bytes().into())
    }
}

impl<'a> From<&'a String> for Str<'a> {
    #[inline]
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl<'a> From<Str<'a>> for &'a str {
    #[inline]
    fn from(text: Str<'a>) -> Self {
        text.as_str()
    }
}

impl Default for Str<'_> {
    #[inline]
    fn default() -> Self {
        "".into()
    }
}

impl PartialEq for Str<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Str<'_> {}

impl PartialEq<str> for Str<'_> {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Str<'_> {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Str<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Str<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

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
