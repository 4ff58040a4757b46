//! Trials whose toolchain is missing: they are ignored, and the reasons are said once, after the run.

use libtest_mimic::{Arguments, Trial};
use std::collections::HashSet;

/// What is not installed, and which trials are ignored for it.
#[derive(Clone, Debug)]
pub(crate) struct Missing {
    pub(crate) what: String,
    pub(crate) reason: String,
    pub(crate) install: String,
    pub(crate) trials: HashSet<String>,
}

/// One line for each thing that is missed by a trial that was selected.
pub(crate) fn reasons(missing: &[Missing], selected: &[&Trial], arguments: &Arguments) -> Vec<String> {
    let line = |missing: &Missing| {
        let Missing { what, reason, install, trials } = missing;
        let ignored = selected.iter().filter(|trial| arguments.is_ignored(trial) && trials.contains(trial.name())).count();
        let plural = if ignored == 1 { "" } else { "s" };
        (ignored > 0).then(|| format!("ignored: {ignored} trial{plural} on {what}, which is not installed ({reason}): {install}"))
    };
    missing.iter().filter_map(line).collect()
}
