//! Callbacks: named function pointers that other languages hand in.

use super::{
    Behind, Border, Borrows, ByCStr, ByFfiSlice, ByFfiSliceMut, ByFfiStr, ByMut, ByRef, ByValue, Call, Describe, Lend, Optional,
    Plain,
};
use super::{PointeeWay, Status, Take, is_plain_data};
use crate::ffi;

/// The way of callbacks: a function pointer that is not null.
#[derive(Debug)]
pub enum ByFunction {}

/// What the macro makes of a type alias for an `extern "C" fn`.
///
/// # Safety
/// It is a transparent newtype of a function pointer.
pub unsafe trait Callback: Border<Way = ByFunction> + Copy + 'static {}

// SAFETY: it borrows nothing.
unsafe impl<T: Callback> Lend<T> for ByFunction {
    type Held = T;
    type Lent<'frame, 'call> = T::With<'call>;
    const BORROWS: Borrows = Borrows::NOTHING;

    unsafe fn lend<'frame, 'call>(held: &'frame mut T, _: &'call Call) -> T::With<'call> {
        // SAFETY: a callback has no lifetimes, so that this is the same type.
        unsafe { (&raw const *held).cast::<T::With<'call>>().read() }
    }
}

// SAFETY: as above.
unsafe impl<T: Callback> Take<T> for ByFunction {
    type Abi = Option<T>;

    unsafe fn hold(abi: Option<T>) -> Result<T, Status> {
        abi.ok_or(Status::NULL)
    }
}

/// The way of what may be a parameter of a callback: there it is one, and written as it is at the ABI.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a parameter of a callback",
    label = "not in an `extern \"C\" fn` type",
    note = "an `extern \"C\" fn` says what it is at the ABI: write `ffi::Slice<T>` for `&[T]`, `ffi::Str` for `&str`, and `ffi::Option<T>` for \
            `Option<T>`"
)]
pub trait InCallback<T> {
    /// Whether the callee can write only what is a value of its type.
    const SOUND: bool = true;
}

impl<T: Plain> InCallback<T> for ByValue {}
impl<T: Plain> InCallback<ffi::Slice<'_, T>> for ByFfiSlice {}
impl InCallback<ffi::Str<'_>> for ByFfiStr {}
impl InCallback<ffi::CStrPtr<'_>> for ByCStr {}
impl InCallback<Option<ffi::CStrPtr<'_>>> for Optional<ByCStr> {}
impl<T: Border> InCallback<&T> for ByRef where T::Way: PointeeWay + Behind<T> {}
impl<T: Border> InCallback<Option<&T>> for Optional<ByRef> where T::Way: PointeeWay + Behind<T> {}

impl<T: Border> InCallback<&mut T> for ByMut
where
    T::Way: PointeeWay + Behind<T>,
{
    const SOUND: bool = !<T::Way as Behind<T>>::CHECKED;
}

impl<T: Border> InCallback<Option<&mut T>> for Optional<ByMut>
where
    T::Way: PointeeWay + Behind<T>,
{
    const SOUND: bool = !<T::Way as Behind<T>>::CHECKED;
}

impl<T: Plain> InCallback<ffi::SliceMut<'_, T>> for ByFfiSliceMut {
    const SOUND: bool = is_plain_data::<T>();
}

/// How a callback's parameter of type `T` describes itself.
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
pub unsafe fn check_function<T: Callback>(at: *const T) -> Result<(), Status> {
    // SAFETY: the bytes are initialised, and any bytes are a raw pointer.
    if unsafe { at.cast::<*const u8>().read() }.is_null() { Err(Status::NULL) } else { Ok(()) }
}
