//! `NonZero` and `NonNull`: an `Option` of one is the same in memory, with zero for none.

use super::callbacks::InCallback;
use super::options::Optional;
use super::references::plain_pointees;
use super::values::given;
use crate::border::memory::{Borrows, Copies};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Behind, Border, Call, Give, HoldsNoStatic, Lend, NonNullWay, NullableWay, Plain, Take};
use crate::model::{Access, PointerKind, Primitive, Registry, Type, TypeKind};
use std::mem::MaybeUninit;
use std::num::NonZero;
use std::ptr::NonNull;

/// The way of types that are never zero in memory.
#[derive(Debug)]
pub enum ByNonZero {}

plain_pointees!(ByNonZero, Optional<ByNonZero>);

// SAFETY: zero is no value of it.
unsafe impl NullableWay for ByNonZero {}

// SAFETY: so it is documented; and if it is not zero, it is a value.
unsafe impl NonNullWay for ByNonZero {
    const CHECKED: bool = false;

    unsafe fn is_none<T>(at: *const T) -> bool {
        // SAFETY: the caller's promise, and any byte is a `u8`.
        (0..size_of::<T>()).fold(0, |any, i| any | unsafe { at.cast::<u8>().add(i).read() }) == 0
    }
}

/// A type that is never zero in memory.
///
/// # Safety
/// Rust promises that its `Option` has the same layout and ABI, with zero for none. All other bytes are a value of it.
pub unsafe trait NeverZero: Plain {
    /// The status of zero.
    const ZERO: Status;
}

macro_rules! non_zeros {
    ($($integer:ident: $primitive:ident),*) => {$(
        // SAFETY: it has no lifetimes.
        unsafe impl Border for NonZero<$integer> {
            type Way = ByNonZero;
            type With<'h> = Self;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                registry.intern(TypeKind::NonZero { primitive: Primitive::$primitive, nullable: false })
            }
        }

        // SAFETY: it has no lifetimes.
        unsafe impl HoldsNoStatic<'_, NonZero<$integer>> for NonZero<$integer> {}

        // SAFETY: so it is documented.
        unsafe impl NeverZero for NonZero<$integer> {
            const ZERO: Status = Status::INVALID;
        }

        // SAFETY: all bytes but zero are a value of it.
        unsafe impl Plain for NonZero<$integer> {
            const CHECKED: bool = true;
            const BORROWS: bool = false;

            #[inline]
            unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
                // SAFETY: the caller's promise.
                unsafe { check_not_zero(at) }
            }
        }
    )*};
}

non_zeros!(i8: I8, i16: I16, i32: I32, i64: I64, i128: I128, isize: Isize);
non_zeros!(u8: U8, u16: U16, u32: U32, u64: U64, u128: U128, usize: Usize);

// SAFETY: the lifetimes are the pointee's.
unsafe impl<T: Border> Border for NonNull<T>
where
    T::Way: Behind<T>,
{
    type Way = ByNonZero;
    type With<'h> = NonNull<T::With<'h>>;

    fn describe(registry: &mut Registry) -> Type {
        let pointee = T::describe(registry);
        registry.pointer(pointee, Access::Write, PointerKind::NonNull)
    }
}

// SAFETY: so it is documented.
unsafe impl<T: Border> NeverZero for NonNull<T>
where
    T::Way: Behind<T>,
{
    const ZERO: Status = Status::NULL;
}

// SAFETY: all bytes but zero are a value of it.
unsafe impl<T: Border> Plain for NonNull<T>
where
    T::Way: Behind<T>,
{
    const CHECKED: bool = true;
    const BORROWS: bool = false;
    const HAS_VALUE: bool = false;

    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the caller's promise.
        unsafe { check_not_zero(at) }
    }
}

/// Checks a value in memory.
///
/// # Safety
/// As of [`Plain::check`].
unsafe fn check_not_zero<T: NeverZero>(at: *const T) -> Result<(), Status> {
    // SAFETY: the bytes are initialised, and any bytes are an option of it.
    unsafe { at.cast::<Option<T>>().read() }.map(|_| ()).ok_or(T::ZERO)
}

// SAFETY: it borrows nothing.
unsafe impl<T: NeverZero> Lend<T> for ByNonZero {
    type Held = MaybeUninit<T::With<'static>>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = T::With<'inner>;
    const BORROWS: Borrows = Borrows::Nothing;

    unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Self::Held, _: &'inner Copies, _: &'call Call) -> T::With<'inner> {
        // SAFETY: only the lifetimes differ, and `hold` has checked it.
        unsafe { held.as_ptr().cast::<T::With<'inner>>().read() }
    }
}

// SAFETY: as above.
unsafe impl<T: NeverZero> Take<T> for ByNonZero {
    type Abi = Option<T::With<'static>>;

    #[inline(always)]
    unsafe fn hold(abi: Self::Abi, _: &Copies) -> Result<Self::Held, Status> {
        abi.map(MaybeUninit::new).ok_or(T::ZERO)
    }
}

// SAFETY: the other side gets what is described.
unsafe impl<T: NeverZero> Give<T> for ByNonZero {
    type Abi = Option<T::With<'static>>;
    type Returns = Valued;
    const LENDS: bool = false;

    unsafe fn give(value: T) -> Result<Self::Abi, Status> {
        // SAFETY: the caller's promise.
        Ok(Some(unsafe { given(value) }))
    }
}

// SAFETY: it is at the ABI what it is in memory.
unsafe impl<T: NeverZero> InCallback<T> for ByNonZero {}
// SAFETY: as above.
unsafe impl<T: NeverZero> InCallback<Option<T>> for Optional<ByNonZero> {}
