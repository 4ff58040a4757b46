//! Checks an inventory once, so that backends see only valid ones.

use super::Inventory;
use std::fmt;
use std::ops::Deref;

/// An inventory in which every rule that holds in all languages is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked(Inventory);

impl Deref for Checked {
    type Target = Inventory;

    fn deref(&self) -> &Inventory {
        &self.0
    }
}

/// Something that is wrong with an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Problem {
    /// Where the item is in Rust, such as `my_lib::shapes::Vec2`.
    pub item: String,
    /// What is wrong, and what to do about it.
    pub what: String,
}

/// Everything that is wrong with an inventory; at least one problem, ordered by item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    library: String,
    all: Vec<Problem>,
}

impl Problems {
    /// Each problem.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.all.iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems = if self.all.len() == 1 { "a problem" } else { "problems" };
        write!(f, "the inventory of {} has {problems}:", self.library)?;
        self.all.iter().try_for_each(|Problem { item, what }| write!(f, "\n  {item}: {what}"))
    }
}

impl std::error::Error for Problems {}

impl Inventory {
    /// Checks every rule that holds in all languages.
    ///
    /// # Errors
    /// Every problem, not only the first.
    pub fn check(self) -> Result<Checked, Problems> {
        let mut all = self.problems.clone();
        all.sort();
        all.dedup();
        if all.is_empty() { Ok(Checked(self)) } else { Err(Problems { library: self.library, all }) }
    }
}
