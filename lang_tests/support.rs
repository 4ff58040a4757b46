//! Proof that the support matrix looks: without one file of foreign tests, its cell is empty, and that is a failure.

use crate::{child, languages};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};
use std::path::Path;

/// Where the suite's foreign tests are.
const FOLDER: &str = "INTEROP_PROOF_TESTS";

/// The suite with the matrix, and with what is left of the foreign tests.
pub(crate) fn configure(suite: Suite) -> Suite {
    suite.tests(std::env::var_os(FOLDER).unwrap_or_default()).support_matrix()
}

pub(crate) fn trials() -> Vec<Trial> {
    let all = languages::all().into_iter();
    let each = all.flat_map(|language| language.columns().into_iter().map(move |column| (language.name(), column.id)));
    each.map(|(language, column)| crate::trial(format!("support::{column}_misses_a_file"), move || is_missed(language, column)))
        .collect()
}

fn is_missed(language: &str, column: &str) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let (all, rest) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("lang_tests").join(language), folder.path().join(language));
    std::fs::create_dir(&rest)?;
    for entry in std::fs::read_dir(all)? {
        let path = entry?.path();
        if path.is_file() && path.file_stem().is_some_and(|stem| stem != "structs") {
            std::fs::copy(&path, rest.join(path.file_name().unwrap_or_default()))?;
        }
    }
    let trial = format!("support::{column}");
    let report = child::report(child::this("support")?.env(FOLDER, folder.path()).args(["--exact", &trial]))?;
    let said = report.failure(&trial)?;
    if said.contains("structs: there is no ") { Ok(()) } else { Err(format!("it should miss structs: {said}").into()) }
}
