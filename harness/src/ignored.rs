//! Trials whose toolchain is missing: they are ignored, and the reasons are said once, after the run.

use crate::language::Missing;
use libtest_mimic::{Arguments, Trial};
use std::collections::HashSet;

/// Trials that are ignored, and for what.
#[derive(Clone, Debug)]
pub(crate) struct Ignored {
    pub(crate) missing: Missing,
    /// Whether nothing at all runs on the toolchain.
    pub(crate) whole: bool,
    pub(crate) trials: HashSet<String>,
}

/// One line for each thing that is missed by a trial that was selected.
pub(crate) fn reasons(ignored: &[Ignored], selected: &[&Trial], arguments: &Arguments) -> Vec<String> {
    let line = |Ignored { missing, whole, trials }: &Ignored| {
        let Missing { toolchain, reason, install } = missing;
        let count = selected.iter().filter(|trial| arguments.is_ignored(trial) && trials.contains(trial.name())).count();
        let plural = if count == 1 { "" } else { "s" };
        let why = match whole {
            true => format!("on {toolchain}, which is not installed ({reason})"),
            false => format!("for want of a part of {toolchain} ({reason})"),
        };
        (count > 0).then(|| format!("ignored: {count} trial{plural} {why}: {install}"))
    };
    ignored.iter().filter_map(line).collect()
}
