//! Objects of services where they change hands: owned by a new object of their class.

use super::conversion::{Conversion, Template};
use super::table::Types;
use interoptopus::model::{Item, ServiceId};

/// How an object that changes hands comes out; as an argument it is lent: see `pointers`.
pub(crate) fn conversion(types: &Types<'_>, id: ServiceId) -> Conversion {
    let name = types.names.of(Item::Service(id));
    let mut conversion = Conversion::converted(name.to_owned(), Template::same(), Template::new(format!("{name}._of($)")));
    conversion.to_c = Err("an object of a service cannot change hands here".to_owned());
    conversion
}
