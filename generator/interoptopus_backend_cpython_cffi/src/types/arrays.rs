//! Arrays of a fixed length: lists.

use super::conversion::{Conversion, Template};
use super::table::Types;
use interoptopus::model::Type;

/// How `[element; len]` crosses.
pub(crate) fn conversion(types: &Types<'_>, element: Type, len: usize) -> Conversion {
    let inner = types.of(element);
    let to_c = inner.to_c.clone().map(|to_c| {
        let item = to_c.item();
        let items = if to_c.is_same() { "$".to_owned() } else { format!("[{} for {item} in $]", to_c.of(&item)) };
        Template::new(format!("_array({items}, {len})"))
    });
    let from_c = inner.from_c.clone().map(|from_c| {
        let item = from_c.item();
        if types.is_primitive(element) {
            return Template::new(format!("ffi.unpack($, {len})"));
        }
        if from_c.is_same() {
            return Template::new(format!("{}($)", types.names.python("list")));
        }
        Template::new(format!("[{} for {item} in $]", from_c.of(&item)))
    });
    let list = format!("{}[{}]", types.names.python("list"), inner.holds);
    Conversion { takes: list.clone(), gives: list.clone(), holds: list, to_c, from_c }
}
