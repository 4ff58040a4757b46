//! Trials whose toolchain is missing: they are ignored, and the reasons are said once, after the run.

use crate::language::Missing;
use libtest_mimic::{Arguments, Trial};
use std::collections::HashSet;

/// Trials that are ignored, and for what.
#[derive(Clone, Debug)]
pub(crate) struct Ignored {
    pub(crate) missing: Missing,
    pub(crate) trials: HashSet<String>,
}

/// One line for each thing that is missed by a trial that was selected.
pub(crate) fn reasons(ignored: &[Ignored], selected: &[&Trial], arguments: &Arguments) -> Vec<String> {
    let line = |Ignored { missing, trials }: &Ignored| {
        let Missing { toolchain, reason, install } = missing;
        let ignored = selected.iter().filter(|trial| arguments.is_ignored(trial) && trials.contains(trial.name())).count();
        let plural = if ignored == 1 { "" } else { "s" };
        (ignored > 0)
            .then(|| format!("ignored: {ignored} trial{plural} on {toolchain}, which is not installed ({reason}): {install}"))
    };
    ignored.iter().filter_map(line).collect()
}
