//! The items that Python cannot express, gathered so that users read all of them at once.

use interoptopus::{Refusal, Refused};

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "python";

/// Every refusal so far.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Vec<Refusal>);

impl Refusals {
    pub(crate) fn add(&mut self, item: &str, reason: impl Into<String>) {
        self.0.push(Refusal { item: item.to_owned(), reason: reason.into() });
    }

    /// The lowered item; none if it was refused, which is noted.
    pub(crate) fn note<T>(&mut self, lowered: Result<T, Vec<Refusal>>) -> Option<T> {
        lowered.map_err(|refused| self.0.extend(refused)).ok()
    }

    /// `value`, if nothing was refused.
    pub(crate) fn or<T>(self, value: T) -> Result<T, Refused> {
        let mut items = self.0;
        if items.is_empty() {
            return Ok(value);
        }
        items.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
        items.dedup();
        Err(Refused { language: LANGUAGE, items })
    }
}
