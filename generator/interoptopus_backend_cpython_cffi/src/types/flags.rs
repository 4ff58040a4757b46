//! Flags: sets, which cross as their bits.

use super::conversion::{Conversion, Template};
use super::table::Types;
use interoptopus::model::{EnumId, Item};

/// How a set crosses.
pub(crate) fn conversion(types: &Types<'_>, id: EnumId) -> Conversion {
    let name = types.names.of(Item::Enum(id));
    let to_c = Template::new(format!("_flags($, {name}, {:#x})", bits(types, id)));
    Conversion::converted(name.to_owned(), to_c, Template::new(format!("{name}($)")))
}

/// The bits that some flag has.
pub(crate) fn bits(types: &Types<'_>, id: EnumId) -> i128 {
    types.inventory[id].variants.iter().fold(0, |bits, variant| bits | variant.value)
}
