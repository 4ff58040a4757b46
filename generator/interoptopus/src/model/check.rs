//! Checks an inventory once, so that backends see only valid ones.

mod callbacks;
mod constant_values;
mod found;
mod integrity;
mod names;
mod positions;
mod rules;
mod symbols;

use super::inventory::Inventory;
use super::problem::Problem;
use found::Found;
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

impl Checked {
    /// Checks every rule that holds in all languages: what is registered fits together, names and symbols are distinct, and types stand
    /// where they can. What only some languages cannot express, their backends refuse.
    ///
    /// # Errors
    /// Every problem, not only the first; but what was read from a file and does not fit together is looked at no further.
    pub fn new(inventory: Inventory) -> Result<Checked, Problems> {
        let mut found = Found { all: inventory.problems.clone() };
        integrity::check(&inventory, &mut found);
        // The other rules follow ids wherever they lead.
        if found.all.len() == inventory.problems.len() {
            names::check(&inventory, &mut found);
            symbols::check(&inventory, &mut found);
            rules::check(&inventory, &mut found);
            positions::check(&inventory, &mut found);
            callbacks::check(&inventory, &mut found);
        }
        let mut all = found.all;
        all.sort();
        all.dedup();
        if all.is_empty() { Ok(Checked(inventory)) } else { Err(Problems { library: inventory.library, all }) }
    }

    /// A part of a checked inventory, which so is valid.
    pub(super) fn assume(part: Inventory) -> Self {
        Checked(part)
    }
}

/// Everything that is wrong with an inventory: at least one problem, ordered by item.
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
        let count = match self.all.len() {
            1 => "a problem".to_owned(),
            n => format!("{n} problems"),
        };
        write!(f, "the inventory of `{}` has {count}:", self.library)?;
        self.all.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests;
