//! The objects of services, with their borrows.

mod object;
mod state;

pub(crate) use object::LIVE;
pub use object::{Entered, Object};
