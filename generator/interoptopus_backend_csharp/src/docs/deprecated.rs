//! Deprecation: the attribute of items that should not be used any more.

use crate::syntax::literal;
use interoptopus::model::{Checked, Item, ItemRef, Marks};

/// The attribute of `item`, if it is deprecated.
pub(crate) fn attribute(inventory: &Checked, item: Item) -> Option<String> {
    let note = marks(inventory, item)?.deprecated.as_ref()?;
    let note = if note.trim().is_empty() { "It should not be used any more." } else { note };
    Some(format!("[Obsolete(\"{}\")]", literal(note)))
}

/// Whether anything is deprecated.
pub(crate) fn any(inventory: &Checked) -> bool {
    let functions = inventory.all_functions().map(|(_, f)| &f.marks);
    inventory.items().map(ItemRef::marks).chain(functions).any(|marks| marks.deprecated.is_some())
}

/// The marks of `item`; a part of one has none.
fn marks(inventory: &Checked, item: Item) -> Option<&Marks> {
    match item {
        Item::Constructor(id, at) => Some(&inventory[id].constructors[at].marks),
        Item::Method(id, at) => Some(&inventory[id].methods[at].function.marks),
        Item::Struct(_)
        | Item::Enum(_)
        | Item::Tagged(_)
        | Item::Union(_)
        | Item::Opaque(_)
        | Item::Callback(_)
        | Item::Service(_)
        | Item::Function(_)
        | Item::Constant(_) => Some(inventory.item(item).marks()),
        Item::Field(..) | Item::Variant(..) | Item::UnionField(..) | Item::Case(..) | Item::CaseField(..) => None,
    }
}
