//! Pointers to opaque types: objects that hold the address.

use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::table::Types;
use interoptopus::model::{Item, OpaqueId, PointerKind};

/// How a pointer to an opaque type crosses. A raw one may be null as well.
pub(crate) fn conversion(types: &Types<'_>, id: OpaqueId, kind: PointerKind) -> Conversion {
    let name = types.names.of(Item::Opaque(id));
    match kind {
        PointerKind::Reference | PointerKind::NonNull => {
            Conversion::converted(name.to_owned(), Template::new("$._c"), Template::new(format!("{name}($)")))
        }
        PointerKind::Nullable | PointerKind::Raw => Conversion::converted(
            or_none(types, name),
            Template::new("(ffi.NULL if $ is None else $._c)"),
            Template::new(format!("({name}($) if $ else None)")),
        ),
    }
}
