//! Callbacks: a delegate for users, and a class that native code can call. An exception does not unwind native frames: it is
//! kept, and thrown again in the caller of the native function.

mod class;
mod dot_net;
mod unity;

use crate::context::Context;
use crate::docs::Docs;
use crate::large;
use crate::marshal::{Disposed, Passed, Place, Received, Stored};
use crate::names::{Scope, fresh, local};
use crate::refusals::Refusals;
use crate::syntax::{Dialect, Documented};
use interoptopus::Writer;
use interoptopus::model::{Callback, CallbackId, Item, Type, TypeKind};

/// How a callback goes in.
pub(crate) fn passed(cx: &Context<'_>, ty: Type, nullable: bool, place: Place<'_>) -> Passed {
    let (delegate, name) = (cx.name_of(ty), place.name);
    let (class, prepared, scope) = (cx.qualified(&class_of(delegate)), local(name), local(&format!("{name}Scope")));
    let public = if nullable { cx.dialect.or_null(delegate) } else { delegate.to_owned() };
    let mut passed = Passed { public, ..Passed::default() };
    if !nullable {
        passed.before.push(cx.dialect.refuse_null(name));
    }
    let declared = if nullable { cx.dialect.or_null(&class) } else { class.clone() };
    let of = if nullable {
        format!("{} ? null : {class}.Of({name})", cx.dialect.is_null(name))
    } else {
        format!("{class}.Of({name})")
    };
    passed.before.push(format!("{declared} {prepared} = {of};"));
    let (scope_ty, scope_arguments, pointer) = match cx.dialect {
        Dialect::DotNet => ("FfiCallbackScope".to_owned(), prepared.clone(), format!("{prepared}.Pointer")),
        Dialect::Unity => {
            (format!("{class}.CallScope"), format!("{prepared}, {}", place.slot), format!("{class}.Thunk{}", place.slot))
        }
    };
    passed.native.push(cx.dialect.pick(pointer_type(cx, ty), format!("{class}.Unmanaged")));
    passed.arguments.push(if nullable { format!("{} ? null : {pointer}", cx.dialect.is_null(&prepared)) } else { pointer });
    passed.rethrows.push(format!("{scope}.Rethrow();"));
    passed.scopes.push(Disposed { ty: scope_ty, name: scope, arguments: scope_arguments });
    passed
}

/// The class of prepared callbacks.
fn class_of(delegate: &str) -> String {
    format!("{delegate}Callback")
}

/// The function pointer that native code is handed. What cannot be lowered is refused where the callback is.
fn pointer_type(cx: &Context<'_>, ty: Type) -> String {
    let TypeKind::Callback { id, nullable: _ } = *cx.inventory.kind(ty) else { return "void*".to_owned() };
    let Callback { name: _, path: _, docs: _, parameters, returns, marks: _ } = &cx.inventory[id];
    let natives = parameters.iter().filter_map(|p| cx.received(p.ty, "value").ok()).map(|r| r.native);
    let result = if is_void(cx, *returns) { Ok("void".to_owned()) } else { cx.given_back(*returns).map(|s| s.raw) };
    let all: Vec<_> = natives.chain(result).collect();
    format!("delegate* unmanaged[Cdecl]<{}>", all.join(", "))
}

fn is_void(cx: &Context<'_>, ty: Type) -> bool {
    *cx.inventory.kind(ty) == TypeKind::Void
}

/// A delegate with its class.
pub(crate) struct Lowered {
    name: String,
    access: &'static str,
    documented: Documented,
    parameters: Vec<(String, Received)>,
    /// Nothing for `void`.
    returns: Option<Stored>,
    pointer: String,
    /// The most parameters of this callback that a function has.
    slots: usize,
}

pub(crate) fn lower(cx: &Context<'_>, ty: Type, id: CallbackId, refusals: &mut Refusals) -> Lowered {
    let Callback { name: _, path, docs, parameters, returns, marks: _ } = &cx.inventory[id];
    let mut scope = Scope::new(format!("the parameters of `{}`", cx.name_of(ty)), &[], "");
    let mut docs = Docs::new(docs, Item::Callback(id));
    let mut lowered = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = cx.naming.parameter(&parameter.name, index);
        scope.claim(&name, &format!("{path}::{}", parameter.name), refusals);
        docs.parameters.push((&parameter.name, name.clone()));
        if let Some(received) = refusals.take(path, cx.received(parameter.ty, &name)) {
            lowered.push((name, received));
        }
    }
    refusals.take(path, large::refuse_parameters(cx, parameters.iter().map(|p| p.ty)));
    let returns = if is_void(cx, *returns) { None } else { refusals.take(path, cx.given_back(*returns)) };
    let uses = |parameters: &[interoptopus::model::Parameter]| {
        parameters.iter().filter(|p| cx.inventory.definition_of(p.ty) == ty).count()
    };
    let slots = cx.inventory.all_functions().map(|(_, f)| uses(&f.parameters)).max().unwrap_or(0);
    let (name, access, documented) = (cx.declared(ty).to_owned(), cx.access_of(ty), docs.lower(cx));
    Lowered { name, access, documented, parameters: lowered, returns, pointer: pointer_type(cx, ty), slots }
}

impl Lowered {
    fn public_result(&self) -> &str {
        self.returns.as_ref().map_or("void", |s| &s.public)
    }

    fn native_result(&self) -> &str {
        self.returns.as_ref().map_or("void", |s| &s.raw)
    }

    fn public_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.public)).collect();
        all.join(", ")
    }

    fn native_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.native)).collect();
        all.join(", ")
    }

    /// The name of something of the class, as its methods see it.
    fn own(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name == wanted);
        if taken { format!("this.{wanted}") } else { wanted.to_owned() }
    }

    /// The name of something static of the class, as its methods see it.
    fn own_static(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name == wanted);
        if taken { format!("{}.{wanted}", class_of(&self.name)) } else { wanted.to_owned() }
    }

    /// A variable that is none of the parameters.
    fn variable(&self, wanted: &str) -> String {
        let taken: Vec<&str> = self.parameters.iter().map(|(name, _)| name.as_str()).collect();
        fresh(wanted, &taken)
    }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, access, documented, .. } = lowered;
    documented.emit(w);
    w.line(format!("{access} delegate {} {name}({});", lowered.public_result(), lowered.public_parameters()));
    w.blank();
    w.line(format!("/// <summary>A <see cref=\"{}\"/> that native code can call, prepared once for many calls.</summary>", name));
    match dialect {
        Dialect::DotNet => dot_net::emit(dialect, w, lowered),
        Dialect::Unity => unity::emit(dialect, w, lowered),
    }
}
