//! Proof that a foreign test which crashes, hangs or cheats fails, alone, and with a message that says which and how.

use crate::child::{self, Report, Verdict};
use crate::toolchains;
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};
use std::time::Duration;

/// What only those see who watch the memory: the test, and what `gcc+asan` and `valgrind` say of it.
const WATCHED: [(&str, &str, &str); 4] = [
    ("reads_what_was_freed", "ERROR: AddressSanitizer: heap-use-after-free", "Invalid read of size 1"),
    ("writes_beyond_a_block", "ERROR: AddressSanitizer: heap-buffer-overflow", "Invalid write of size 1"),
    ("leaks", "ERROR: LeakSanitizer: detected memory leaks", "a leak of so many bytes: 8"),
    ("leaks_an_object", "ERROR: LeakSanitizer: detected memory leaks", "a leak of so many bytes: "),
];

/// Failures whose report may be lost: the language's folder, the file and its test, and what it says.
const UNHEARD: [(&str, &str, &str); 17] = [
    ("c", "unheard::fails_within_much_output", LOST),
    ("c", "unheard::fails_while_its_output_leads_elsewhere", "CHECK(1 + 1 == 3)"),
    ("c", "unheard::fails_in_a_child", "CHECK(1 + 1 == 3)"),
    ("c", "unheard::fails_in_a_child_without_output", LOST),
    ("c", "unheard::compares_all_of_a_wide_integer", "1267650600228229401496703205376"),
    ("c", "unheard::compares_all_of_a_long_double", "CHECK_FLT(1.0L"),
    ("python", "unheard::fails_on_a_thread", "an item is too large"),
    ("python", "unheard::fails_when_an_object_dies", "assert 1 + 1 == 3"),
    ("python", "unheard::says_what_is_no_utf_8", "a lone surrogate"),
    ("python", "unheard::says_too_much", "characters left out"),
    ("csharp", "unheard::fails_in_a_task_that_nobody_awaits", "lost in a task"),
    ("csharp", "unheard::awaits_no_assertion", "not awaited: Assert.ThrowsAsync"),
    ("csharp", "unheard::fails_in_a_debug_assertion", "Debug.Assert: one and one"),
    ("csharp", "unheard::compares_shapes", "Assert.Equal"),
    ("csharp", "unheard::compares_dictionaries_by_key", "Assert.Equal"),
    ("python", "tuples::asserts_a_pair", "this always holds, since a tuple with items is true"),
    ("python", "ends::fails_at_the_end", "exit(3) after the test had ended"),
];
const LOST: &str = "checks failed whose reports were lost on the way, in a flood of output or in a child: 1";

/// The suite that has the faults.
pub(crate) fn configure(suite: Suite) -> Suite {
    suite.tests("lang_tests/faults").deadline(Duration::from_secs(3))
}

pub(crate) fn trials() -> Vec<Trial> {
    let all = toolchains::all().into_iter();
    all.map(|toolchain| crate::trial(format!("faults::{toolchain}"), move || are_told(toolchain))).collect()
}

fn are_told(toolchain: &str) -> Result<(), Failed> {
    // Which would take assertions away.
    let job = child::this("faults")?.arg(format!("run::{toolchain}::")).env("PYTHONOPTIMIZE", "2");
    let report = child::report(job)?;
    if report.trials.values().all(|verdict| *verdict == Verdict::Ignored) {
        return Ok(()); // the suite has said that the tool is not installed
    }
    let test = |name: &str| format!("run::{toolchain}::faulty::{name}");
    let crash = match toolchain {
        "gcc+asan" => "ERROR: AddressSanitizer: SEGV on unknown address",
        _ if cfg!(windows) => "crash",
        _ => "SIGSEGV",
    };
    says(&report, &test("crashes"), &[crash])?;
    // Which is slower by nature.
    let patience = if toolchain == "valgrind" { "no answer in 30 s" } else { "no answer in 3 s" };
    says(&report, &test("hangs"), &[patience, "killed"])?;
    says(&report, &test("exits_half_way"), &["exit(0) before the test had ended"])?;
    says(&report, &test("is_wrong"), &["expected", "4", "5", "faulty."])?;
    for fine in ["comes_first", "comes_between", "comes_again", "comes_last"] {
        passes(&report, &test(fine))?;
    }
    passes(&report, &format!("run::{toolchain}::healthy::is_not_concerned"))?;
    let broken = report.failure(&format!("run::{toolchain}::broken::does_not_compile"))?;
    if !broken.contains("broken.") {
        return Err(format!("it should name the file that does not compile: {broken}").into());
    }
    let watched = are_watched(&report, toolchain)? + is_counted(&report, toolchain)? + are_heard(&report, toolchain)?;
    let failed = report.below("run::").filter(|(_, verdict)| matches!(verdict, Verdict::Failed(_))).count();
    if failed == 5 + watched { Ok(()) } else { Err(format!("{failed} cases failed instead of {}\n{report}", 5 + watched).into()) }
}

/// That errors in memory are seen, each in its test; how many there were to see.
fn are_watched(report: &Report, toolchain: &str) -> Result<usize, Failed> {
    if toolchain != "gcc+asan" && toolchain != "valgrind" {
        return Ok(0);
    }
    for (name, asan, valgrind) in WATCHED {
        let word = if toolchain == "valgrind" { valgrind } else { asan };
        says(report, &format!("run::{toolchain}::watched::{name}"), &[word])?;
    }
    for fine in ["is_well_before", "is_well_after"] {
        passes(report, &format!("run::{toolchain}::watched::{fine}"))?;
    }
    Ok(WATCHED.len())
}

/// That failures count whose report may be lost; how many there were.
fn are_heard(report: &Report, toolchain: &str) -> Result<usize, Failed> {
    let language = match toolchain {
        "dotnet" | "mono" => "csharp",
        "python" => "python",
        _ => "c",
    };
    let own: Vec<_> = UNHEARD.iter().filter(|(folder, ..)| *folder == language).collect();
    for (_, name, word) in &own {
        // Workers are listened to while they speak, of other programs the middle of a flood is left out.
        let is_heard = toolchain == "valgrind" && *name == "unheard::fails_within_much_output";
        says(report, &format!("run::{toolchain}::{name}"), &[if is_heard { "CHECK(1 + 1 == 3)" } else { word }])?;
    }
    if !own.is_empty() {
        passes(report, &format!("run::{toolchain}::unheard::is_not_concerned"))?;
    }
    Ok(own.len())
}

/// That an object which a test leaves alive is noticed: in C when the test ends, elsewhere when its process does. How many tests failed for it.
fn is_counted(report: &Report, toolchain: &str) -> Result<usize, Failed> {
    let test = format!("run::{toolchain}::kept::leaves_an_object");
    let words: &[&str] = match toolchain {
        "dotnet" | "mono" | "python" => &["exit(3) after the test had ended", "1 objects of services are still alive at the end"],
        _ => &["as many objects are alive as before", "expected  0", "actual    1"],
    };
    says(report, &test, words).map(|()| 1)
}

fn says(report: &Report, trial: &str, words: &[&str]) -> Result<(), Failed> {
    let text = report.failure(trial)?;
    match words.iter().find(|word| !text.contains(**word)) {
        None => Ok(()),
        Some(word) => Err(format!("{trial} should say `{word}`, and says: {text}").into()),
    }
}

fn passes(report: &Report, trial: &str) -> Result<(), Failed> {
    match report.verdict(trial) {
        Some(Verdict::Ok) => Ok(()),
        other => Err(format!("{trial} should pass beside the faults: {other:?}\n{report}").into()),
    }
}
