//! Outcomes of calls: statuses, panics, the last error, return types.

mod last_error;
mod panics;
mod return_types;
mod status;
mod stop;

pub(crate) use last_error::{copy_last_error, record_places};
pub(crate) use panics::caught;
pub(crate) use return_types::guarded_by;
pub use return_types::{Empty, Outcome, ReturnTypes, Valued};
pub use status::Status;
pub use stop::Stop;
