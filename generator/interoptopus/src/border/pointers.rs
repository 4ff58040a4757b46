//! Pointees, and raw pointers.

use super::{
    Border, ByBorrow, ByBorrowMut, ByCStr, ByFfiSlice, ByFfiStr, ByFunction, ByNonZero, ByObject, ByValue, Copies, InFields,
    Object, Optional, Plain, Status,
};
use crate::model::{Access, PointerKind, Registry, Type};

/// The way of `&T`.
#[derive(Debug)]
pub enum ByRef {}

/// The way of `&mut T`.
#[derive(Debug)]
pub enum ByMut {}

/// The way of opaque types and `c_void`: only references and pointers to them cross.
#[derive(Debug)]
pub enum BehindPointers {}

/// Why what borrows cannot be behind `&mut`.
pub(crate) const BEHIND_MUT: &str =
    "what is behind `&mut` cannot hold references, which might lead to itself, nor callbacks, which live only for the call";

/// The way of a type that references can lead to.
#[diagnostic::on_unimplemented(
    message = "a reference to this type cannot cross the border",
    label = "no reference crosses to this",
    note = "pass the value itself, or a reference to a struct; of flags a reference to a set: `&ffi::Flags<T>`"
)]
///
/// # Safety
/// References go as [`Shared`](Self::Shared) and [`Exclusive`](Self::Exclusive) say, to an [`Address`](Self::Address), and it is
/// [`OPAQUE`](Self::OPAQUE) if nobody checks and nobody guards what is there.
pub unsafe trait PointeeWay {
    /// The way of `&T`.
    type Shared;
    /// The way of `&mut T`.
    type Exclusive;
    /// What the address of a `T` leads to at the ABI.
    type Address<T: Border>;
    /// Whether only Rust knows what is there.
    const OPAQUE: bool = false;
}

/// A `T` behind a pointer, which is the other side's memory.
///
/// # Safety
/// As of [`Plain`].
#[diagnostic::on_unimplemented(
    message = "a pointer to `{T}` cannot cross the border here",
    label = "nobody can look behind this pointer",
    note = "a service is borrowed by `&T` and `&mut T` in the parameters of functions and methods, and nowhere else: not in callbacks, \
            options, slices, fields or results"
)]
pub unsafe trait Behind<T> {
    /// As [`Plain::CHECKED`].
    const CHECKED: bool;
    /// As [`Plain::BORROWS`].
    const BORROWS: bool;
    /// As [`Plain::LEADS_TO_MEMORY`].
    const LEADS_TO_MEMORY: bool;
    /// As [`Plain::ENDS_WITH_CALL`].
    const ENDS_WITH_CALL: bool;
    /// As [`Plain::RECURS_THROUGH_RAW_POINTERS_ONLY`].
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = ();

    /// As [`Plain::check`].
    ///
    /// # Safety
    /// As of [`Plain::check`].
    unsafe fn check_behind(at: *mut T, copies: &Copies) -> Result<(), Status>;
}

macro_rules! plain_pointees {
    ($($way:ty),*) => {$(
        // SAFETY: it is a reference to what is there.
        unsafe impl PointeeWay for $way {
            type Shared = ByRef;
            type Exclusive = ByMut;
            type Address<T: Border> = T::With<'static>;
        }

        // SAFETY: a plain type says the same of itself.
        unsafe impl<T: Plain> Behind<T> for $way {
            const CHECKED: bool = T::CHECKED;
            const BORROWS: bool = T::BORROWS;
            const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
            const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
            const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

            unsafe fn check_behind(at: *mut T, copies: &Copies) -> Result<(), Status> {
                // SAFETY: the caller's promise is the same.
                unsafe { T::check(at, copies.if_needed_by::<T>()) }
            }
        }
    )*};
}

plain_pointees!(ByValue, InFields, ByRef, ByFunction, ByFfiSlice, ByFfiStr, ByCStr, ByNonZero, Optional<ByNonZero>);

// SAFETY: it says that it is opaque.
unsafe impl PointeeWay for BehindPointers {
    const OPAQUE: bool = true;
    type Shared = ByRef;
    type Exclusive = ByMut;
    type Address<T: Border> = T::With<'static>;
}

// SAFETY: what is inside is Rust's own business.
unsafe impl<T: Border<Way = BehindPointers>> Behind<T> for BehindPointers {
    const CHECKED: bool = false;
    const BORROWS: bool = false;
    const LEADS_TO_MEMORY: bool = false;
    const ENDS_WITH_CALL: bool = false;

    unsafe fn check_behind(_: *mut T, _: &Copies) -> Result<(), Status> {
        Ok(())
    }
}

// SAFETY: an object guards itself.
unsafe impl PointeeWay for ByObject {
    type Shared = ByBorrow;
    type Exclusive = ByBorrowMut;
    type Address<T: Border> = Object<T>;
}

// SAFETY: nobody in other languages looks inside. `c_void` has no lifetimes.
unsafe impl Border for std::ffi::c_void {
    type Way = BehindPointers;
    type With<'h> = std::ffi::c_void;

    fn describe(registry: &mut Registry) -> Type {
        registry.intern(crate::model::TypeKind::Void)
    }
}

macro_rules! raw_pointers {
    ($($pointer:tt: $access:ident),*) => {$(
        // SAFETY: the lifetimes are the pointee's.
        unsafe impl<T: Border> Border for *$pointer T
        where
            T::Way: Behind<T>,
        {
            type Way = ByValue;
            type With<'h> = *$pointer T::With<'h>;

            fn describe(registry: &mut Registry) -> Type {
                let pointee = T::describe(registry);
                registry.pointer(pointee, Access::$access, PointerKind::Raw)
            }
        }

        // SAFETY: any bytes are a raw pointer.
        unsafe impl<T: Border> Plain for *$pointer T
        where
            T::Way: Behind<T>,
        {
            const CHECKED: bool = false;
            const BORROWS: bool = false;
            const HAS_VALUE: bool = false;

            fn is_none(&self) -> bool {
                self.is_null()
            }

            unsafe fn check(_: *mut Self, _: &Copies) -> Result<(), Status> {
                Ok(())
            }
        }
    )*};
}

raw_pointers!(const: Read, mut: Write);
