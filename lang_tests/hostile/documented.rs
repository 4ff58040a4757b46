//! Documentation in the manner of C, and tables in it: see what the snapshots show.

use interoptopus::{ffi_function, inventory_part};

/**
 * Opens the door.
 *
 * Then waits:
 *   1. for the key,
 *   2. for the wind.
 */
#[ffi_function]
pub fn documented_block() {}

/** Closes it. */
#[ffi_function]
pub fn documented_line() {}

/// What a code means:
///
/// | code | what |
/// |------|------|
/// | 1    | one */ |
///
/// Nothing else.
#[ffi_function]
pub fn documented_table() {}

inventory_part!(part, [], [documented_block, documented_line, documented_table], [], []);
