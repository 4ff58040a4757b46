//! Proves bindings in `cargo test`: each foreign test is one test case.
//!
//! A library author writes one file, and drops test files into `lang_tests/c`, `lang_tests/csharp` and `lang_tests/python`:
//!
//! ```no_run
//! // tests/interop.rs, with `harness = false` in Cargo.toml
//! # mod my_lib { pub fn ffi_inventory() -> interoptopus::Inventory { interoptopus::model::Registry::new("my_lib", "1.0.0").finish() } }
//! use interoptopus_harness::{Suite, c::C, csharp::CSharp, python::Python};
//!
//! fn main() -> std::process::ExitCode {
//!     Suite::new(my_lib::ffi_inventory()).language(C::new()).language(CSharp::new()).language(Python::new()).run()
//! }
//! ```
//!
//! Then `cargo test` runs, each as one case:
//!
//! | trial | what must hold |
//! |---|---|
//! | `snapshot::<language>::<file>` | what is emitted is what was reviewed (`cargo insta review`), in `snapshots/<language>/` |
//! | `symbols::<function>`, `symbols::nothing_forgotten` | what the inventory lists is exported, and the other way round |
//! | `layout::<toolchain>::<Type>`, `layout::<toolchain>::nothing_forgotten` | size, alignment, fields and signs are what they are in Rust, of every type |
//! | `build::<toolchain>::…` | the bindings pass the strictest compilers and linters without a warning |
//! | `run::<toolchain>::<file>::<test>` | the foreign test passes, against the library that cargo has just built |
//! | `support::<column>`, `snapshot::support::…` | each module of the library is proven or refused in each language, if [`Suite::support_matrix`] asks |
//!
//! Toolchains are `gcc`, `clang`, `dotnet`, `mono` and `python`, and for C also `gcc+asan` (AddressSanitizer, which looks for leaks as well) and
//! `valgrind`; `INTEROP_WITHOUT=valgrind` saves its time. Trials of one that is not installed are ignored, which is said
//! after the run; `INTEROP_REQUIRE=gcc,dotnet` makes them fail. What is built is kept in `target/<profile>/interop`.
//! `build::python::mypy` and `build::python::ruff` need tools of their own, which are required by these names and not by `python`.
//!
//! # Test files
//! - C: `#include "interop_test.h"`, then `TEST(name) { CHECK_EQ(actual, expected); … }`. Each test is a process.
//! - C#: a part of xunit (`[Fact]`, `[Theory]` with `[InlineData]` or `[MemberData]`, `Assert`) that needs no package. Files are compiled
//!   for .NET, and for Mono with the symbol `UNITY`.
//! - Python: functions `test_…` at the top level that `assert`; `from interop_test import raises`.
//!
//! A comment at the beginning of a file may ask for more: `interop: own process` keeps its tests apart from all others, and
//! `interop: deadline 30 s` gives them time. Tests are found by reading the files; what the compiled program says that it contains is
//! compared with that, so that no test is dropped silently.
//!
//! # Other languages
//! [`Language`] and [`Toolchain`] are what the three languages here implement, and anybody can; [`worker`] has the protocol for
//! programs that run many tests.

mod abi;
pub mod c;
mod cdylib;
mod context;
pub mod csharp;
mod discover;
mod executable;
mod exports;
mod expressible;
mod failure;
mod ignored;
mod kinds;
mod language;
pub mod layouts;
mod matrix;
mod plan;
mod protocol;
pub mod python;
mod snapshots;
mod stage;
mod suite;
mod verdict;
mod warm;
pub mod worker;

pub use cdylib::Cdylib;
pub use context::Context;
pub use discover::{Directives, Test, TestFile, tests_in_c, tests_in_csharp, tests_in_python};
pub use failure::Failure;
pub use interoptopus_toolchain as toolchain;
pub use language::{Build, Case, Column, Emission, Language, Missing, Project, Toolchain};
pub use suite::Suite;
