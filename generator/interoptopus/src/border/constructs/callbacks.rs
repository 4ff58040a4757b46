//! Callbacks: named function pointers that other languages hand in.

use super::options::Optional;
use super::references::{ByMut, ByRef, plain_pointees};
use super::slices::{ByFfiSlice, ByFfiSliceMut};
use super::strings::{ByCStr, ByFfiStr};
use super::values::ByValue;
use crate::border::descriptions::{Describe, Named, ParameterInfo, parameters};
use crate::border::memory::{Borrows, Copies};
use crate::border::outcomes::Status;
use crate::border::traits::{Behind, Border, Call, Lend, NonNullWay, NullableWay, Plain, PointeeWay, Take, is_plain_data};
use crate::ffi;
use crate::model::{Callback as CallbackModel, Registry, Type};
use std::marker::PhantomData;

/// The way of callbacks: a function pointer that is not null.
#[derive(Debug)]
pub enum ByFunction {}

plain_pointees!(ByFunction);

// SAFETY: it is an address, which can be null.
unsafe impl NullableWay for ByFunction {}

// SAFETY: Rust documents that the `Option` of such an address has null for none.
unsafe impl NonNullWay for ByFunction {}

/// A type that the macro makes of a type alias for an `extern "C" fn`.
///
/// # Safety
/// It is a transparent newtype of a function pointer, and its lifetime is that of [`ForTheCall`].
pub unsafe trait Callback: Border<Way = ByFunction> + Copy {}

/// A function pointer that the other side may free when the call is over. Nothing safe yields it, so that nobody keeps it.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct ForTheCall<'call, F> {
    function: F,
    call: PhantomData<&'call ()>,
}

impl<F: Copy> ForTheCall<'_, F> {
    /// One of Rust's own, which lives for ever.
    #[must_use]
    pub const fn new(function: F) -> Self {
        ForTheCall { function, call: PhantomData }
    }

    /// The function pointer.
    ///
    /// # Safety
    /// It is called during the call, and not kept.
    #[inline(always)]
    #[must_use]
    pub const unsafe fn get(self) -> F {
        self.function
    }
}

/// `this` as a closure that has captured a `T`: so it can be called like a function, while the call goes straight through the pointer, because
/// the compiler knows the closure.
///
/// # Safety
/// `like` has captured a `MaybeUninit<T>`, which it takes for a `T`, and nothing else.
#[inline(always)]
#[must_use]
pub unsafe fn callable<T, F>(this: &T, like: F) -> &F {
    const {
        assert!(size_of::<F>() == size_of::<T>() && align_of::<F>() == align_of::<T>(), "a closure is what it has captured");
    }
    std::mem::forget(like);
    // SAFETY: a closure that has captured a `T` is a `T` in memory, since there is no room for anything else.
    unsafe { &*(&raw const *this).cast() }
}

// SAFETY: it leads to no memory that an argument could overlap.
unsafe impl<T: Callback> Lend<T> for ByFunction {
    type Held = T;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = T::With<'call>;
    const BORROWS: Borrows = Borrows::Nothing;

    unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut T, _: &'inner Copies, _: &'call Call) -> T::With<'call> {
        // SAFETY: only the lifetimes differ, which end with the call.
        unsafe { (&raw const *held).cast::<T::With<'call>>().read() }
    }
}

// SAFETY: as above.
unsafe impl<T: Callback> Take<T> for ByFunction {
    type Abi = Option<T>;

    #[inline(always)]
    unsafe fn hold(abi: Option<T>, _: &Copies) -> Result<T, Status> {
        abi.ok_or(Status::NULL)
    }
}

/// The way of types that may be a parameter of a callback: one, which is written as it is at the ABI.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a parameter of a callback",
    label = "not in an `extern \"C\" fn` type",
    note = "an `extern \"C\" fn` says what it is at the ABI: write `ffi::Slice<T>` for `&[T]`, `ffi::Str` for `&str`, and `ffi::Option<T>` for \
            `Option<T>`; a service is no parameter of a callback"
)]
///
/// # Safety
/// A `T` is at the ABI what its description says, and what this says of it is true.
pub unsafe trait InCallback<T> {
    /// Whether the callee can write only what is a value of its type.
    const SOUND: bool = true;
}

// SAFETY: it is at the ABI what it is in memory.
unsafe impl<T: Plain> InCallback<T> for ByValue {}
// SAFETY: as above.
unsafe impl<T: Plain> InCallback<ffi::Slice<'_, T>> for ByFfiSlice {}
// SAFETY: as above.
unsafe impl InCallback<ffi::Str<'_>> for ByFfiStr {}
// SAFETY: as above.
unsafe impl InCallback<ffi::CStrPtr<'_>> for ByCStr {}
// SAFETY: as above.
unsafe impl InCallback<Option<ffi::CStrPtr<'_>>> for Optional<ByCStr> {}
// SAFETY: as above.
unsafe impl<T: Border> InCallback<&T> for ByRef where T::Way: PointeeWay + Behind<T> {}
// SAFETY: as above.
unsafe impl<T: Border> InCallback<Option<&T>> for Optional<ByRef> where T::Way: PointeeWay + Behind<T> {}

// SAFETY: as above.
unsafe impl<T: Border> InCallback<&mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    const SOUND: bool = !<T::Way as Behind<T>>::CHECKED;
}

// SAFETY: as above.
unsafe impl<T: Border> InCallback<Option<&mut T>> for Optional<ByMut>
where
    T::Way: PointeeWay + Behind<T>,
{
    const SOUND: bool = !<T::Way as Behind<T>>::CHECKED;
}

// SAFETY: as above.
unsafe impl<T: Plain> InCallback<ffi::SliceMut<'_, T>> for ByFfiSliceMut {
    const SOUND: bool = is_plain_data::<T>();
}

/// The description of a callback's parameter of type `T`.
///
/// # Panics
/// If the callee could write a value to it that its type does not have: at compile time.
#[must_use]
pub const fn callback_parameter<T: Border>() -> Describe
where
    T::Way: InCallback<T>,
{
    assert!(<T::Way as InCallback<T>>::SOUND, "a callback could write a value to it that its type does not have");
    T::describe
}

/// Checks a callback in memory.
///
/// # Errors
/// It is null.
///
/// # Safety
/// As of [`Plain::check`].
pub unsafe fn check_function<T: Callback>(at: *mut T) -> Result<(), Status> {
    // SAFETY: the bytes are initialised, and any bytes are a raw pointer.
    if unsafe { at.cast::<*const u8>().read() }.is_null() { Err(Status::NULL) } else { Ok(()) }
}

/// Describes the callback `T`.
///
/// # Safety
/// The description is true of `T`.
pub unsafe fn describe_callback<T>(registry: &mut Registry, named: Named, takes: &[ParameterInfo], returns: Describe) -> Type {
    registry.define_callback::<T>(|registry| CallbackModel {
        head: named.head(),
        parameters: parameters(registry, takes),
        returns: returns(registry),
    })
}
