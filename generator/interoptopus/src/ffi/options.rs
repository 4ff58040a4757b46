//! `Option`: a value, and a byte that says whether it is there.

use crate::model::Layout;
use std::fmt;
use std::mem::{MaybeUninit, offset_of};
use std::option::Option as Maybe;

/// `{ T value; uint8_t is_some; }`, where `value` is meaningless if `is_some` is 0. Rust's own `Option` is the same in signatures; this one
/// also stands in fields, slices and callbacks. Rust writes 1 for what is there, and takes anything but 0 for it.
#[repr(C)]
pub struct Option<T> {
    pub(crate) value: MaybeUninit<T>,
    pub(crate) is_some: u8,
}

impl<T> Option<T> {
    /// No value.
    pub const NONE: Self = Option { value: MaybeUninit::zeroed(), is_some: 0 };

    /// The value `value`.
    #[must_use]
    pub const fn some(value: T) -> Self {
        Option { value: MaybeUninit::new(value), is_some: 1 }
    }

    /// Whether there is a value.
    #[must_use]
    pub const fn is_some(&self) -> bool {
        self.is_some != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.is_some == 0
    }

    /// The value, if there is one.
    #[must_use]
    pub const fn as_ref(&self) -> Maybe<&T> {
        // SAFETY: the value is there, and valid: Rust made it, or it was checked when it came in.
        if self.is_some() { Some(unsafe { self.value.assume_init_ref() }) } else { None }
    }

    pub(crate) fn layout() -> Layout {
        let (value, is_some) = (offset_of!(Self, value), offset_of!(Self, is_some));
        Layout::of::<Self>(&[("value", value, size_of::<T>()), ("is_some", is_some, size_of::<u8>())])
    }

    /// As Rust's own.
    #[must_use]
    pub fn into_option(self) -> Maybe<T> {
        // SAFETY: as above.
        if self.is_some() { Some(unsafe { self.value.assume_init_read() }) } else { None }
    }
}

impl<T> From<Maybe<T>> for Option<T> {
    fn from(value: Maybe<T>) -> Self {
        value.map_or(Option::NONE, Option::some)
    }
}

impl<T> From<Option<T>> for Maybe<T> {
    fn from(value: Option<T>) -> Self {
        value.into_option()
    }
}

impl<T> Default for Option<T> {
    fn default() -> Self {
        Option::NONE
    }
}

impl<T: Copy> Copy for Option<T> {}

impl<T: Copy> Clone for Option<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: PartialEq> PartialEq for Option<T> {
    fn eq(&self, other: &Self) -> bool {
        self.as_ref() == other.as_ref()
    }
}

impl<T: Eq> Eq for Option<T> {}

impl<T: fmt::Debug> fmt::Debug for Option<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_ref().fmt(f)
    }
}
