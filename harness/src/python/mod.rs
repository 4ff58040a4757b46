//! Python: modules, tests in `lang_tests/python/*.py`, on CPython; mypy and Ruff read the modules.
//!
//! Python's own memory is checked while tests run, as `PYTHONMALLOC=debug` has it: what is freed is overwritten at once, so that Rust does not find
//! there what a binding should have kept alive. [`RunsPython::debug_malloc`] turns that off.

mod files;
mod interpreted;
mod language;
mod linters;
mod toolchain;

pub use interoptopus_backend_cpython_cffi::Python;
pub use interpreted::{Interpreted, RunsPython};
