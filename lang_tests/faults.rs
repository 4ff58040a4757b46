//! Proof that a foreign test which crashes, hangs or cheats fails, alone, and with a message that says which and how.

use crate::child::{self, Report, Verdict};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};
use std::time::Duration;

/// What the files of each language are called, and the toolchains that run them.
const TOOLCHAINS: [&str; 5] = ["gcc", "clang", "dotnet", "mono", "python"];

/// The suite that has the faults.
pub(crate) fn configure(suite: Suite) -> Suite {
    suite.tests("lang_tests/faults").deadline(Duration::from_secs(3))
}

pub(crate) fn trials() -> Vec<Trial> {
    TOOLCHAINS.iter().map(|toolchain| crate::trial(format!("faults::{toolchain}"), || are_told(toolchain))).collect()
}

fn are_told(toolchain: &str) -> Result<(), Failed> {
    let report = child::report(child::this("faults")?.arg(format!("run::{toolchain}::")))?;
    if report.trials.values().all(|verdict| *verdict == Verdict::Ignored) {
        return Ok(()); // the suite has said that the tool is not installed
    }
    let spelt = |name: &str| spelt(toolchain, name);
    let test = |name: &str| format!("run::{toolchain}::faulty::{}", spelt(name));
    says(&report, &test("crashes"), &[if cfg!(windows) { "crash" } else { "SIGSEGV" }])?;
    says(&report, &test("hangs"), &["no answer in 3 s", "killed"])?;
    says(&report, &test("exits_half_way"), &["exit(0) before the test had ended"])?;
    says(&report, &test("is_wrong"), &["expected", "4", "5", "faulty."])?;
    for fine in ["comes_first", "comes_between", "comes_again", "comes_last"] {
        passes(&report, &test(fine))?;
    }
    passes(&report, &format!("run::{toolchain}::healthy::{}", spelt("is_not_concerned")))?;
    let broken = report.failure(&format!("run::{toolchain}::broken::{}", spelt("does_not_compile")))?;
    if !broken.contains("broken.") {
        return Err(format!("it should name the file that does not compile: {broken}").into());
    }
    let failed = report.below("run::").filter(|(_, verdict)| matches!(verdict, Verdict::Failed(_))).count();
    if failed == 5 { Ok(()) } else { Err(format!("{failed} cases failed instead of 5\n{report}").into()) }
}

/// A test's name in the toolchain's language.
fn spelt(toolchain: &str, name: &str) -> String {
    match toolchain {
        "dotnet" | "mono" => name[..1].to_uppercase() + &name[1..],
        "python" => format!("test_{name}"),
        _ => name.to_owned(),
    }
}

fn says(report: &Report, trial: &str, words: &[&str]) -> Result<(), Failed> {
    let text = report.failure(trial)?;
    match words.iter().find(|word| !text.contains(**word)) {
        None => Ok(()),
        Some(word) => Err(format!("{trial} should say `{word}`, and says: {text}").into()),
    }
}

fn passes(report: &Report, trial: &str) -> Result<(), Failed> {
    match report.trials.get(trial) {
        Some(Verdict::Ok) => Ok(()),
        other => Err(format!("{trial} should pass beside the faults: {other:?}\n{report}").into()),
    }
}
