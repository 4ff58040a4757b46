//! Panics that end here: their payload is dropped, and may panic in its turn.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The result of `body`; nothing if it panics, which has printed itself.
pub(crate) fn caught<R>(body: impl FnOnce() -> R) -> Option<R> {
    catch_unwind(AssertUnwindSafe(body)).map_err(drop_quietly).ok()
}

/// Drops the payload of a panic, whose own destructor may panic as well, and has nowhere to go from here.
pub(crate) fn drop_quietly(payload: Box<dyn Any + Send>) {
    if let Err(another) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(another);
    }
}
