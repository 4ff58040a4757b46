//! Pinning of arguments that the result leads into, until it was copied: the marshaller of the Unity dialect pins no longer than native code
//! runs.

use crate::names::members::{local, local_for};
use crate::runtime::Part;
use crate::syntax::{CsType, Dialect, Expr, Identifier, Modifier, Prefix};
use crate::types::conversions::{Disposed, Passed};

/// `passed`, of which the result of the call may have an address.
pub(crate) fn until_copied(dialect: Dialect, passed: Passed, name: &Identifier) -> Passed {
    let Passed { public, native, mut before, mut scopes, pins, pinned, arguments, mut after, call, mut parts } = passed;
    let mut kept = Vec::new();
    for (native, argument) in native.into_iter().zip(arguments) {
        match native.modifier {
            Modifier::MarshalledIn | Modifier::MarshalledInOut => {
                let pin = local_for(name, "Pin");
                let address = Expr::from(&pin).member("Address");
                scopes.push(Disposed { ty: CsType::Known("FfiPin"), name: pin, arguments: argument.to_string() });
                parts.add(Part::Pins);
                kept.push((dialect.address().into(), address));
            }
            // A variable of the user's may be in an object that moves.
            Modifier::Ref if argument == by_ref(name.into()) => {
                let copy = local(name);
                before.push(format!("{} {copy} = {name};", native.ty).into());
                if public.modifier == Modifier::Ref {
                    after.push(format!("{name} = {copy};").into());
                }
                kept.push((native, by_ref(copy.into())));
            }
            Modifier::Value | Modifier::In | Modifier::Ref => kept.push((native, argument)),
        }
    }
    let (native, arguments) = kept.into_iter().unzip();
    Passed { public, native, before, scopes, pins, pinned, arguments, after, call, parts }
}

fn by_ref(variable: Expr) -> Expr {
    variable.prefixed(Prefix::Ref)
}
