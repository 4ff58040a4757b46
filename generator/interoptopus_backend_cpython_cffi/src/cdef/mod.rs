//! The library as cffi is told of it: declarations of C, and statements that make more of them.

pub(crate) mod aligned;
pub(crate) mod carriers;
pub(crate) mod declarations;
pub(crate) mod definitions;
pub(crate) mod names;
pub(crate) mod primitives;
pub(crate) mod prototypes;
pub(crate) mod registers;
pub(crate) mod statements;
pub(crate) mod types;
