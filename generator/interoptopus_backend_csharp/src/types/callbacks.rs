//! Callbacks: a class that native code can call, made of a delegate.

use crate::names::Names;
use crate::names::members::class_of;
use crate::runtime::Part;
use crate::syntax::{CsType, Expr};
use crate::types::conversions::{Disposed, Passed, Place};
use interoptopus::model::{Callback, CallbackId, Checked, Type, TypeKind};

/// A callback as a parameter.
pub(crate) fn passed(names: &Names<'_>, ty: Type, nullable: bool, place: Place<'_>, pointer_type: CsType) -> Passed {
    let (delegate, name) = (names.name_of(ty), place.name);
    let (delegate, class) = (CsType::from(delegate.clone()), CsType::from(names.qualified(class_of(delegate))));
    let public = if nullable { names.dialect.or_null(&delegate) } else { delegate };
    let unmanaged = CsType::Within(Box::new(class.clone()), "Unmanaged");
    let native = names.dialect.pick(pointer_type, unmanaged);
    let mut passed = Passed { parts: [Part::Callbacks].into(), call: Some(place.call.to_owned()), ..Passed::new(public, native) };
    let of = Expr::Type(class).method("Of", [name.into(), place.call.into()]);
    if nullable {
        passed.arguments.push(names.dialect.is_null(name.into()).choose("null".into(), of));
    } else {
        passed.before.push(names.dialect.refuse_null(name));
        passed.arguments.push(of);
    }
    passed
}

/// The variable for a call that has callbacks.
pub(crate) fn scope(call: &str) -> Disposed {
    Disposed { ty: CsType::Known("FfiCall"), name: call.to_owned(), arguments: String::new() }
}

/// The function pointer that native code is handed, of what is `received` and `given_back`, where C# has a form for it.
pub(crate) fn pointer_type(
    inventory: &Checked,
    id: CallbackId,
    received: &dyn Fn(Type) -> Option<CsType>,
    given_back: &dyn Fn(Type) -> Option<CsType>,
) -> CsType {
    let Callback { head: _, parameters, returns } = &inventory[id];
    let result = if *inventory.kind(*returns) == TypeKind::Void { Some(CsType::VOID) } else { given_back(*returns) };
    CsType::FunctionPointer(parameters.iter().filter_map(|p| received(p.ty)).chain(result).collect())
}
