//! Services: lent by a lease, and owned by a handle.

use crate::names::members::local_for;
use crate::names::{Names, natives};
use crate::runtime::Part;
use crate::syntax::{CsType, Expr, Identifier, Prefix, Template, new};
use crate::types::conversions::{Disposed, Passed, Returned};
use interoptopus::model::{ServiceId, Type};

/// An object as a parameter, which is lent for the call.
pub(crate) fn passed(names: &Names<'_>, class: &CsType, nullable: bool, name: &Identifier) -> Passed {
    let lease = local_for(name, "Lease");
    let (public, before, member) = if nullable {
        (names.dialect.or_null(class), Vec::new(), "?.handle")
    } else {
        (class.clone(), vec![names.dialect.refuse_null(name)], ".handle")
    };
    Passed {
        before,
        arguments: vec![Expr::from(&lease).member("Pointer")],
        parts: [Part::Services].into(),
        scopes: vec![lease_of(lease, format!("{name}{member}"))],
        ..Passed::new(public, names.dialect.address())
    }
}

fn lease_of(name: String, handle: String) -> Disposed {
    Disposed { ty: CsType::Known("FfiLease"), name, arguments: handle }
}

/// The lease of a method's own object.
pub(crate) fn own_lease(name: &str, handle: &str) -> Disposed {
    lease_of(name.to_owned(), handle.to_owned())
}

/// A new object as a result.
pub(crate) fn returned(names: &Names<'_>, ty: Type, id: ServiceId) -> Returned {
    let class = names.name_of(ty);
    let destroy = natives::name_of(&names.inventory[id].destroy);
    let discard = Some(Template::from("Native").method(destroy, [Template::value()]));
    let parts = [Part::Services].into();
    Returned {
        discard,
        parts,
        ..Returned::class(class.clone(), names.dialect.address(), new(class.clone(), [handle_of(names, id)]))
    }
}

/// The expression for what owns the object at the address that is the value.
pub(crate) fn handle_of(names: &Names<'_>, id: ServiceId) -> Template {
    let destroy = Template::from("Native").member(natives::name_of(&names.inventory[id].destroy));
    let destroy = if names.dialect.is_unity() { destroy } else { destroy.prefixed(Prefix::AddressOf) };
    new(CsType::Known("FfiHandle"), [Template::value(), destroy])
}
