//! Attempts to break the border. A module is a kind of attempt; the foreign tests of its name show that it is sound in every language. What the
//! macros refuse is in `refused/`, a file a kind, with the words that they say.
//!
//! CONTRIBUTING.md lists the kinds, in "Ways to break the border".
#![allow(clippy::new_without_default, missing_docs)]

pub mod aborts;
pub mod borrowed;
pub mod callers;
pub mod cfg;
pub mod changed;
pub mod documented;
pub mod exceptions;
pub mod fragments;
pub mod freed_early;
pub mod loans;
pub mod moved;
pub mod names;
pub mod overlap;
pub mod shadowed;
pub mod shadows;
pub mod state;
pub mod symbols;
pub mod threads;

#[cfg(feature = "poison")]
#[path = "../../reference_project/poison.rs"]
mod poison;

use interoptopus::inventory;

#[cfg(feature = "poison")]
#[global_allocator]
static ALLOCATOR: poison::Poison = poison::Poison::new();

// A line each, so that several may be added at a time.
#[rustfmt::skip]
inventory!(ffi_inventory, [], [], [], [], [
    aborts::part,
    borrowed::part,
    callers::part,
    cfg::part,
    changed::part,
    documented::part,
    exceptions::part,
    fragments::part,
    freed_early::part,
    loans::part,
    moved::part,
    names::part,
    overlap::part,
    shadowed::part,
    shadows::part,
    state::part,
    symbols::part,
    threads::part,
]);
