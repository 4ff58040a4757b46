//! Deprecation: the attribute of items that should not be used any more.

use crate::syntax::literal;
use interoptopus::model::{Checked, Item};

/// The attribute of `item`, if it is deprecated.
pub(crate) fn attribute(inventory: &Checked, item: Item) -> Option<String> {
    let note = inventory.head(item)?.marks.deprecated.as_ref()?;
    let note = if note.trim().is_empty() { "It should not be used any more." } else { note };
    Some(format!("[Obsolete(\"{}\")]", literal(note)))
}

/// Whether anything is deprecated.
pub(crate) fn any(inventory: &Checked) -> bool {
    inventory.heads().any(|head| head.marks.deprecated.is_some())
}
