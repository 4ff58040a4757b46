//! `Str`: UTF-8 with a length.

use super::slices::Slice;
use crate::model::Layout;
use std::fmt;
use std::ops::Deref;

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
