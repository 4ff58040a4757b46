//! Work that many cases need and one does: lazily, once a process, and its failure told in full once.

use crate::failure::Failure;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// A result that the first case that needs it works out.
#[derive(Debug)]
pub(crate) struct Stage<T> {
    result: OnceLock<Result<T, Failure>>,
    told: AtomicBool,
}

impl<T> Default for Stage<T> {
    fn default() -> Self {
        Stage { result: OnceLock::new(), told: AtomicBool::new(false) }
    }
}

impl<T> Stage<T> {
    /// The result, by `work` if it is not there yet. The first who is told of a failure has all of it, everybody else its first line.
    pub(crate) fn get(&self, work: impl FnOnce() -> Result<T, Failure>) -> Result<&T, Failure> {
        self.result.get_or_init(work).as_ref().map_err(|failure| match self.told.swap(true, Ordering::Relaxed) {
            false => failure.clone(),
            true => failure.in_brief(),
        })
    }

    /// Works the result out for those who will need it, who are told if it is a failure.
    pub(crate) fn begin(&self, work: impl FnOnce() -> Result<T, Failure>) {
        self.result.get_or_init(work);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_in_full_once() {
        let stage = Stage::<()>::default();
        let fail = || Err(Failure::new("it does not compile\nfor many reasons"));
        assert_eq!(stage.get(fail).unwrap_err().to_string(), "it does not compile\nfor many reasons");
        assert_eq!(stage.get(fail).unwrap_err().to_string(), "it does not compile (shown in full where it failed first)");
        assert_eq!(stage.get(fail).unwrap_err().to_string(), "it does not compile (shown in full where it failed first)");
    }
}
