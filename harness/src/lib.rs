//! Proves bindings in `cargo test`: each foreign test is one test case.
mod discover;
mod failure;
pub use failure::Failure;
