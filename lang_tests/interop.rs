//! The reference project's suite: every construct in every language.

use interoptopus_harness::{Suite, c::C, csharp::CSharp, python::Python};

fn main() -> std::process::ExitCode {
    let suite = Suite::new(reference_project::ffi_inventory()).support_matrix();
    // What a language cannot express is left out of its bindings, and stands in the matrix.
    suite
        .language(C::new().omit_refused(true))
        .language(CSharp::new().omit_refused(true))
        .language(Python::new().omit_refused(true))
        .run()
}
