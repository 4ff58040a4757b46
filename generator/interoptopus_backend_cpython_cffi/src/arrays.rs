//! Arrays of a fixed length: lists.

use crate::marshal::{Context, Marshal, Template};
use interoptopus::model::Type;

/// How `[element; len]` crosses.
pub(crate) fn marshal(cx: &Context<'_>, element: Type, len: usize) -> Marshal {
    let inner = cx.marshal(element);
    let to_c = inner.to_c.clone().map(|to_c| {
        let item = to_c.item();
        let items = if to_c.is_same() { "$".to_owned() } else { format!("[{} for {item} in $]", to_c.of(&item)) };
        Template::new(format!("_array({items}, {len})"))
    });
    let from_c = inner.from_c.clone().map(|from_c| {
        let item = from_c.item();
        if cx.is_primitive(element) {
            return Template::new(format!("ffi.unpack($, {len})"));
        }
        if from_c.is_same() {
            return Template::new(format!("{}($)", cx.names.python("list")));
        }
        Template::new(format!("[{} for {item} in $]", from_c.of(&item)))
    });
    let list = format!("{}[{}]", cx.names.python("list"), inner.holds);
    Marshal { takes: list.clone(), gives: list.clone(), holds: list, to_c, from_c }
}
