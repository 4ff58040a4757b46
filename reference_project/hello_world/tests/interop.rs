//! Every foreign test in `lang_tests/` is one test case.

use interoptopus_harness::{Suite, c::C, csharp::CSharp, python::Python};

fn main() -> std::process::ExitCode {
    Suite::new(hello_world::ffi_inventory()).language(C::new()).language(CSharp::new()).language(Python::new()).run()
}
