//! Services: objects go out once, and are borrowed by each call.

use super::object::Entered;
use super::{Abi, Border, Borrows, Call, Copies, Give, Lend, Named, Object, Registry, Status, Stop, Take, Valued, give};
use crate::model;

/// The way of services by value: an object goes out.
#[derive(Debug)]
pub enum ByObject {}

/// The way of `&T` where `T` is a service.
#[derive(Debug)]
pub enum ByBorrow {}

/// The way of `&mut T` where `T` is a service.
#[derive(Debug)]
pub enum ByBorrowMut {}

/// What `#[ffi_service]` makes of an `impl` block.
///
/// # Safety
/// It is `Send`; and `Sync`, if any method takes `&self`. It is described as what the library exports.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no methods for other languages",
    label = "no service",
    note = "mark the `impl` block with its constructors and methods `#[ffi_service]`"
)]
pub unsafe trait Service: IsService + 'static {
    /// The service in the inventory.
    fn describe_service(registry: &mut Registry, named: Named) -> model::Service;
}

/// A type that is `#[ffi_type(service)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no service",
    label = "not a service",
    note = "mark the type itself `#[ffi_type(service)]`"
)]
pub trait IsService: Border<Way = ByObject> {}

/// An object as methods get it.
pub type This<T> = *mut Object<T>;

// SAFETY: the other side gets what is described.
unsafe impl<T: Service> Give<T> for ByObject {
    type Abi = This<T>;
    type Form = Valued;

    unsafe fn give(value: T) -> Result<This<T>, Status> {
        Ok(Object::make(value))
    }
}

// SAFETY: an object is Rust's own memory, which the object's state guards.
unsafe impl<T: Service> Lend<&T> for ByBorrow {
    type Held = Entered<T>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = &'call T::With<'call>;
    const BORROWS: Borrows = Borrows::NOTHING;

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Entered<T>,
        _: &'inner Copies,
        _: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call> {
        let value: *const T = held.shared();
        // SAFETY: a service has no lifetimes, so that this is the same type, and `held` outlives the call.
        unsafe { &*value.cast() }
    }
}

// SAFETY: as above.
unsafe impl<T: Service + Sync> Take<&T> for ByBorrow {
    type Abi = *const Object<T>;

    #[inline(always)]
    unsafe fn hold(abi: *const Object<T>, _: &Copies) -> Result<Entered<T>, Status> {
        // SAFETY: the caller's promise.
        unsafe { Entered::new(abi.cast_mut(), false) }
    }
}

// SAFETY: as above.
unsafe impl<T: Service> Lend<&mut T> for ByBorrowMut {
    type Held = Entered<T>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = &'call mut T::With<'call>;
    const BORROWS: Borrows = Borrows::NOTHING;

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Entered<T>,
        _: &'inner Copies,
        _: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call> {
        let value: *mut T = held.exclusive();
        // SAFETY: a service has no lifetimes, so that this is the same type, and `held` outlives the call.
        unsafe { &mut *value.cast() }
    }
}

// SAFETY: as above.
unsafe impl<T: Service> Take<&mut T> for ByBorrowMut {
    type Abi = This<T>;

    #[inline(always)]
    unsafe fn hold(abi: This<T>, _: &Copies) -> Result<Entered<T>, Status> {
        // SAFETY: the caller's promise.
        unsafe { Entered::new(abi, true) }
    }
}

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

/// Any thread may call, and free, an object: what it consists of must be [`Send`].
pub const fn service_must_be_send<T: Send>() {}

/// Several threads may call methods that take `&self` at a time: what the object consists of must be [`Sync`], or guarded by a lock; or all
/// methods take `&mut self`, so that each call excludes all others.
pub const fn service_with_shared_methods_must_be_sync<T: Sync>() {}
