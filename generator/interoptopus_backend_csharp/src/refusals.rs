//! What C# cannot express, collected: a user sees every reason at once.

use interoptopus::Refusal;

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

    /// What `result` has, or nothing, and then the item at `path` is refused.
    pub(crate) fn take<T>(&mut self, path: &str, result: Result<T, String>) -> Option<T> {
        result.map_err(|reason| self.add(path, reason)).ok()
    }

    /// All of them, by item.
    pub(crate) fn into_items(mut self) -> Vec<Refusal> {
        self.0.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
        self.0
    }
}
