//! Callbacks: a class that native code can call, made of a delegate.

use crate::names::Names;
use crate::names::members::{class_of, local, local_for};
use crate::runtime::Part;
use crate::syntax::{CsType, Dialect, Expr};
use crate::types::conversions::{Disposed, Passed, Place};
use interoptopus::model::{Callback, CallbackId, Checked, Type, TypeKind};

/// How a callback goes in.
pub(crate) fn passed(names: &Names<'_>, ty: Type, nullable: bool, place: Place<'_>, pointer_type: CsType) -> Passed {
    let (delegate, name) = (names.name_of(ty), place.name);
    let (class, prepared, scope) = (names.qualified(class_of(delegate)), local(name), local_for(name, "Scope"));
    let (delegate, class) = (CsType::from(delegate.clone()), CsType::from(class));
    let public = if nullable { names.dialect.or_null(&delegate) } else { delegate };
    let mut passed = Passed { parts: [Part::Callbacks].into(), ..Passed::of(public) };
    if !nullable {
        passed.before.push(names.dialect.refuse_null(name));
    }
    let declared = if nullable { names.dialect.or_null(&class) } else { class.clone() };
    let or_null = |value: Expr, then: Expr| match nullable {
        true => names.dialect.is_null(value).choose("null".into(), then),
        false => then,
    };
    let of = or_null(name.into(), Expr::Type(class.clone()).method("Of", [name.into()]));
    passed.before.push(format!("{declared} {prepared} = {of};").into());
    let (scope_ty, scope_arguments, pointer) = match names.dialect {
        Dialect::DotNet => (CsType::Known("FfiCallbackScope"), prepared.clone(), Expr::from(&prepared).member("Pointer")),
        Dialect::Unity => (
            CsType::Within(Box::new(class.clone()), "CallScope"),
            format!("{prepared}, {}", place.slot),
            Expr::Type(class.clone()).member(format!("Thunk{}", place.slot)),
        ),
    };
    let unmanaged = CsType::Within(Box::new(class), "Unmanaged");
    passed.native.push(names.dialect.pick(pointer_type, unmanaged).into());
    passed.arguments.push(or_null(prepared.into(), pointer));
    passed.rethrows.push(format!("{scope}.Rethrow();").into());
    passed.scopes.push(Disposed { ty: scope_ty, name: scope, arguments: scope_arguments });
    passed
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
