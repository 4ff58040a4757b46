//! `&T` and `&mut T`.

use crate::border::memory::{AddressRange, Borrows, Copies, CopyIn, CopyInOut};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{
    BEHIND_MUT, Behind, Border, Call, Give, Lend, NonNullWay, NullableWay, Plain, PointeeWay, Take, is_plain_data,
};
use crate::model::{Access, PointerKind, Registry, Type};

/// The way of `&T`.
#[derive(Debug)]
pub enum ByRef {}

/// The way of `&mut T`.
#[derive(Debug)]
pub enum ByMut {}

/// Ways of plain types, to which references lead.
macro_rules! plain_pointees {
    ($($way:ty),*) => {$(
        // SAFETY: it is a reference to what is there.
        unsafe impl $crate::border::traits::PointeeWay for $way {
            type Shared = $crate::border::constructs::references::ByRef;
            type Exclusive = $crate::border::constructs::references::ByMut;
            type Address<T: $crate::border::traits::Border> = T::With<'static>;
        }

        // SAFETY: a plain type says the same of itself.
        unsafe impl<T: $crate::border::traits::Plain> $crate::border::traits::Behind<T> for $way {
            const CHECKED: bool = T::CHECKED;
            const BORROWS: bool = T::BORROWS;
            const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
            const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
            const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

            unsafe fn check_behind(at: *mut T, copies: &$crate::border::memory::Copies) -> Result<(), $crate::border::outcomes::Status> {
                // SAFETY: the caller's promise is the same.
                unsafe { T::check(at, copies.if_needed(T::ENDS_WITH_CALL)) }
            }
        }
    )*};
}

pub(super) use plain_pointees;

plain_pointees!(ByRef);

// SAFETY: it is an address, which can be null.
unsafe impl NullableWay for ByRef {}
// SAFETY: it is an address, which can be null.
unsafe impl NullableWay for ByMut {}

// SAFETY: Rust documents that the `Option` of such an address has null for none.
unsafe impl NonNullWay for ByRef {}

// SAFETY: the lifetimes are the pointee's, and its own.
unsafe impl<'a, T: Border + 'a> Border for &'a T
where
    T::Way: PointeeWay,
{
    type Way = <T::Way as PointeeWay>::Shared;
    type With<'h> = &'h T::With<'h>;
    const LEADS_TO_OPAQUE: bool = <T::Way as PointeeWay>::OPAQUE || T::LEADS_TO_OPAQUE;
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
    const LEADS_TO_OPAQUE: bool = <T::Way as PointeeWay>::OPAQUE || T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = <T::Way as PointeeWay>::OPAQUE || T::NEEDS_CONTRACT;

    fn describe(registry: &mut Registry) -> Type {
        let pointee = T::describe(registry);
        registry.pointer(pointee, Access::Write, PointerKind::Reference)
    }
}

/// Checks the pointer, and its pointee if that is checked: a copy, whose address it returns.
///
/// # Safety
/// As of [`Take::hold`].
#[inline(always)]
unsafe fn checked_pointee<T: Border>(at: *const T, copies: &Copies) -> Result<*mut T, Status>
where
    T::Way: Behind<T>,
{
    match () {
        () if at.is_null() => Err(Status::NULL),
        () if !at.is_aligned() => Err(Status::INVALID),
        () if <T::Way as Behind<T>>::CHECKED => {
            // SAFETY: it is not null and aligned, and the caller says that the rest is fine.
            let local = unsafe { copies.of(at, 1) }?;
            // SAFETY: nobody else knows of the copy; the rest is the caller's promise.
            unsafe { <T::Way as Behind<T>>::check_behind(local, copies) }?;
            Ok(local)
        }
        () => Ok(at.cast_mut()),
    }
}

