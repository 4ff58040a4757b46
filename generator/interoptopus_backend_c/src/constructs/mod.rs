//! Constructs, a file each: Rust's items as C's declarations. Nothing is printed here but macros that are the same for all inventories.

pub(crate) mod aligned;
pub(crate) mod api_guard;
pub(crate) mod callbacks;
pub(crate) mod characters;
pub(crate) mod constants;
mod defaults;
pub(crate) mod deprecated;
pub(crate) mod enums;
pub(crate) mod functions;
pub(crate) mod opaques;
pub(crate) mod options;
pub(crate) mod owned;
pub(crate) mod results;
pub(crate) mod services;
pub(crate) mod slices;
pub(crate) mod strings;
pub(crate) mod structs;
pub(crate) mod tagged;
mod transparent;
pub(crate) mod unions;
pub(crate) mod wide;
