//! The macros of Interoptopus: use them through the crate `interoptopus`.
