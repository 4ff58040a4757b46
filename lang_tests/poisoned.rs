//! Proof that the feature `poison` shows who uses what Rust has freed, in the languages that nobody else watches.

use crate::child::{self, Report, Verdict};
use crate::toolchains;
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};

/// Four bytes of freed memory, as the number that tests read.
const FREED: i32 = i32::from_ne_bytes([0xDD; 4]);

/// The suite that has the faults.
pub(crate) fn configure(suite: Suite) -> Suite {
    suite.tests("lang_tests/poisoned")
}

/// None without the feature: what they do may then end in any way.
pub(crate) fn trials() -> Vec<Trial> {
    let toolchains = toolchains::unwatched().into_iter().filter(|_| cfg!(feature = "poison"));
    toolchains.map(|toolchain| crate::trial(format!("poisoned::{toolchain}"), move || is_seen(toolchain))).collect()
}

fn is_seen(toolchain: &str) -> Result<(), Failed> {
    let report = child::report(child::this("poisoned")?.arg(format!("run::{toolchain}::")))?;
    if report.trials.values().all(|verdict| *verdict == Verdict::Ignored) {
        return Ok(()); // the suite has said that the tool is not installed
    }
    let test = |name: &str| format!("run::{toolchain}::freed::{name}");
    says(&report, &test("reads_what_was_freed"), &["1069547520", &FREED.to_string()])?;
    says(&report, &test("writes_to_what_was_freed"), &["poison: memory was written to after it had been freed"])?;
    match report.verdict(&test("comes_last")) {
        Some(Verdict::Ok) => Ok(()),
        other => Err(format!("what comes last should pass: {other:?}\n{report}").into()),
    }
}

fn says(report: &Report, trial: &str, words: &[&str]) -> Result<(), Failed> {
    let text = report.failure(trial)?;
    match words.iter().find(|word| !text.contains(**word)) {
        None => Ok(()),
        Some(word) => Err(format!("{trial} should say `{word}`, and says: {text}").into()),
    }
}
