//! Proof that the foreign tests test: under each mutant of the reference project, the construct's tests fail on every toolchain.

use crate::child::{self, Verdict};
use libtest_mimic::{Failed, Trial};
use reference_project::MUTANTS;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// None in a release build, whose library has no mutants.
pub(crate) fn trials() -> Vec<Trial> {
    let mutants = MUTANTS.iter().filter(|_| cfg!(debug_assertions));
    mutants
        .map(|&(construct, name, what)| {
            crate::trial(format!("mutants::{construct}::{name}"), move || is_noticed(construct, name, what))
        })
        .collect()
}

/// Toolchain → the tests of the construct that failed; a toolchain that is not installed is left out.
type Row = BTreeMap<String, Vec<String>>;

fn is_noticed(construct: &str, name: &str, what: &str) -> Result<(), Failed> {
    // One thread: so few tests need no second worker of each language.
    let suite = child::this("plain")?.args([&format!("::{construct}::"), "--test-threads", "1"]);
    let report = child::report(suite.env("INTEROP_MUTANT", name))?;
    let mut row = Row::new();
    for (trial, verdict) in report.below("run::") {
        let (toolchain, test) = trial.split_once("::").unwrap_or((trial, ""));
        let noticed = match verdict {
            Verdict::Ignored => continue,
            Verdict::Ok => None,
            Verdict::Failed(_) => Some(test.rsplit("::").next().unwrap_or(test).to_owned()),
        };
        row.entry(toolchain.to_owned()).or_default().extend(noticed);
    }
    if row.is_empty() {
        return Err(format!("no toolchain ran a test of {construct}\n{report}").into());
    }
    keep(construct, name, &row)?;
    let blind: Vec<_> = row.iter().filter(|(_, tests)| tests.is_empty()).map(|(toolchain, _)| toolchain.as_str()).collect();
    if blind.is_empty() {
        Ok(())
    } else {
        Err(format!("{what}, and no test of {construct} noticed on {}", blind.join(", ")).into())
    }
}

/// `mutants` in the target directory that this executable is in.
fn directory() -> Result<PathBuf, Failed> {
    let executable = std::env::current_exe()?;
    let target = executable.ancestors().find(|path| path.join("CACHEDIR.TAG").is_file());
    Ok(target.ok_or("the test executable is in no target directory")?.join("mutants"))
}

fn keep(construct: &str, name: &str, row: &Row) -> Result<(), Failed> {
    let rows = directory()?.join("noticed");
    std::fs::create_dir_all(&rows)?;
    Ok(std::fs::write(rows.join(format!("{construct}.{name}.json")), serde_json::to_string(row)?)?)
}

/// The table mutant × toolchain → how many tests noticed, and which; also kept in `target/mutants/noticed.txt`.
pub(crate) fn print_table() {
    let Ok(directory) = directory() else { return };
    let table = table(&directory.join("noticed"));
    if !table.is_empty() {
        eprintln!("{table}");
        // What was printed is enough; the file is for those who look later.
        _ = std::fs::write(directory.join("noticed.txt"), table);
    }
}

fn table(rows: &std::path::Path) -> String {
    let mut table = String::new();
    for (construct, name, what) in MUTANTS {
        let Ok(row) = std::fs::read_to_string(rows.join(format!("{construct}.{name}.json"))) else { continue };
        let Ok(row) = serde_json::from_str::<Row>(&row) else { continue };
        // Writing to a string cannot fail.
        _ = writeln!(table, "\n{construct}: {what} ({name})");
        for (toolchain, tests) in row {
            _ = writeln!(table, "  {toolchain:7} {}", if tests.is_empty() { "-".to_owned() } else { tests.join(", ") });
        }
    }
    table
}
