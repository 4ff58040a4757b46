//! Numeric enums: `IntEnum`s.

use super::{flags as sets, results};
use crate::docs::Docstring;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::model::{Enum, EnumId, Item, Variant};

/// The class.
pub(crate) fn emit(types: &Types<'_>, id: EnumId) -> String {
    let Enum { name: _, path: _, docs, repr: _, variants, error, marks, flags } = &types.inventory[id];
    let item = Item::Enum(id);
    let mut docs = Docstring::of(types, docs, item);
    if *error && results::enums(types.inventory).contains(&id) {
        docs.add_to_summary(&format!("`{}` carries it.", results::exception(types, id)));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    let base = types.names.python(if *flags { "IntFlag" } else { "IntEnum" });
    w.line(format!("class {}({base}):", types.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        for (i, variant) in variants.iter().enumerate() {
            let Variant { name: _, docs, value } = variant;
            let item = Item::Variant(id, i);
            w.line(format!("{} = {value}", types.names.of(item)));
            Docstring::of(types, docs, item).emit(w, 1);
        }
        if *flags {
            w.blank();
            w.lines(sets::complement(types, id));
        }
    });
    w.finish()
}
