//! Opaque types: classes that hold an address and nothing else.

use crate::docs::Docstring;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::model::{Item, Opaque, OpaqueId};

/// The class.
pub(crate) fn emit(types: &Types<'_>, id: OpaqueId) -> String {
    let Opaque { name: _, path: _, docs, marks } = &types.inventory[id];
    let item = Item::Opaque(id);
    let mut w = Writer::new("    ");
    w.line(format!("class {}(_Opaque):", types.names.of(item)));
    w.indented(|w| {
        let mut docs = Docstring::of(types, docs, item);
        docs.add_deprecation(marks.deprecated.as_deref());
        docs.emit(w, 1);
        w.blank();
        w.line("__slots__ = ()");
    });
    w.finish()
}
