//! Proves bindings in `cargo test`: each foreign test is one test case.
