//! Problems of an inventory, found while it is built or when it is checked.

use std::fmt;

/// Something that is wrong with an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Problem {
    /// The item's path in Rust, such as `my_lib::shapes::Vec2`.
    pub item: String,
    /// The problem, and the way out.
    pub what: String,
}

impl fmt::Display for Problem {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { item, what } = self;
        write!(f, "{item}: {what}")
    }
}
