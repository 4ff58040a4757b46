//! Shows that a suite notices what it must: defects in Rust, wrong bindings, tests that crash or cheat, memory that is used after it was freed,
//! builds that should be strict, tools that are missing.
//!
//! Each proof runs a suite in a process of its own, and says what its trials must have said. This executable is also that suite:
//! `INTEROP_PROOF` says which.

mod child;
mod configured;
mod faults;
mod languages;
mod missing;
mod mutants;
mod poisoned;
mod public;
mod strict;
mod support;
mod tampered;
mod toolchains;

use interoptopus_harness::Suite;
use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;

fn main() -> ExitCode {
    let watched = Suite::new(reference_project::ffi_inventory()).languages(languages::all());
    let proof = std::env::var(child::PROOF).ok();
    if proof.as_deref() == Some("faults") {
        return faults::configure(watched).run();
    }
    // Who watches the memory runs gcc's tests once more, and takes long.
    let without = |suite: Suite| suite.without(["gcc+asan", "valgrind"]);
    let suite = without(watched);
    match proof.as_deref() {
        None => proofs(),
        Some("plain") => suite.run(),
        Some("poisoned") => poisoned::configure(suite).run(),
        Some(proof) if configured::has(proof) => configured::suite(proof).run(),
        Some("public") => without(public::suite().languages(languages::all())).run(),
        Some("support") => support::configure(suite).run(),
        Some(flaw) if strict::has(flaw) => strict::configure(suite, flaw).run(),
        Some(proof) if tampered::has(proof) => tampered::configure(suite, proof).run(),
        Some(proof) => panic!("there is no proof `{proof}`"),
    }
}

fn proofs() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials: Vec<_> = [
        configured::trials(),
        faults::trials(),
        missing::trials(),
        mutants::trials(),
        poisoned::trials(),
        public::trials(),
        strict::trials(),
        support::trials(),
        tampered::trials(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let code = libtest_mimic::run(&arguments, trials).exit_code();
    if !arguments.list && arguments.filter.is_none() && arguments.format.is_none() {
        mutants::print_table();
    }
    code
}

/// A proof under its name.
fn trial(name: String, proof: impl FnOnce() -> Result<(), Failed> + Send + 'static) -> Trial {
    Trial::test(name, proof)
}
