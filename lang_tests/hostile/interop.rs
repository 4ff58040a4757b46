//! The suite of the attempts that have to be seen to fail in every language.

use interoptopus_harness::{Suite, c::C, csharp::CSharp, python::Python};

fn main() -> std::process::ExitCode {
    let suite = Suite::new(hostile::ffi_inventory()).tests(".");
    // What a language cannot express is left out of its bindings.
    suite
        .language(C::new().omit_refused(true))
        .language(CSharp::new().omit_refused(true))
        .language(Python::new().omit_refused(true))
        .run()
}
