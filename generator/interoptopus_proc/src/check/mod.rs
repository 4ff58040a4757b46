//! Refusals of whole items, before anything is expanded: what none of their parts says by itself.

mod blocks;
mod functions;
mod types;

pub(crate) use blocks::{constants_block, service_block};
pub(crate) use functions::{function, method};
pub(crate) use types::{KINDS, callback, has_data, kind, number, opaque, service};
