//! Pinning of arguments that the result leads into, until it was copied: the marshaller of the Unity dialect pins no longer than native code
//! runs.

use crate::names::members::{local, local_for};
use crate::runtime::Part;
use crate::syntax::{CsType, Dialect, Expr, Identifier, Modifier, Prefix};
use crate::types::conversions::{Disposed, Passed};

/// `passed`, of which the result of the call may have an address.
pub(crate) fn until_copied(dialect: Dialect, mut passed: Passed, name: &Identifier) -> Passed {
    // A length behind it has no address.
    let Some(argument) = passed.arguments.first_mut() else { return passed };
    match passed.native.modifier {
        Modifier::MarshalledIn | Modifier::MarshalledInOut => {
            let pin = local_for(name, "Pin");
            let address = Expr::from(&pin).member("Address");
            let pinned = std::mem::replace(argument, address).to_string();
            passed.scopes.push(Disposed { ty: CsType::Known("FfiPin"), name: pin, arguments: pinned });
            passed.parts.add(Part::Pins);
            passed.native = dialect.address().into();
        }
        // A variable of the user's may be in an object that moves.
        Modifier::Ref if *argument == by_ref(name.into()) => {
            let copy = local(name);
            passed.before.push(format!("{} {copy} = {name};", passed.native.ty).into());
            if passed.public.modifier == Modifier::Ref {
                passed.after.push(format!("{name} = {copy};").into());
            }
            *argument = by_ref(copy.into());
        }
        Modifier::Value | Modifier::In | Modifier::Ref => {}
    }
    passed
}

fn by_ref(variable: Expr) -> Expr {
    variable.prefixed(Prefix::Ref)
}
