//! Bindings for other languages from one type-safe definition in Rust.