// SAFETY: a reference is an address; it is checked, and so is what it leads to.
unsafe impl<'a, T: Border + 'a> Plain for &'a T
where
    T::Way: PointeeWay + Behind<T>,
{
    const CHECKED: bool = true;
    const BORROWS: bool = true;
    const ENDS_WITH_CALL: bool = <T::Way as Behind<T>>::CHECKED;
    const HAS_VALUE: bool = false;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = <T::Way as Behind<T>>::RECURS_THROUGH_RAW_POINTERS_ONLY;

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        let at = at.cast::<*const T>();
        // SAFETY: the bytes are initialised, and any bytes are a raw pointer; what it leads to, the caller vouches for.
        unsafe { at.write(checked_pointee(at.read(), copies)?) };
        Ok(())
    }
}

// SAFETY: the range is that of the pointee.
unsafe impl<'a, T: Border + 'a> Lend<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Held = CopyIn<T::With<'static>>;
    type Gives = T;
    type Lent<'own, 'inner: 'own, 'call> = &'own T::With<'inner>;
    const OWN_ENDS: bool = <T::Way as Behind<T>>::CHECKED;
    const INNER_ENDS: bool = <T::Way as Behind<T>>::ENDS_WITH_CALL;
    const BORROWS: Borrows = if <T::Way as Behind<T>>::LEADS_TO_MEMORY { Borrows::Hidden } else { Borrows::Shared };

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        _: &'inner Copies,
        _: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call> {
        // SAFETY: `hold` has checked it, and only the lifetimes differ, which end with the call.
        unsafe { &*held.lend().cast() }
    }

    fn address_range(held: &Self::Held) -> AddressRange {
        AddressRange::shared(held.caller, size_of::<T>())
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Border + 'a> Take<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *const T::With<'static>;

    #[inline(always)]
    unsafe fn hold(abi: Self::Abi, copies: &Copies) -> Result<Self::Held, Status> {
        // SAFETY: the caller's promise.
        let local = unsafe { checked_pointee::<T>(abi.cast(), copies) }?;
        Ok(CopyIn::new(abi, 1, local.cast()))
    }
}

// SAFETY: the other side gets what is described.
unsafe impl<'a, T: Border + 'a> Give<&'a T> for ByRef
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *const T::With<'static>;
    type Returns = Valued;

    unsafe fn give(value: &'a T) -> Result<Self::Abi, Status> {
        Ok((&raw const *value).cast())
    }
}

// SAFETY: the range is that of the pointee, which leads nowhere else.
unsafe impl<'a, T: Border + 'a> Lend<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Held = CopyInOut<T::With<'static>>;
    type Gives = T;
    type Lent<'own, 'inner: 'own, 'call> = &'own mut T::With<'inner>;
    const OWN_ENDS: bool = <T::Way as Behind<T>>::CHECKED;
    const INNER_ENDS: bool = <T::Way as Behind<T>>::ENDS_WITH_CALL;
    const BORROWS: Borrows = Borrows::Exclusive;
    const FAULT: &'static str = if <T::Way as Behind<T>>::BORROWS { BEHIND_MUT } else { "" };

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        _: &'inner Copies,
        _: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call> {
        // SAFETY: `hold` has checked it, and only the lifetimes differ, which end with the call. It overlaps nothing that is borrowed.
        unsafe { &mut *held.lend().cast() }
    }

    fn address_range(held: &Self::Held) -> AddressRange {
        AddressRange::exclusive(held.caller.cast_const(), size_of::<T>())
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Border + 'a> Take<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *mut T::With<'static>;

    #[inline(always)]
    unsafe fn hold(abi: Self::Abi, copies: &Copies) -> Result<Self::Held, Status> {
        // SAFETY: the caller's promise.
        let local = unsafe { checked_pointee::<T>(abi.cast_const().cast(), copies) }?;
        Ok(CopyInOut::new(abi, 1, local.cast()))
    }
}

// SAFETY: as above.
unsafe impl<'a, T: Plain + 'a> Give<&'a mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    type Abi = *mut T::With<'static>;
    type Returns = Valued;
    const SOUND: bool = is_plain_data::<T>();

    unsafe fn give(value: &'a mut T) -> Result<Self::Abi, Status> {
        Ok((&raw mut *value).cast())
    }
}
