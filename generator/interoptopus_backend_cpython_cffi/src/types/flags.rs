//! Flags: sets, which cross as their bits.

use super::conversion::Conversion;
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, literal, own};
use interoptopus::model::{EnumId, Item};

/// The conversion of a set.
pub(crate) fn conversion(types: &Types<'_>, id: EnumId) -> Conversion {
    let name = own(types.names.of(Item::Enum(id)));
    let to_c = Part::Flags.call([Expr::Value, name.clone(), bits(types, id)]);
    Conversion::converted(name.clone(), to_c, name.call([Expr::Value]))
}

/// The bits that some flag has.
pub(crate) fn bits(types: &Types<'_>, id: EnumId) -> Expr {
    let bits = types.inventory[id].variants.iter().fold(0, |bits, variant| bits | variant.value);
    literal(format!("{bits:#x}"))
}
