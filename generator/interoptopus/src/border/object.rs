//! Objects of services: a value with a word of state, which says who borrows it.

use super::Status;
use super::own::LIVE;
use std::cell::UnsafeCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

/// A service's value with its word of state: how many calls share it, how many borrows it has lent, whether one call or lent borrow
/// has it exclusively, whether it is closed. Other languages hold its address.
#[derive(Debug)]
pub struct Object<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

/// One call that shares it: bits 0 to 14.
const SHARED: u32 = 1;
/// One borrow that it has lent: bits 15 to 29.
const LENT: u32 = 1 << 15;
/// It is freed once nobody borrows it.
const CLOSED: u32 = 1 << 30;
/// One call, or one lent borrow, excludes all others.
const EXCLUSIVE: u32 = 1 << 31;
/// Each count ends before it runs into the next one.
const MOST: u32 = (1 << 15) - 1;

impl<T> Object<T> {
    /// A new object, which [`close`](Self::close) frees.
    pub(crate) fn make(value: T) -> *mut Self {
        LIVE.fetch_add(1, Relaxed);
        Box::into_raw(Box::new(Object { state: AtomicU32::new(0), value: UnsafeCell::new(value) }))
    }

    /// Adds `unit` to the state, if nothing excludes that.
    fn enter(&self, unit: u32) -> Result<(), Status> {
        let entered = |s: u32| match unit & EXCLUSIVE {
            0 => (s & (EXCLUSIVE | CLOSED) == 0 && (s / unit) & MOST < MOST).then(|| s + unit),
            _ => (s == 0).then_some(unit),
        };
        self.state.fetch_update(AcqRel, Acquire, entered).map(drop).map_err(|_| Status::BUSY)
    }

    /// Takes `unit` from the state, and frees an object that was closed meanwhile.
    ///
    /// # Safety
    /// `this` is an object that was entered with this `unit`.
    unsafe fn leave(this: *mut Self, unit: u32) {
        // SAFETY: it is alive, as long as somebody has entered it.
        let before = unsafe { &(*this).state }.fetch_sub(unit, AcqRel);
        if before - unit == CLOSED {
            // SAFETY: nobody is left, and nobody enters what is closed.
            unsafe { Self::free(this) };
        }
    }

    /// Ends one borrow that it has lent; [`Status::INVALID`] if it has lent nothing.
    ///
    /// # Safety
    /// `this` is null or an object that was not freed.
    pub(crate) unsafe fn release(this: *mut Self) -> Status {
        // SAFETY: the caller's promise.
        let Some(object) = (unsafe { this.as_ref() }) else { return Status::NULL };
        let unit = |s: u32| if s & EXCLUSIVE == 0 { LENT } else { LENT | EXCLUSIVE };
        let ended = |s: u32| (s & (CLOSED - LENT) != 0).then(|| s - unit(s));
        match object.state.fetch_update(AcqRel, Acquire, ended) {
            Ok(before) => {
                if before - unit(before) == CLOSED {
                    // SAFETY: nobody is left, and nobody enters what is closed.
                    unsafe { Self::free(this) };
                }
                Status::OK
            }
            Err(_) => Status::INVALID,
        }
    }

    /// Frees it as soon as nobody borrows it.
    ///
    /// # Safety
    /// `this` is null or an object that was not closed.
    pub(crate) unsafe fn close(this: *mut Self) {
        // SAFETY: the caller's promise.
        let closed = unsafe { this.as_ref() }.is_some_and(|object| object.state.fetch_or(CLOSED, AcqRel) == 0);
        if closed {
            // SAFETY: nobody borrowed it, and nobody enters what is closed.
            unsafe { Self::free(this) };
        }
    }

    /// # Safety
    /// `this` is an object that nobody borrows, and nobody will.
    unsafe fn free(this: *mut Self) {
        LIVE.fetch_sub(1, Relaxed);
        // SAFETY: `make` made it of a box.
        let object = unsafe { Box::from_raw(this) };
        // Whoever frees it cannot be told that the destructor panicked: the panic has printed itself.
        if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(object))) {
            std::mem::forget(payload);
        }
    }
}

/// A borrow of an object by a running call. It ends also when the call panics.
#[derive(Debug)]
pub struct Entered<T> {
    object: *mut Object<T>,
    unit: u32,
}

impl<T> Entered<T> {
    /// Enters `object`, to be shared or `exclusive`; what the call returns may be the object's own memory, if it `lends`.
    ///
    /// # Safety
    /// `object` is null or an object that was not freed.
    pub(crate) unsafe fn new(object: *mut Object<T>, exclusive: bool, lends: bool) -> Result<Self, Status> {
        let unit = match (exclusive, lends) {
            (false, false) => SHARED,
            (false, true) => LENT,
            (true, false) => EXCLUSIVE,
            (true, true) => EXCLUSIVE | LENT,
        };
        // SAFETY: the caller's promise.
        unsafe { object.as_ref() }.ok_or(Status::NULL)?.enter(unit)?;
        Ok(Entered { object, unit })
    }

    /// The value, of which nobody has more than a shared borrow.
    #[must_use]
    pub fn shared(&self) -> &T {
        // SAFETY: it is alive while it is entered, and who has it exclusively is this call alone.
        unsafe { &*(*self.object).value.get() }
    }

    /// The value, which nobody else borrows.
    ///
    /// # Panics
    /// If it was not entered exclusively.
    #[must_use]
    pub fn exclusive(&mut self) -> &mut T {
        assert!(self.unit & EXCLUSIVE != 0, "entered to be shared");
        // SAFETY: it is alive while it is entered, and nobody else has entered it.
        unsafe { &mut *(*self.object).value.get() }
    }

    /// The call is over, but what it returned is the object's own memory: it stays borrowed until it is released.
    pub(crate) fn lend(self) {
        std::mem::forget(self);
    }
}

impl<T> Drop for Entered<T> {
    fn drop(&mut self) {
        // SAFETY: it was entered with this unit.
        unsafe { Object::leave(self.object, self.unit) }
    }
}
