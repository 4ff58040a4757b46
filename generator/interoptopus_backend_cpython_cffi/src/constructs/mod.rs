//! One file for each construct: how an item of Rust's is lowered to one of Python's.

pub(crate) mod callbacks;
mod calls;
pub(crate) mod constants;
mod defaults;
mod deprecated;
pub(crate) mod enums;
mod flags;
pub(crate) mod functions;
pub(crate) mod namespaces;
pub(crate) mod opaques;
pub(crate) mod results;
pub(crate) mod services;
pub(crate) mod structs;
pub(crate) mod tagged;
pub(crate) mod unions;
