//! Types that borrow: users have a class without an address in it, the twin, and its memory is made for the time of a call, or copied from
//! before that ends.
//!
//! The twin of `Entry` is `Entry`; what is in memory is `EntryRaw`, which nobody but the bindings sees.

mod equality;
mod structs;
mod tagged;

pub(crate) use structs::{TwinClass, TwinField, emit as emit_struct, lower as lower_struct};
pub(crate) use tagged::{TaggedTwin, TwinCase, emit as emit_tagged, lower as lower_tagged};
