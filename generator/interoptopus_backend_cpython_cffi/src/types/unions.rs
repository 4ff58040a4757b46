//! Unions: the memory that their object owns.

use super::conversion::Conversion;
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, own};
use interoptopus::model::{Item, UnionId};

/// The conversion of a union.
pub(crate) fn conversion(types: &Types<'_>, id: UnionId) -> Conversion {
    let name = own(types.names.of(Item::Union(id)));
    let from_c = Part::UnionOf.call([name.clone(), Expr::Value]);
    Conversion::converted(name, Expr::Value.attribute("_c").first(), from_c)
}
