//! Flags: `IntFlag`s, whose sets cross as their bits.

use crate::marshal::{Context, Marshal, Template};
use interoptopus::Writer;
use interoptopus::model::{EnumId, Item};

/// How a set crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: EnumId) -> Marshal {
    let name = cx.names.of(Item::Enum(id));
    let to_c = Template::new(format!("_flags($, {name}, {:#x})", bits(cx, id)));
    Marshal::converted(name.to_owned(), to_c, Template::new(format!("{name}($)")))
}

/// The bits that some flag has.
fn bits(cx: &Context<'_>, id: EnumId) -> i128 {
    cx.inventory[id].variants.iter().fold(0, |bits, variant| bits | variant.value)
}

/// The method that makes the complement of a set. Python's own has bits of no flag; and before 3.11 a sign.
pub(crate) fn complement(cx: &Context<'_>, id: EnumId) -> String {
    let name = cx.names.of(Item::Enum(id));
    let mut w = Writer::new("    ");
    w.line(format!("def __invert__(self) -> {name}:"));
    w.indented(|w| {
        w.line("\"\"\"All flags that are not in it.\"\"\"");
        w.line(format!("return {name}({:#x} & ~self.value)", bits(cx, id)));
    });
    w.finish()
}
