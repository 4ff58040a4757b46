//! The promises of the harness, shown by a suite of a language that exists for this alone.
//!
//! This executable is three things, and `INTEROP_ROLE` says which: the tests; the suite that they run and look at; and the program
//! in which that suite's tests run.

mod child;
mod fake;
mod layouts;
mod library;
mod program;
mod promises;
mod support;
mod tests;
mod types;

use interoptopus::model;
use interoptopus_harness::Suite;
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    match std::env::var(child::ROLE).as_deref() {
        Ok("program") => program::run(),
        Ok(_) => suite().run(),
        Err(_) => {
            let all = [tests::ALL, layouts::ALL, support::ALL].concat();
            let trials = all.into_iter().map(|(name, test)| Trial::test(name, test)).collect();
            libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
        }
    }
}

/// The suite, as its environment wants it.
fn suite() -> Suite {
    let wanted = |name: &str| std::env::var_os(format!("INTEROP_SUITE_{name}"));
    let without = wanted("WITHOUT").unwrap_or_default();
    let inventory = model::filter(library::inventory(), |item| *item.name() != *without);
    let mut suite = Suite::new(inventory).language(fake::Fake).deadline(Duration::from_millis(1500)).name("behaviour");
    if let Some(path) = wanted("CDYLIB") {
        suite = suite.cdylib(path);
    }
    if let Some(symbol) = wanted("ALSO_EXPORTS") {
        suite = suite.also_exports([symbol.to_string_lossy()]);
    }
    if wanted("SUPPORT").is_some() {
        suite = suite.support_matrix();
    }
    if let Some(text) = wanted("EDIT") {
        suite = suite.edit_bindings(move |language, file, _| format!("{language} {file} {}", text.display()));
    }
    suite
}
