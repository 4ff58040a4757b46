//! Proof that the harness runs Python as it is set: with the variable of the library's path that the bindings read, and with its memory checked or not.

use crate::child::{self, Verdict};
use interoptopus_harness::Suite;
use interoptopus_harness::python::{Python, RunsPython};
use libtest_mimic::{Failed, Trial};

/// The suites, and the file whose tests must pass in each, and nowhere else.
const SUITES: [(&str, &str); 2] = [("set", "as_it_is_set"), ("unset", "as_it_is")];
const FILES: [(&str, [&str; 2]); 2] = [
    ("as_it_is_set", ["test_the_library_is_at_the_other_variable", "test_memory_is_not_checked"]),
    ("as_it_is", ["test_the_library_is_at_the_usual_variable", "test_memory_is_checked"]),
];

/// Whether `proof` is one of the suites.
pub(crate) fn has(proof: &str) -> bool {
    SUITES.iter().any(|(suite, _)| *suite == proof)
}

/// The suite in which Python is set, or is not.
pub(crate) fn suite(proof: &str) -> Suite {
    let python = Python::new().omit_refused(true);
    let suite = Suite::new(reference_project::ffi_inventory()).tests("lang_tests/configured");
    match proof {
        "set" => suite.language(python.environment_variable("OTHER_NAME").debug_malloc(false)),
        _ => suite.language(python),
    }
}

pub(crate) fn trials() -> Vec<Trial> {
    SUITES.iter().map(|(suite, file)| crate::trial(format!("configured::{suite}"), || runs(suite, file))).collect()
}

fn runs(suite: &str, passing: &str) -> Result<(), Failed> {
    // What stands in this process's environment counts before any setting.
    let report = child::report(child::this(suite)?.arg("run::python::").env_remove("PYTHONMALLOC").env_remove("OTHER_NAME"))?;
    for (file, tests) in FILES {
        for test in tests {
            let trial = format!("run::python::{file}::{test}");
            match report.trials.get(&trial) {
                Some(Verdict::Ok) if file == passing => {}
                Some(Verdict::Failed(_)) if file != passing => {}
                // The suite has said that the tool is not installed.
                Some(Verdict::Ignored) => {}
                other => return Err(format!("{trial} where Python is {suite}: {other:?}\n{report}").into()),
            }
        }
    }
    Ok(())
}
