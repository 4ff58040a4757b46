//! `Option`: a value, and a byte that says whether it is there.

use crate::border::{Border, ByValue, Copies, Plain, Status};
use crate::model::{Layout, Registry, Type, TypeKind};
use std::fmt;
use std::mem::{MaybeUninit, offset_of};
use std::option::Option as Maybe;

/// `{ T value; uint8_t is_some; }`, where `value` is meaningless if `is_some` is 0. Rust's own `Option` is the same in signatures; this one
/// also stands in fields, slices and callbacks. Rust writes 1 for what is there, and takes anything but 0 for it.
#[repr(C)]
pub struct Option<T> {
    value: MaybeUninit<T>,
    is_some: u8,
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

// SAFETY: the lifetimes are the value's.
unsafe impl<T: Plain> Border for Option<T> {
    type Way = ByValue;
    type With<'h> = Option<T::With<'h>>;
    const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

    fn describe(registry: &mut Registry) -> Type {
        let value = T::describe(registry);
        let fields =
            [("value", offset_of!(Self, value), size_of::<T>()), ("is_some", offset_of!(Self, is_some), size_of::<u8>())];
        registry.intern_with_layout(TypeKind::Option { value }, Layout::of::<Self>(&fields))
    }
}

// SAFETY: it is `repr(C)`; the value is checked if it is there.
unsafe impl<T: Plain> Plain for Option<T> {
    const CHECKED: bool = T::CHECKED;
    const BORROWS: bool = T::BORROWS;
    const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
    const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
    const HAS_VALUE: bool = false;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

    fn is_none(&self) -> bool {
        self.is_some == 0
    }

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        // SAFETY: the byte is initialised; the value is aligned as the whole is, and initialised if it is there.
        unsafe { if T::CHECKED && (*at).is_some != 0 { T::check((&raw mut (*at).value).cast(), copies) } else { Ok(()) } }
    }
}
