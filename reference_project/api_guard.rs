//! The library's own function: whether bindings were made for it.

use crate::mutants::mutant;
use interoptopus::ffi_function;
use interoptopus::model;

/// Whether bindings with this API guard were made for this library. They ask by themselves when they load it; this is for those
/// who want to ask again.
#[ffi_function]
pub fn made_for(guard: u64) -> bool {
    guard == model::api_guard(&crate::ffi_inventory()) || mutant("guard_not_compared")
}
