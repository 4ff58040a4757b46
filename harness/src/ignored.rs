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

/// One line for each thing that is missed by a trial that was selected. A trial that misses two things counts where the more is missed.
pub(crate) fn reasons(ignored: &[Ignored], selected: &[&Trial], arguments: &Arguments) -> Vec<String> {
    let mut left: HashSet<_> = selected.iter().filter(|trial| arguments.is_ignored(trial)).map(|trial| trial.name()).collect();
    let mut lines: Vec<(String, usize)> = Vec::new();
    for Ignored { missing, whole, trials } in ignored.iter().filter(|i| i.whole).chain(ignored.iter().filter(|i| !i.whole)) {
        let Missing { toolchain, reason, install } = missing;
        let line = match whole {
            true => format!("on {toolchain}, which is not installed ({reason}): {install}"),
            false => format!("for want of {toolchain} or a part of it ({reason}): {install}"),
        };
        let count = trials.iter().filter(|trial| left.remove(trial.as_str())).count();
        match lines.iter_mut().find(|(other, _)| *other == line) {
            Some((_, sum)) => *sum += count,
            None => lines.push((line, count)),
        }
    }
    let counted = lines.into_iter().filter(|(_, count)| *count > 0);
    counted.map(|(line, count)| format!("ignored: {count} trial{} {line}", if count == 1 { "" } else { "s" })).collect()
}
