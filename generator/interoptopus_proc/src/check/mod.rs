//! Refusals of whole items, before anything is expanded: what none of their parts says by itself.

mod functions;
mod types;

pub(crate) use functions::{function, method};
pub(crate) use types::{KINDS, has_data, kind, number};
