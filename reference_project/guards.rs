//! Guarded functions: what they make of panics and wrong arguments. Their bare siblings abort instead.

use crate::enums::Marker;
use crate::mutants::mutant;
use interoptopus::ffi_function;

/// `a / b`, rounded towards 0. Panics if `b` is 0.
#[ffi_function]
pub fn divide(a: i32, b: i32) -> i32 {
    if b == 0 && mutant("panic_swallowed") { 0 } else { a / b }
}

/// Panics with `message`.
#[ffi_function]
pub fn fail_with(message: &str) {
    let message = if mutant("message_lost") { "" } else { message };
    panic!("{message}");
}

/// Panics without a text, after `depth` calls.
#[ffi_function]
pub fn fail_deeply(depth: u32) -> u32 {
    if depth == 0 {
        std::panic::panic_any(depth);
    }
    fail_deeply(depth - 1) + 1
}

/// Whether `marker` is drawn; a value that is no marker is refused.
#[ffi_function]
pub fn is_drawn(marker: Marker) -> bool {
    marker != Marker::Hidden
}

/// The median of `values`, which panics for none.
#[ffi_function]
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}
