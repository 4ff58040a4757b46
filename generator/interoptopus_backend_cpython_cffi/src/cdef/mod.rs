//! C declarations for cffi, and the statements of Python that make more of them.

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
