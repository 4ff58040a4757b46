//! Proof that wrong bindings are noticed: exchanged fields, widened types and a foreign API guard, in a copy of each generated file.

use crate::child::{self, Verdict};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};

/// A change to one generated file.
struct Edit {
    name: &'static str,
    /// Which file: what its name ends with.
    file: &'static str,
    /// What is replaced by what; each must be there.
    changes: &'static [(&'static str, &'static str)],
    /// The toolchains that compile this file.
    toolchains: &'static [&'static str],
}

const EDITS: &[Edit] = &[];

/// The suite whose bindings `name` is done to.
pub(crate) fn configure(suite: Suite, name: &str) -> Suite {
    let edit = EDITS.iter().find(|edit| edit.name == name).unwrap_or_else(|| panic!("there is no edit {name}"));
    suite.edit_bindings(move |_, file, text| if file == edit.file { apply(edit, text) } else { text })
}

fn apply(edit: &Edit, text: String) -> String {
    edit.changes.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "{} has no `{from}`: write the edit `{}` anew", edit.file, edit.name);
        text.replacen(from, to, 1)
    })
}

pub(crate) fn trials() -> Vec<Trial> {
    let each = EDITS.iter().flat_map(|edit| edit.toolchains.iter().map(move |toolchain| (edit, *toolchain)));
    each.map(|(edit, toolchain)| {
        crate::trial(format!("tampered::{}::{toolchain}", edit.name), move || is_noticed(edit, toolchain))
    })
    .collect()
}

/// At least one layout or foreign test must fail.
fn is_noticed(edit: &Edit, toolchain: &str) -> Result<(), Failed> {
    let report = child::report(child::this(edit.name)?.arg(format!("::{toolchain}::")))?;
    let of_stage = |stage: &'static str| report.trials.iter().filter(move |(name, _)| name.starts_with(stage));
    let judged: Vec<_> =
        of_stage("layout::").chain(of_stage("run::")).filter(|(_, verdict)| **verdict != Verdict::Ignored).collect();
    let noticed = judged.iter().any(|(_, verdict)| matches!(verdict, Verdict::Failed(_)));
    if noticed || judged.is_empty() { Ok(()) } else { Err(format!("{} went unnoticed\n{}", edit.name, report.all).into()) }
}
