//! The problems that a check has found so far.

use crate::model::problem::Problem;

/// The problems so far.
pub(super) struct Found {
    pub(super) all: Vec<Problem>,
}

impl Found {
    pub(super) fn add(&mut self, item: &str, what: impl Into<String>) {
        self.all.push(Problem { item: item.to_owned(), what: what.into() });
    }
}
