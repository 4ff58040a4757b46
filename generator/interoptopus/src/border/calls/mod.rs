//! Calls: the functions that shims call, and those that every library exports.

mod builtins;
mod lifetimes;
mod methods;
mod shims;

pub use builtins::{api_guard, build_id, last_error, live_objects};
pub use lifetimes::Lifetime;
pub use methods::{LentResult, destroy, enter, give_lent, lends, lent, release};
pub use shims::{
    address_range, bare, borrows, fits, give, guarded, hold, hold_number, hold_two, inner_ends, lend, needs_no_contract, own_ends,
};
