//! The library as cffi is told of it: declarations of C, some of which statements of Python make.

pub(crate) mod aligned;
pub(crate) mod carriers;
mod characters;
pub(crate) mod definitions;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod primitives;
pub(crate) mod prototypes;
pub(crate) mod registers;
pub(crate) mod statements;
pub(crate) mod types;
