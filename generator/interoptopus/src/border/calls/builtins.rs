//! Built-in functions: those that every library has, which `inventory!` exports.

use crate::border::objects::LIVE;
use crate::border::outcomes::{caught, copy_last_error, record_places};
use crate::fnv::Fnv;
use crate::model::{self, Inventory};
use std::any::TypeId;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use std::sync::atomic::Ordering::Relaxed;

/// For `<library>_ffi_api_guard`: the hash of the ABI, computed once. From the first call on, panics leave their place.
pub fn api_guard(once: &OnceLock<u64>, inventory: fn() -> Inventory) -> u64 {
    record_places();
    *once.get_or_init(|| caught(|| model::api_guard(&inventory())).unwrap_or(0))
}

/// For `<library>_ffi_build_id`: the same in the `cdylib` and the `rlib` of one build, and different with other features or another profile.
/// `T` is a type of the library's own.
#[must_use]
pub fn build_id<T: 'static>() -> u64 {
    // The standard library's hasher does not promise to stay the same.
    let mut hasher = Fnv::default();
    TypeId::of::<T>().hash(&mut hasher);
    hasher.finish()
}

/// For `<library>_ffi_last_error`: copies the message of this thread's last call that ended with a negative status, without a NUL, and
/// returns its whole length in bytes.
///
/// # Safety
/// `buffer` has room for `capacity` bytes, or is null.
pub unsafe fn last_error(buffer: *mut u8, capacity: usize) -> usize {
    // SAFETY: the caller's promise.
    unsafe { copy_last_error(buffer, capacity) }
}

/// For `<library>_ffi_live_objects`: how many objects of services are alive, for tests that look for leaks; with debug assertions, how many strings and
/// vectors that somebody has to free, too.
#[must_use]
pub fn live_objects() -> usize {
    LIVE.load(Relaxed)
}
