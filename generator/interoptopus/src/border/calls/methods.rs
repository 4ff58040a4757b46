//! The functions that the shims of methods call besides, and those that free objects and end borrows.

use super::shims::give;
use crate::border::constructs::{Service, This};
use crate::border::objects::{Entered, Object};
use crate::border::outcomes::{Status, Stop};
use crate::border::traits::{Abi, Border, Give};

/// Enters the object of a method.
///
/// # Errors
/// It is null, or in use by a call that excludes this one.
///
/// # Safety
/// `this` is null or an object that was not freed.
#[inline]
pub unsafe fn enter<T: Service>(this: This<T>, exclusive: bool) -> Result<Entered<T>, Stop> {
    // SAFETY: the caller's promise.
    unsafe { Entered::new(this, exclusive) }.map_err(|status| Stop::refused(status, "self"))
}

/// The result of a method that lends.
#[derive(Debug)]
pub struct LentResult<A> {
    /// Whether it leads to memory that is lent.
    is_lent: bool,
    /// The value at the ABI.
    value: Result<A, Stop>,
}

/// Whether a method can lend an `R`.
#[must_use]
pub const fn lends<R: Border>() -> bool
where
    R::Way: Give<R>,
{
    <R::Way as Give<R>>::LENDS
}

/// The result at the ABI of a method that lends `value`.
///
/// # Safety
/// As of [`give`].
#[inline]
pub unsafe fn lent<R: Border>(value: R) -> LentResult<Abi<R>>
where
    R::Way: Give<R>,
{
    // SAFETY: the caller's promise.
    LentResult { is_lent: lends::<R>() && <R::Way as Give<R>>::is_lent(&value), value: unsafe { give::<R>(value) } }
}

/// Hands over the result of a method that lends of the object which it has entered.
///
/// # Errors
/// The status of the error that the value is.
#[inline]
pub fn give_lent<A, T>(LentResult { is_lent, value }: LentResult<A>, entered: Entered<T>) -> Result<A, Stop> {
    let value = value?;
    if is_lent {
        entered.lend();
    }
    Ok(value)
}

/// For `<service>_destroy`.
///
/// # Safety
/// `this` is null or an object that was not closed.
pub unsafe fn destroy<T: Service>(this: This<T>) {
    // SAFETY: the caller's promise.
    unsafe { Object::close(this) }
}

/// For `<service>_release`.
///
/// # Safety
/// `this` is null or an object that was not freed.
pub unsafe fn release<T: Service>(this: This<T>) -> Status {
    // SAFETY: the caller's promise.
    unsafe { Object::release(this) }
}
