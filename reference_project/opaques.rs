//! A type that other languages hold by its address only, made and freed by hand.

use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// Counts up and down.
#[ffi_type(opaque)]
#[derive(Debug)]
pub struct Counter {
    value: i64,
    steps: u32,
}

/// A counter that starts at `value`, to be freed with [`counter_free`].
#[ffi_function]
pub extern "C" fn counter_new(value: i64) -> *mut Counter {
    Box::into_raw(Box::new(Counter { value, steps: 0 }))
}

/// Adds `by`, and returns the new value.
///
/// # Safety
/// Counters come from [`counter_new`], are not freed yet, and are used by one thread at a time.
#[ffi_function]
pub unsafe fn counter_add(counter: &mut Counter, by: i64) -> i64 {
    counter.value += by + i64::from(mutant("count_off_by_one"));
    counter.steps += 1;
    counter.value
}

/// The number of times that something was added.
///
/// # Safety
/// Counters come from [`counter_new`], are not freed yet, and are used by one thread at a time.
#[ffi_function]
pub unsafe fn counter_steps(counter: &Counter) -> u32 {
    counter.steps
}

/// The sum of the values of both, of which the second may be missing.
///
/// # Safety
/// Counters come from [`counter_new`], are not freed yet, and are used by one thread at a time.
#[ffi_function]
pub unsafe fn counter_sum(a: &Counter, b: Option<&Counter>) -> i64 {
    a.value + b.map_or(0, |b| b.value)
}

/// Frees a counter.
///
/// # Safety
/// `counter` must be null or come from [`counter_new`], and not be used again.
#[ffi_function]
pub unsafe extern "C" fn counter_free(counter: *mut Counter) {
    if !counter.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(counter) });
    }
}
