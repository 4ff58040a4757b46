//! References and raw pointers.

use super::{
    Border, Borrows, ByBorrow, ByBorrowMut, ByCStr, ByFfiSlice, ByFfiStr, ByFunction, ByObject, ByValue, Extent, Give, InFields,
};
use super::{Lend, Plain, Status, Take, Valued, is_plain_data};
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

/// The way of a type that references can lead to.
#[diagnostic::on_unimplemented(
    message = "a reference to something that goes `{Self}` cannot cross the border",
    label = "no reference crosses to this",
    note = "pass the value itself, or a reference to a struct"
)]
pub trait PointeeWay {
    /// The way of `&T`.
    type Shared;
    /// The way of `&mut T`.
    type Exclusive;
}

/// A `T` behind a pointer, which is the other side's memory.
///
/// # Safety
/// As of [`Plain`].
#[diagnostic::on_unimplemented(
    message = "a pointer to `{T}` cannot cross the border here",
    label = "nobody can look behind this pointer",
    note = "a service is borrowed by `&T` and `&mut T` in the parameters of functions, and nowhere else"
)]
pub unsafe trait Behind<T> {
    /// As [`Plain::CHECKED`].
    const CHECKED: bool;
    /// As [`Plain::BORROWS`].
    const BORROWS: bool;
    /// As [`Plain::RECURS_THROUGH_RAW_POINTERS_ONLY`].
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = ();

    /// As [`Plain::check`].
    ///
    /// # Safety
    /// As of [`Plain::check`].
    unsafe fn check_behind(at: *const T) -> Result<(), Status>;
}

macro_rules! plain_pointees {
    ($($way:ty),*) => {$(
        impl PointeeWay for $way {
            type Shared = ByRef;
            type Exclusive = ByMut;
        }

        // SAFETY: a plain type says the same of itself.
        unsafe impl<T: Plain> Behind<T> for $way {
            const CHECKED: bool = T::CHECKED;
            const BORROWS: bool = T::BORROWS;
            const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

            unsafe fn check_behind(at: *const T) -> Result<(), Status> {
                // SAFETY: the caller's promise is the same.
                unsafe { T::check(at) }
            }
        }
    )*};
}

plain_pointees!(ByValue, InFields, ByRef, ByFunction, ByFfiSlice, ByFfiStr, ByCStr);

impl PointeeWay for BehindPointers {
    type Shared = ByRef;
    type Exclusive = ByMut;
}

// SAFETY: what is inside is Rust's own business.
unsafe impl<T: Border<Way = BehindPointers>> Behind<T> for BehindPointers {
    const CHECKED: bool = false;
    const BORROWS: bool = false;

    unsafe fn check_behind(_: *const T) -> Result<(), Status> {
        Ok(())
    }
}

impl PointeeWay for ByObject {
    type Shared = ByBorrow;
    type Exclusive = ByBorrowMut;
}

// SAFETY: nobody in other languages looks inside. `c_void` has no lifetimes.
unsafe impl Border for std::ffi::c_void {
    type Way = BehindPointers;
    type With<'h> = std::ffi::c_void;

    fn describe(registry: &mut Registry) -> Type {
        registry.intern(crate::model::TypeKind::Void)
    }
}

// ---- References ----

