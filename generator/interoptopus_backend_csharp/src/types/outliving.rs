//! Results that lead into arguments, in the dialect whose marshaller pins those no longer than native code runs: they stay where they are until
//! the result was copied.

use crate::names::members::local;
use crate::runtime::Part;
use crate::types::conversions::{Disposed, Passed};

/// `passed`, of which the result of the call may have an address.
pub(crate) fn kept(passed: Passed, name: &str) -> Passed {
    let Passed { public, native, mut before, mut scopes, pins, pinned, arguments, mut after, rethrows, mut parts } = passed;
    let mut kept = Vec::new();
    for (native, argument) in native.into_iter().zip(arguments) {
        if native.starts_with("[In") {
            let pin = local(&format!("{name}Pin"));
            let address = format!("{pin}.Address");
            scopes.push(Disposed { ty: "FfiPin".to_owned(), name: pin, arguments: argument });
            parts.add(Part::Pins);
            kept.push(("IntPtr".to_owned(), address));
        } else if let Some(ty) = native.strip_prefix("ref ").filter(|_| argument == format!("ref {name}")) {
            // A variable of the user's may be in an object that moves.
            let copy = local(name);
            before.push(format!("{ty} {copy} = {name};").into());
            if public.starts_with("ref ") {
                after.push(format!("{name} = {copy};").into());
            }
            kept.push((native, format!("ref {copy}")));
        } else {
            kept.push((native, argument));
        }
    }
    let (native, arguments) = kept.into_iter().unzip();
    Passed { public, native, before, scopes, pins, pinned, arguments, after, rethrows, parts }
}
