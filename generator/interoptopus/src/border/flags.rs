//! Flags: enums of which each variant is a bit, and whose sets cross.

use super::{Border, ByValue, Copies, Plain, Status};
use crate::ffi::Flags;
use crate::model::{Registry, Type};

/// The way of an enum that is `#[ffi_type(flags)]`: none, because only sets of it cross, `ffi::Flags`.
#[derive(Debug)]
pub enum InFlags {}

/// An enum that is `#[ffi_type(flags)]`.
///
/// # Safety
/// It is laid out as its bits are, each of its variants has some, and [`VARIANTS`](Self::VARIANTS) are all.
#[diagnostic::on_unimplemented(
    message = "there are no sets of `{Self}`",
    label = "not an enum of flags",
    note = "an enum is marked `#[ffi_type(flags)]`, and each variant is a bit: `Read = 1 << 0, Write = 1 << 1, …`"
)]
pub unsafe trait Flag: Border<Way = InFlags> + Copy + 'static {
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
pub trait Bits: Plain + sealed::Sealed + Copy + Eq + std::hash::Hash + std::fmt::Binary + 'static {
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

    /// How many there are.
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

// SAFETY: an enum of flags has no lifetimes.
unsafe impl<E: Flag> Border for Flags<E> {
    type Way = ByValue;
    type With<'h> = Flags<E>;

    fn describe(registry: &mut Registry) -> Type {
        E::describe(registry)
    }
}

// SAFETY: it is an integer, whose bits are checked.
unsafe impl<E: Flag> Plain for Flags<E> {
    const CHECKED: bool = true;
    const BORROWS: bool = false;

    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are an integer.
        let bits = unsafe { at.cast::<E::Bits>().read() };
        if Flags::<E>::from_bits(bits).is_some() { Ok(()) } else { Err(Status::INVALID) }
    }
}
