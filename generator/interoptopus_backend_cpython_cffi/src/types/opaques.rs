//! Pointers to opaque types: objects that hold the address.

use super::conversion::Conversion;
use super::options::or_none;
use super::table::Types;
use crate::runtime::parts::null;
use crate::syntax::expressions::{Expr, choice, none, own};
use interoptopus::model::{Item, OpaqueId, PointerKind};

/// The conversion of a pointer to an opaque type. A raw one may be null as well.
pub(crate) fn conversion(types: &Types<'_>, id: OpaqueId, kind: PointerKind) -> Conversion {
    let name = own(types.names.of(Item::Opaque(id)));
    let address = Expr::Value.attribute("_c");
    let made = name.clone().call([Expr::Value]);
    match kind {
        PointerKind::Reference | PointerKind::NonNull => Conversion::converted(name, address, made),
        PointerKind::Nullable | PointerKind::Raw => Conversion::converted(
            or_none(types, name),
            choice(null(), Expr::Value.missing(), address).grouped(),
            choice(made, Expr::Value, none()).grouped(),
        ),
    }
}
