//! Two parameters onto one buffer, of which Rust writes to one.

use interoptopus::{ffi_function, inventory_part};

/// Adds each of `from` to the one of `to` at the same place.
#[ffi_function]
pub fn overlap_add(to: &mut [u32], from: &[u32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to = to.wrapping_add(*from));
}

inventory_part!(part, [], [overlap_add], [], []);
