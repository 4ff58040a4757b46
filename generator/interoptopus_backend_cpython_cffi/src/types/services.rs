//! Objects of services that change hands: functions return them to an owner, an object of their class.

use super::conversion::Conversion;
use super::table::Types;
use crate::syntax::expressions::own;
use interoptopus::model::{Item, ServiceId};

/// The annotation of an object that a function returns, which is owned where it is called; as an argument it is lent: see `pointers`.
pub(crate) fn conversion(types: &Types<'_>, id: ServiceId) -> Conversion {
    let refused = Conversion::refused("an object of a service changes hands only as what a function returns");
    Conversion { gives: own(types.names.of(Item::Service(id))), ..refused }
}
