//! Unions: the memory that their object owns.

use super::conversion::{Conversion, Template};
use super::table::Types;
use interoptopus::model::{Item, UnionId};

/// How a union crosses.
pub(crate) fn conversion(types: &Types<'_>, id: UnionId) -> Conversion {
    let name = types.names.of(Item::Union(id));
    Conversion::converted(name.to_owned(), Template::new("$._c[0]"), Template::new(format!("_union_of({name}, $)")))
}
