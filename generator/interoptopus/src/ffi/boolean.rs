//! `Bool`: a byte of which every value has a meaning.

use std::fmt;

/// A byte: 0 is false, anything else is true. Unlike `bool`, it needs no check, and other languages may return it from callbacks.
#[derive(Clone, Copy, Default)]
#[repr(transparent)]
pub struct Bool(u8);

impl Bool {
    /// True, as 1.
    pub const TRUE: Bool = Bool(1);
    /// False.
    pub const FALSE: Bool = Bool(0);

    /// Whether it is true.
    #[must_use]
    pub const fn is(self) -> bool {
        self.0 != 0
    }
}

impl From<bool> for Bool {
    #[inline]
    fn from(value: bool) -> Self {
        Bool(value.into())
    }
}

impl From<Bool> for bool {
    #[inline]
    fn from(value: Bool) -> Self {
        value.is()
    }
}

impl PartialEq for Bool {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.is() == other.is()
    }
}

impl Eq for Bool {}

impl PartialEq<bool> for Bool {
    #[inline]
    fn eq(&self, other: &bool) -> bool {
        self.is() == *other
    }
}

impl std::ops::Not for Bool {
    type Output = Bool;

    #[inline]
    fn not(self) -> Bool {
        (!self.is()).into()
    }
}

impl fmt::Debug for Bool {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.is().fmt(f)
    }
}

impl fmt::Display for Bool {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.is().fmt(f)
    }
}
