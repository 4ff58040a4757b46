//! Callbacks: a delegate for users, and a class that native code can call. An exception does not unwind native frames: it is
//! kept for the call that the callback was passed to, and thrown again in the caller of the native function.

pub(crate) mod class;
mod dot_net;
mod unity;

use crate::constructs::callbacks::class::Delegate;
use crate::docs::Docs;
use crate::names::Scope;
use crate::syntax::Dialect;
use crate::types::{Types, access, size_limits};
use interoptopus::model::{Callback, CallbackId, Head, Item, Subject, Type, TypeKind};
use interoptopus::{Refusals, Writer};

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: CallbackId, refusals: &mut Refusals) -> Delegate {
    let Callback { head: Head { docs, .. }, parameters, returns } = &types.inventory[id];
    let mut scope = Scope::new(format!("the parameters of `{}`", types.names.name_of(ty)), &[], "");
    let (mut docs, subject) = (Docs::new(docs, Item::Callback(id)), Subject::ty(types.inventory, ty));
    let mut lowered = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = types.names.naming.parameter(&parameter.name, index);
        scope.claim(&name, &subject.clone().part(&parameter.name), refusals);
        docs.parameters.push((&parameter.name, name.clone()));
        if let Some(received) = refusals.take(&subject, types.received(parameter.ty, &name)) {
            lowered.push((name, received));
        }
    }
    refusals.take(&subject, size_limits::refuse_parameters(types.inventory, types.dialect, parameters.iter().map(|p| p.ty)));
    let returns = if *types.inventory.kind(*returns) == TypeKind::Void {
        None
    } else {
        refusals.take(&subject, types.given_back(*returns))
    };
    let uses = |parameters: &[interoptopus::model::Parameter]| {
        parameters.iter().filter(|p| types.inventory.definition_of(p.ty) == ty).count()
    };
    let most_in_a_call = types.inventory.all_functions().map(|(_, f)| uses(&f.parameters)).max().unwrap_or(0);
    let (name, access, documented) = (types.names.declared(ty).to_string(), access::of_type(types, ty), docs.lower(types));
    Delegate { name, access, documented, parameters: lowered, returns, pointer: types.pointer_type(id), most_in_a_call }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, access, documented, .. } = lowered;
    documented.emit(w);
    w.line(format!("{access} delegate {} {name}({});", lowered.public_result(), lowered.public_parameters()));
    w.blank();
    w.line(format!("/// <summary>A <see cref=\"{}\"/> that native code can call, prepared once for many calls.</summary>", name));
    match dialect {
        Dialect::DotNet => dot_net::emit(dialect, w, lowered),
        Dialect::Unity => unity::emit(dialect, w, lowered),
    }
}
