//! `&T` and `&mut T`.

use super::pointer::BEHIND_MUT;
use super::{
    Behind, Border, Borrows, ByMut, ByRef, Call, Extent, Give, Lend, Plain, PointeeWay, Status, Take, Valued, is_plain_data,
};
use crate::model::{Access, PointerKind, Registry, Type};

// SAFETY: the lifetimes are the pointee's, and its own.
unsafe impl<'a, T: Border + 'a> Border for &'a T
where
    T::Way: PointeeWay,
{
    type Way = <T::Way as PointeeWay>::Shared;
    type With<'h> = &'h T::With<'h>;
    const NEEDS_CONTRACT: bool = <T::Way as PointeeWay>::OPAQUE || T::NEEDS_CONTRACT;

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
    const NEEDS_CONTRACT: bool = <T::Way as PointeeWay>::OPAQUE || T::NEEDS_CONTRACT;

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
    const HAS_VALUE: bool = false;
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
    type Gives = T;
    type Lent<'frame, 'call> = &'frame T::With<'frame>;
    const BORROWS: Borrows = if <T::Way as Behind<T>>::LEADS_TO_MEMORY { Borrows::Hidden } else { Borrows::Shared };

    unsafe fn lend<'frame, 'call>(held: &'frame mut Self::Held, _: &'call Call) -> Self::Lent<'frame, 'call> {
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
    type Gives = T;
    type Lent<'frame, 'call> = &'frame mut T::With<'frame>;
    const BORROWS: Borrows = Borrows::Exclusive;
    const FAULT: &'static str = if <T::Way as Behind<T>>::BORROWS { BEHIND_MUT } else { "" };

    unsafe fn lend<'frame, 'call>(held: &'frame mut Self::Held, _: &'call Call) -> Self::Lent<'frame, 'call> {
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
