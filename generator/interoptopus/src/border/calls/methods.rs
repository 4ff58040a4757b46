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

/// Hands over what a method lends, of the object that it has entered.
///
/// # Errors
/// The status of the error that the value is.
#[inline]
pub fn give_lent<A, T>((lent, abi): (bool, Result<A, Stop>), entered: Entered<T>) -> Result<A, Stop> {
    let abi = abi?;
    if lent {
        entered.lend();
    }
    Ok(abi)
}

/// Whether `value` has something that is lent, and what it is at the ABI.
///
/// # Safety
/// As of [`give`].
#[inline]
pub unsafe fn lent<R: Border>(value: R) -> (bool, Result<Abi<R>, Stop>)
where
    R::Way: Give<R>,
{
    // SAFETY: the caller's promise.
    (<R::Way as Give<R>>::is_lent(&value), unsafe { give::<R>(value) })
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
