//! Services: objects go out once, and are borrowed by each call.

use super::functions::FunctionInfo;
use crate::border::descriptions::Named;
use crate::border::memory::{Borrows, Copies};
use crate::border::objects::{Entered, Object};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Border, Call, Give, Lend, NullableWay, PointeeWay, Take};
use crate::model::{self, Access, Method, Receiver, Registry};

/// The way of services by value: an object goes out.
#[derive(Debug)]
pub enum ByObject {}

/// The way of `&T` where `T` is a service.
#[derive(Debug)]
pub enum ByBorrow {}

/// The way of `&mut T` where `T` is a service.
#[derive(Debug)]
pub enum ByBorrowMut {}

// SAFETY: it is an address, which can be null.
unsafe impl NullableWay for ByBorrow {}
// SAFETY: it is an address, which can be null.
unsafe impl NullableWay for ByBorrowMut {}

// SAFETY: an object guards itself.
unsafe impl PointeeWay for ByObject {
    type Shared = ByBorrow;
    type Exclusive = ByBorrowMut;
    type Address<T: Border> = Object<T>;
}

/// A type whose `impl` block is `#[ffi_service]`.
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
    type Returns = Valued;
    const LENDS: bool = false;

    unsafe fn give(value: T) -> Result<This<T>, Status> {
        Ok(Object::make(value))
    }
}

// SAFETY: an object is Rust's own memory, which the object's state guards.
unsafe impl<T: Service> Lend<&T> for ByBorrow {
    type Held = Entered<T>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = &'call T::With<'call>;
    const BORROWS: Borrows = Borrows::Nothing;

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
    const BORROWS: Borrows = Borrows::Nothing;

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

/// Any thread may call, and free, an object: what it consists of must be [`Send`].
pub const fn service_must_be_send<T: Send>() {}

/// Several threads may call methods that take `&self` at a time: what the object consists of must be [`Sync`], or guarded by a lock; or all
/// methods take `&mut self`, so that each call excludes all others.
pub const fn service_with_shared_methods_must_be_sync<T: Sync>() {}

/// A constructor or a method of a service.
#[derive(Clone, Copy, Debug)]
pub struct MethodInfo<'a> {
    /// The function; its docs' module is the service.
    pub function: FunctionInfo<'a>,
    /// None for a constructor.
    pub receiver: Option<ReceiverInfo>,
}

/// The receiver of a method.
#[derive(Clone, Copy, Debug)]
pub struct ReceiverInfo {
    /// Whether it is `&mut self`.
    pub exclusive: bool,
    /// Whether the method lends what it returns.
    pub lends: bool,
}

/// Describes a service: its own docs and path, and the symbols that free an object and end a lent borrow.
///
/// # Safety
/// As of [`describe_function`](super::functions::describe_function).
pub unsafe fn describe_service(
    registry: &mut Registry,
    named: Named,
    destroy: &str,
    release: &str,
    functions: &[MethodInfo<'_>],
) -> model::Service {
    let (mut constructors, mut methods) = (Vec::new(), Vec::new());
    for MethodInfo { function, receiver } in functions {
        let mut function = function.describe(registry);
        function.head.path = format!("{}::{}", named.path(), function.head.name);
        named.namespace().clone_into(&mut function.head.marks.namespace);
        match *receiver {
            None => constructors.push(function),
            Some(ReceiverInfo { exclusive, lends }) => {
                let (receiver, access) =
                    if exclusive { (Receiver::Exclusive, Access::Write) } else { (Receiver::Shared, Access::Read) };
                methods.push(Method { function, receiver, lends: lends.then_some(access) });
            }
        }
    }
    let release = methods.iter().any(|m| m.lends.is_some()).then(|| release.to_owned());
    model::Service { head: named.head(), constructors, methods, destroy: destroy.to_owned(), release }
}
