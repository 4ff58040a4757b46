//! The memory of a caller: the borrows of a call, and the copies that the call makes.

mod copies;
mod copy_in_out;
mod overlap;

pub use copies::{Copies, End, Room};
pub use copy_in_out::{CopyIn, CopyInOut};
pub use overlap::{AddressRange, Borrows, disjoint, must_check_overlap};
