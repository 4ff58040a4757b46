//! Flags: `IntFlag`s, whose sets cross as their bits.

use crate::marshal::{Context, Marshal, Template};
use interoptopus::model::{EnumId, Item};

/// How a set crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: EnumId) -> Marshal {
    let name = cx.names.of(Item::Enum(id));
    let bits = cx.inventory[id].variants.iter().fold(0, |bits, variant| bits | variant.value);
    let to_c = Template::new(format!("_flags($, {name}, {bits:#x})"));
    Marshal::converted(name.to_owned(), to_c, Template::new(format!("{name}($)")))
}
