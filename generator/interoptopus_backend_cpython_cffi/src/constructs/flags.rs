//! Flags: `IntFlag`s, with a complement of their own.

use crate::types::flags::bits;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::model::{EnumId, Item};

/// The method that makes the complement of a set. Python's own has bits of no flag; and before 3.11 a sign.
pub(crate) fn complement(types: &Types<'_>, id: EnumId) -> String {
    let name = types.names.of(Item::Enum(id));
    let mut w = Writer::new("    ");
    w.line(format!("def __invert__(self) -> {name}:"));
    w.indented(|w| {
        w.line("\"\"\"All flags that are not in it.\"\"\"");
        w.line(format!("return {name}({:#x} & ~self.value)", bits(types, id)));
    });
    w.finish()
}
