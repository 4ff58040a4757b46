//! Constructs, a file each: Rust's items as declarations of C#.

pub(crate) mod api_guard;
pub(crate) mod arrays;
pub(crate) mod callbacks;
pub(crate) mod constants;
pub(crate) mod enums;
pub(crate) mod functions;
pub(crate) mod instantiations;
pub(crate) mod natives;
pub(crate) mod nesting;
pub(crate) mod opaques;
pub(crate) mod options;
pub(crate) mod results;
pub(crate) mod services;
pub(crate) mod structs;
pub(crate) mod tagged;
pub(crate) mod twins;
pub(crate) mod unions;
pub(crate) mod validation;
