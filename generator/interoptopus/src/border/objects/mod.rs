//! The objects of services, and who borrows them.

mod object;
mod state;

pub(crate) use object::LIVE;
pub use object::{Entered, Object};
