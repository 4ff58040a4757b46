//! C: one header, tests in `lang_tests/c/*.c`, on gcc and clang, and watched by AddressSanitizer and Valgrind.

mod asan;
mod language;
mod toolchain;
mod valgrind;

pub use interoptopus_backend_c::C;
