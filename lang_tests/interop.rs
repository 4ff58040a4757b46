//! The reference project's suite: every construct in every language.

use interoptopus_harness::{Suite, c::C, csharp::CSharp, python::Python};

fn main() -> std::process::ExitCode {
    Suite::new(reference_project::ffi_inventory()).language(C::new()).language(CSharp::new()).language(Python::new()).run()
}
