//! The reference project's suite: every construct in every language.

mod languages;

use interoptopus_harness::Suite;

fn main() -> std::process::ExitCode {
    Suite::new(reference_project::ffi_inventory()).languages(languages::all()).support_matrix().run()
}
