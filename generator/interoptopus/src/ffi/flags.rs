//! `Flags`: a set of the variants of an enum, each a bit or several.

use std::fmt;
use std::mem::MaybeUninit;
use std::ops::{BitAnd, BitOr, BitOrAssign, Sub, SubAssign};

/// An enum that is `#[ffi_type(flags)]`.
///
/// # Safety
/// It is laid out as its bits are, each of its variants has some, and [`VARIANTS`](Self::VARIANTS) are all.
#[diagnostic::on_unimplemented(
    message = "there are no sets of `{Self}`",
    label = "not an enum of flags",
    note = "an enum is marked `#[ffi_type(flags)]`, and each variant is a bit: `Read = 1 << 0, Write = 1 << 1, …`"
)]
pub unsafe trait Flag: Copy + 'static {
    /// The integer that a set is.
    type Bits: Bits;

    /// Each variant.
    const VARIANTS: &'static [Self];

    /// Its bits.
    fn into_bits(self) -> Self::Bits;
}

mod sealed {
    pub trait Sealed {}
}

/// An integer whose bits are flags.
pub trait Bits: sealed::Sealed + Copy + Eq + std::hash::Hash + std::fmt::Binary + 'static {
    /// No bit.
    const NONE: Self;

    /// The bits of either.
    #[must_use]
    fn or(self, other: Self) -> Self;

    /// The bits of both.
    #[must_use]
    fn and(self, other: Self) -> Self;

    /// The bits that are not in `other`.
    #[must_use]
    fn without(self, other: Self) -> Self;

    /// The count of its bits.
    fn count(self) -> u32;
}

macro_rules! bits {
    ($($ty:ty),*) => {$(
        impl sealed::Sealed for $ty {}

        impl Bits for $ty {
            const NONE: Self = 0;

            #[inline]
            fn or(self, other: Self) -> Self {
                self | other
            }

            #[inline]
            fn and(self, other: Self) -> Self {
                self & other
            }

            #[inline]
            fn without(self, other: Self) -> Self {
                self & !other
            }

            #[inline]
            fn count(self) -> u32 {
                self.count_ones()
            }
        }
    )*};
}

bits!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

/// A set of flags: at the ABI the integer that is the `repr` of the enum, in which only bits are set that its variants have; Rust refuses others.
///
/// ```
/// use interoptopus::{ffi, ffi_type};
///
/// #[ffi_type(flags)]
/// #[repr(u8)]
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// pub enum Access {
///     Read = 1 << 0,
///     Write = 1 << 1,
/// }
///
/// let both = Access::Read | Access::Write;
/// assert!(both.contains(Access::Read));
/// assert_eq!((both - Access::Read).bits(), 2);
/// const BOTH: ffi::Flags<Access> = ffi::Flags::of(&[Access::Read, Access::Write]);
/// assert_eq!(both, BOTH);
/// ```
#[repr(transparent)]
pub struct Flags<E: Flag>(E::Bits);

impl<E: Flag> Flags<E> {
    /// No flag.
    #[must_use]
    pub const fn empty() -> Self {
        Flags(E::Bits::NONE)
    }

    /// Every flag.
    #[must_use]
    pub const fn all() -> Self {
        Flags::of(E::VARIANTS)
    }

    /// Each of `flags`, also in constants.
    #[must_use]
    pub const fn of(flags: &[E]) -> Self {
        let mut set = MaybeUninit::<E::Bits>::zeroed();
        let bytes = set.as_mut_ptr().cast::<u8>();
        let mut flag = 0;
        while flag < flags.len() {
            let mut byte = 0;
            while byte < size_of::<E::Bits>() {
                // SAFETY: a flag is laid out as its bits are, an integer, and both have this many bytes.
                unsafe { *bytes.add(byte) |= *flags.as_ptr().add(flag).cast::<u8>().add(byte) };
                byte += 1;
            }
            flag += 1;
        }
        // SAFETY: any bytes are an integer.
        Flags(unsafe { set.assume_init() })
    }

    /// The set with these bits; none if there is one that no flag has.
    #[must_use]
    pub fn from_bits(bits: E::Bits) -> Option<Self> {
        (bits.without(Self::all().0) == E::Bits::NONE).then_some(Flags(bits))
    }

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> E::Bits {
        self.0
    }

    /// Whether there is no flag.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == E::Bits::NONE
    }

    /// Whether all of `flags` are in it.
    #[must_use]
    pub fn contains(self, flags: impl Into<Self>) -> bool {
        flags.into().0.without(self.0) == E::Bits::NONE
    }

    /// Adds `flags`.
    pub fn insert(&mut self, flags: impl Into<Self>) {
        self.0 = self.0.or(flags.into().0);
    }

    /// Takes out `flags`.
    pub fn remove(&mut self, flags: impl Into<Self>) {
        self.0 = self.0.without(flags.into().0);
    }

    /// The flags of a single bit that are in it, in the order of declaration.
    pub fn iter(self) -> impl Iterator<Item = E> {
        E::VARIANTS.iter().copied().filter(move |flag| flag.into_bits().count() == 1 && self.contains(*flag))
    }
}

impl<E: Flag> From<E> for Flags<E> {
    fn from(flag: E) -> Self {
        Flags(flag.into_bits())
    }
}

impl<E: Flag> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(flags: I) -> Self {
        flags.into_iter().fold(Flags::empty(), |set, flag| set | flag)
    }
}

impl<E: Flag, F: Into<Flags<E>>> BitOr<F> for Flags<E> {
    type Output = Self;

    fn bitor(self, flags: F) -> Self {
        Flags(self.0.or(flags.into().0))
    }
}

impl<E: Flag, F: Into<Flags<E>>> BitAnd<F> for Flags<E> {
    type Output = Self;

    fn bitand(self, flags: F) -> Self {
        Flags(self.0.and(flags.into().0))
    }
}

impl<E: Flag, F: Into<Flags<E>>> Sub<F> for Flags<E> {
    type Output = Self;

    fn sub(self, flags: F) -> Self {
        Flags(self.0.without(flags.into().0))
    }
}

impl<E: Flag, F: Into<Flags<E>>> BitOrAssign<F> for Flags<E> {
    fn bitor_assign(&mut self, flags: F) {
        self.insert(flags);
    }
}

impl<E: Flag, F: Into<Flags<E>>> SubAssign<F> for Flags<E> {
    fn sub_assign(&mut self, flags: F) {
        self.remove(flags);
    }
}

impl<E: Flag> Copy for Flags<E> {}

impl<E: Flag> Clone for Flags<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E: Flag> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<E: Flag> Eq for Flags<E> {}

impl<E: Flag> std::hash::Hash for Flags<E> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<E: Flag> Default for Flags<E> {
    fn default() -> Self {
        Flags::empty()
    }
}

/// The bits, such as `Flags(0b101)`: an enum of flags need not be `Debug`.
impl<E: Flag> fmt::Debug for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({:#b})", self.0)
    }
}
