//! Objects of services: a value with a word of state, which counts its borrows.

use super::state::{Borrowed, State, Word};
use crate::border::outcomes::{Status, caught};
use std::cell::UnsafeCell;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

/// The count of objects of services that are alive.
pub(crate) static LIVE: AtomicUsize = AtomicUsize::new(0);

/// A service's value with its word of state, which counts its borrows. Other languages hold its address.
#[derive(Debug)]
pub struct Object<T> {
    state: Word,
    value: UnsafeCell<T>,
}

impl<T> Object<T> {
    /// A new object, which [`close`](Self::close) frees.
    pub(crate) fn make(value: T) -> *mut Self {
        LIVE.fetch_add(1, Relaxed);
        Box::into_raw(Box::new(Object { state: Word::new(), value: UnsafeCell::new(value) }))
    }

    /// Frees it, if that is what the word says.
    ///
    /// # Safety
    /// `this` is an object, and the caller's change of its word has brought about `state`.
    unsafe fn free_if_over(this: *mut Self, state: State) {
        if state.is_over() {
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
        let Some(state) = object.state.release() else { return Status::INVALID };
        // SAFETY: that was this change.
        unsafe { Self::free_if_over(this, state) };
        Status::OK
    }

    /// Frees it as soon as nobody borrows it.
    ///
    /// # Safety
    /// `this` is null or an object that was not closed.
    pub(crate) unsafe fn close(this: *mut Self) {
        // SAFETY: the caller's promise.
        if let Some(state) = unsafe { this.as_ref() }.and_then(|object| object.state.close()) {
            // SAFETY: that was this change.
            unsafe { Self::free_if_over(this, state) };
        }
    }

    /// # Safety
    /// `this` is an object that nobody borrows, and nobody will.
    unsafe fn free(this: *mut Self) {
        LIVE.fetch_sub(1, Relaxed);
        // SAFETY: `make` made it of a box.
        let object = unsafe { Box::from_raw(this) };
        // Whoever frees it cannot be told that the destructor panicked: the panic has printed itself.
        caught(|| drop(object));
    }
}

/// A borrow of an object by a running call. It ends also when the call panics.
#[derive(Debug)]
pub struct Entered<T> {
    object: *mut Object<T>,
    how: Borrowed,
}

impl<T> Entered<T> {
    /// Enters `object`, to be shared or `exclusive`.
    ///
    /// # Safety
    /// `object` is null or an object that was not freed.
    pub(crate) unsafe fn new(object: *mut Object<T>, exclusive: bool) -> Result<Self, Status> {
        let how = if exclusive { Borrowed::Exclusively } else { Borrowed::Shared };
        // SAFETY: the caller's promise.
        let entered = unsafe { object.as_ref() }.ok_or(Status::NULL)?.state.enter(how);
        if entered { Ok(Entered { object, how }) } else { Err(Status::BUSY) }
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
        assert!(self.how == Borrowed::Exclusively, "entered to be shared");
        // SAFETY: it is alive while it is entered, and nobody else has entered it.
        unsafe { &mut *(*self.object).value.get() }
    }

    /// The call is over, but what it returned is the object's own memory: it stays borrowed until it is released.
    pub(crate) fn lend(self) {
        // SAFETY: it is alive while it is entered.
        unsafe { &*self.object }.state.lend(self.how);
        std::mem::forget(self);
    }
}

impl<T> Drop for Entered<T> {
    fn drop(&mut self) {
        // SAFETY: it is alive while it is entered; and that was this change.
        unsafe { Object::free_if_over(self.object, (*self.object).state.leave(self.how)) };
    }
}

#[cfg(test)]
mod tests;
