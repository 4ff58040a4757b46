//! The items that C# cannot express, gathered so that users read all of them at once.

use interoptopus::{Refusal, Refused};

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "csharp";

/// Items that were refused so far.
#[derive(Debug, Default)]
pub(crate) struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Refuses the item at `path`.
    pub(crate) fn add(&mut self, path: &str, reason: impl Into<String>) {
        let refusal = Refusal { item: path.to_owned(), reason: reason.into() };
        if !self.0.contains(&refusal) {
            self.0.push(refusal);
        }
    }

    /// The value of `result`, or none, and then the item at `path` is refused.
    pub(crate) fn take<T>(&mut self, path: &str, result: Result<T, String>) -> Option<T> {
        result.map_err(|reason| self.add(path, reason)).ok()
    }

    /// `value`, if nothing was refused; else all refusals, by item.
    pub(crate) fn or<T>(mut self, value: T) -> Result<T, Refused> {
        self.0.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
        if self.0.is_empty() { Ok(value) } else { Err(Refused { language: LANGUAGE, items: self.0 }) }
    }
}
