//! The lifetimes that a caller can give: nothing that it passes lives for ever.
//!
//! A lifetime that is written out, an alias or a type argument can hide a `'static` anywhere in a type. What lives for the call is the type with all
//! lifetimes replaced; a field that stays what it was while these are replaced holds a `'static`, and its type cannot be a parameter. It may be
//! a result or a constant, so that only the ways in ask.

use crate::ffi;
use crate::ffi::flags::Flag;
use std::ffi::{CStr, c_void};
use std::marker::PhantomData;
use std::ptr::NonNull;

/// A type that a caller can give a value of, which lives for `'h` with all that it leads to: then it is an `As`.
///
/// Of a composite each field has to be `HoldsNoStatic` for every `'h`, as its type with the lifetimes of the composite replaced. The macro leaves the implementation out where a field says `'static`, so that these words are said.
///
/// # Safety
/// `As` is the type with each of its lifetimes replaced by `'h`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds a `'static` borrow, and cannot be in a parameter: what a caller passes lives for the time of the call",
    label = "holds what lives for ever",
    note = "give the type a lifetime and let its fields have it, as in `struct Named<'a> {{ name: ffi::Str<'a> }}`; results and constants may hold \
            `'static`"
)]
pub unsafe trait HoldsNoStatic<'h, As> {}

/// The field `N` of a composite: so that the bounds of two fields, which may differ only by lifetimes, are not taken for each other.
#[derive(Debug)]
pub struct InField<const N: u32, T>(PhantomData<T>);

// SAFETY: its lifetimes are those of what is in it.
unsafe impl<'h, const N: u32, T: HoldsNoStatic<'h, U>, U> HoldsNoStatic<'h, InField<N, U>> for InField<N, T> {}

macro_rules! with_lifetimes {
    ($([$($generics:tt)*] $ty:ty => $as:ty $(where $inner:ident => $lent:ident)?;)*) => {
        // SAFETY: each line shows it.
        $(unsafe impl<'h, $($generics)*> HoldsNoStatic<'h, $as> for $ty $(where $inner: HoldsNoStatic<'h, $lent>)? {})*
    };
}

macro_rules! without_lifetimes {
    ($($ty:ty),*) => {
        // SAFETY: there is no lifetime to replace.
        $(unsafe impl HoldsNoStatic<'_, $ty> for $ty {})*
    };
}

without_lifetimes!((), bool, char, f32, f64, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, ffi::Bool, c_void);

with_lifetimes! {
    [E: Flag] ffi::Flags<E> => ffi::Flags<E>;
    [] ffi::Str<'_> => ffi::Str<'h>;
    [] ffi::CStrPtr<'_> => ffi::CStrPtr<'h>;
    [] &str => &'h str;
    [] &CStr => &'h CStr;
    [T, U: 'h] &T => &'h U where T => U;
    [T, U: 'h] &mut T => &'h mut U where T => U;
    [T, U: 'h] &[T] => &'h [U] where T => U;
    [T, U: 'h] &mut [T] => &'h mut [U] where T => U;
    [T, U: 'h] ffi::Slice<'_, T> => ffi::Slice<'h, U> where T => U;
    [T, U: 'h] ffi::SliceMut<'_, T> => ffi::SliceMut<'h, U> where T => U;
    [T, U] Option<T> => Option<U> where T => U;
    [T, U] ffi::Option<T> => ffi::Option<U> where T => U;
    [T, U, const N: usize] [T; N] => [U; N] where T => U;
    [] String => String;
    [] Box<str> => Box<str>;
    [T, U] Box<[T]> => Box<[U]> where T => U;
    [T, U] Vec<T> => Vec<U> where T => U;
    // Bytes: what they lead to is their author's affair.
    [T, U] *const T => *const U;
    [T, U] *mut T => *mut U;
    [T, U] NonNull<T> => NonNull<U>;
    [T: ?Sized, U: ?Sized] PhantomData<T> => PhantomData<U>;
}