// SAFETY: the lifetimes are the pointee's, and its own.
unsafe impl<'a, T: Border + 'a> Border for &'a T
where
    T::Way: PointeeWay,
{
    type Way = <T::Way as PointeeWay>::Shared;
    type With<'h> = &'h T::With<'h>;

    fn describe(registry: &mut Registry) -> Type {
        let pointee = T::describe(registry);
        registry.pointer(pointee, Access::Read, PointerKind::Reference)
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Border + 'a> Border for &'a mut T
where
    T::Way: PointeeWay,
{
    type Way = <T::Way as PointeeWay>::Exclusive;
    type With<'h> = &'h mut T::With<'h>;

    fn describe(registry: &mut Registry) -> Type {
        let pointee = T::describe(registry);
        registry.pointer(pointee, Access::Write, PointerKind::Reference)
    }
}

/// Checks the pointer, and what it leads to.
///
/// # Safety
/// As of [`Take::hold`].
unsafe fn check_reference<T: Border>(at: *const T) -> Result<(), Status>
where
    T::Way: Behind<T>,
{
    match () {
        () if at.is_null() => Err(Status::NULL),
        () if !at.is_aligned() => Err(Status::INVALID),
        // SAFETY: it is aligned, and the caller says that the rest is fine.
        () if <T::Way as Behind<T>>::CHECKED => unsafe { <T::Way as Behind<T>>::check_behind(at) },
        () => Ok(()),
    }
}

// SAFETY: a reference is an address; it is checked, and so is what it leads to.
unsafe impl<'a, T: Border + 'a> Plain for &'a T
where
    T::Way: PointeeWay + Behind<T>,
{
    const CHECKED: bool = true;
    const BORROWS: bool = true;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = <T::Way as Behind<T>>::RECURS_THROUGH_RAW_POINTERS_ONLY;

    unsafe fn check(at: *const Self) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are a raw pointer; what it leads to, the caller vouches for.
        unsafe { check_reference(at.cast::<*const T>().read()) }
    }
}

// SAFETY: the extent is that of the pointee.
unsafe impl<'a, T: Border + 'a> Lend<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Held = *const T::With<'static>;
    const BORROWS: Borrows = if <T::Way as Behind<T>>::BORROWS { Borrows::Hidden } else { Borrows::Shared };

    unsafe fn lend(held: &mut Self::Held) -> <&'a T as Border>::With<'_> {
        // SAFETY: `hold` has checked it, and only the lifetimes differ, which end with the call.
        unsafe { &*held.cast() }
    }

    fn extent(held: &Self::Held) -> Extent {
        Extent::shared(*held, size_of::<T>())
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Border + 'a> Take<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *const T::With<'static>;

    unsafe fn hold(abi: Self::Abi) -> Result<Self::Held, Status> {
        // SAFETY: the caller's promise.
        unsafe { check_reference::<T>(abi.cast()) }.map(|()| abi)
    }
}

impl<'a, T: Border + 'a> Give<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *const T::With<'static>;
    type Form = Valued;

    fn give(value: &'a T) -> Result<Self::Abi, Status> {
        Ok((&raw const *value).cast())
    }
}

// SAFETY: the extent is that of the pointee, which leads nowhere else.
unsafe impl<'a, T: Border + 'a> Lend<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Held = *mut T::With<'static>;
    const BORROWS: Borrows = Borrows::Exclusive;

    unsafe fn lend(held: &mut Self::Held) -> <&'a mut T as Border>::With<'_> {
        // SAFETY: `hold` has checked it, and only the lifetimes differ, which end with the call. It overlaps nothing that is borrowed.
        unsafe { &mut *held.cast() }
    }

    fn extent(held: &Self::Held) -> Extent {
        Extent::exclusive(held.cast_const(), size_of::<T>())
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Border + 'a> Take<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *mut T::With<'static>;

    unsafe fn hold(abi: Self::Abi) -> Result<Self::Held, Status> {
        const {
            assert!(!<T::Way as Behind<T>>::BORROWS, "what is behind `&mut` cannot hold references: they might lead to itself");
        }
        // SAFETY: the caller's promise.
        unsafe { check_reference::<T>(abi.cast_const().cast()) }.map(|()| abi)
    }
}

impl<'a, T: Plain + 'a> Give<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *mut T::With<'static>;
    type Form = Valued;
    const SOUND: bool = is_plain_data::<T>();

    fn give(value: &'a mut T) -> Result<Self::Abi, Status> {
        Ok((&raw mut *value).cast())
    }
}

// ---- Raw pointers ----

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

            unsafe fn check(_: *const Self) -> Result<(), Status> {
                Ok(())
            }
        }
    )*};
}

raw_pointers!(const: Read, mut: Write);
