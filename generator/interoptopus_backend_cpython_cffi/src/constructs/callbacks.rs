//! Callbacks: aliases of `Callable`; the exception that one raises is raised by the call.

use crate::cdef::carriers::{self, Place};
use crate::docs::Docstring;
use crate::syntax::lines;
use crate::types::callback_arguments::Argument;
use crate::types::callbacks::zero;
use crate::types::table::Types;
use interoptopus::model::{Callback, CallbackId, Item, Type};
use interoptopus::{Refusal, Writer};

/// The alias; or what its parameters and result cannot be.
pub(crate) fn emit(types: &Types<'_>, id: CallbackId) -> Result<String, Vec<Refusal>> {
    let Callback { name: _, path, docs, parameters, returns, marks } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: path.clone(), reason };
    let mut problems = Vec::new();
    let mut taken = Vec::new();
    for parameter in parameters {
        match Argument::of(types, parameter.ty) {
            Ok(argument) => taken.push(argument.annotation),
            Err(reason) => problems.push(refused(format!("its parameter `{}`: {reason}", parameter.name))),
        }
    }
    let carried = |ty: Type| carriers::is_carried(types.inventory, ty, Place::Argument).map(drop);
    for parameter in parameters {
        let reason = carried(parameter.ty).err();
        problems.extend(reason.map(|reason| refused(format!("its parameter `{}`: {reason}", parameter.name))));
    }
    if let Err(reason) = zero(types, *returns).and_then(|_| carried(*returns)) {
        problems.push(refused(format!("what it returns: {reason}")));
    }
    if carriers::is_circular(types.inventory, id) {
        let reason = "what it passes by value contains it, which cffi can declare in no order: take a reference".to_owned();
        problems.push(refused(reason));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Callback(id);
    let mut docs = Docstring::of(types, docs, item);
    if !parameters.is_empty() {
        let names: Vec<String> = parameters.iter().map(|p| format!("`{}`", types.names.parameter(&p.name))).collect();
        docs.add(format!("Parameters: {}.", names.join(", ")));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let gives = types.of(*returns).takes.clone();
    let mut w = Writer::new("    ");
    let (name, callable) = (types.names.of(item), types.names.python("Callable"));
    let line = format!("{name} = {callable}[[{}], {gives}]", taken.join(", "));
    if line.chars().count() <= lines::WIDTH {
        w.line(line);
    } else {
        w.block(format!("{name} = {callable}["), "]", |w| {
            w.line(format!("[{}],", taken.join(", ")));
            w.line(format!("{gives},"));
        });
    }
    docs.emit(&mut w, 0);
    Ok(w.finish())
}

/// The annotations of what they take and return, which stand as text in the aliases.
pub(crate) fn annotations(types: &Types<'_>) -> Vec<String> {
    let callbacks = types.inventory.callbacks().iter();
    let returned = callbacks.clone().map(|callback| types.of(callback.returns).takes.clone());
    let taken = callbacks.flat_map(|callback| &callback.parameters);
    returned.chain(taken.filter_map(|parameter| Some(Argument::of(types, parameter.ty).ok()?.annotation))).collect()
}
