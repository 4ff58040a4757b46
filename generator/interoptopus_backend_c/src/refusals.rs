//! The items that C cannot express, gathered so that users read all of them at once.

use interoptopus::{Refusal, Refused};

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "c";

/// Every refusal so far.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Vec<Refusal>);

impl Refusals {
    pub(crate) fn add(&mut self, item: &str, reason: impl Into<String>) {
        let refusal = Refusal { item: item.to_owned(), reason: reason.into() };
        if !self.0.contains(&refusal) {
            self.0.push(refusal);
        }
    }

    /// `value`, if nothing was refused.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Refused> {
        if self.0.is_empty() { Ok(value) } else { Err(Refused { language: LANGUAGE, items: self.0 }) }
    }
}
