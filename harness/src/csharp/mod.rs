//! C#: two dialects, tests in `lang_tests/csharp/*.cs`; the one for .NET runs on dotnet, the one for Unity on mono.
//!
//! Mono's collector runs before every allocation of the tests (`MONO_GC_DEBUG=collect-before-allocs`), so that Rust does not find by luck what a binding
//! should have pinned or kept. Their runs take three times as long; `MONO_GC_DEBUG= cargo test` has them without.

mod assembly;
mod builds;
mod language;
mod packages;
mod project;
mod toolchain;

pub use interoptopus_backend_csharp::{CSharp, Dialect};
