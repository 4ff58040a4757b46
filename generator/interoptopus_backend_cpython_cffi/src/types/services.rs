//! Objects of services where they change hands: owned by a new object of their class.

use super::conversion::{Conversion, Template};
use super::table::Types;
use crate::syntax::expressions::{Expr, own};
use interoptopus::model::{Item, ServiceId};

/// The conversion of an object that changes hands; as an argument it is lent: see `pointers`.
pub(crate) fn conversion(types: &Types<'_>, id: ServiceId) -> Conversion {
    let name = own(types.names.of(Item::Service(id)));
    let from_c = name.clone().attribute("_of").call([Expr::Value]);
    let to_c = Err("an object of a service cannot change hands here".to_owned());
    Conversion { to_c, ..Conversion::converted(name, Template::same(), from_c) }
}
