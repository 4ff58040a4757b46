//! Callbacks: aliases of `Callable`; the exception that one raises is raised by the call.

use crate::cdef::carriers::{self, Place};
use crate::docs;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::Expr;
use crate::syntax::statements::{Stmt, words};
use crate::types::callback_arguments::Argument;
use crate::types::callbacks::zero;
use crate::types::table::Types;
use interoptopus::Refusal;
use interoptopus::model::{Callback, CallbackId, Head, Item, Subject, Type};

/// The alias; or what its parameters and result cannot be.
pub(crate) fn lower(types: &Types<'_>, id: CallbackId) -> Result<Definition, Vec<Refusal>> {
    let Callback { head: Head { docs: text, marks, .. }, parameters, returns } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: Subject::item(types.inventory, Item::Callback(id)), reason };
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
    let mut docs = docs::of(types, text, item);
    if !parameters.is_empty() {
        let names: Vec<String> = parameters.iter().map(|p| format!("`{}`", types.names.parameter(&p.name))).collect();
        docs.add(format!("Parameters: {}.", names.join(", ")));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let name = types.names.of(item);
    let alias = Stmt::Listing {
        open: words![format!("{name} = "), types.names.python("Callable"), "["],
        items: vec![words![Expr::List(taken)], words![types.of(*returns).takes.clone()]],
        close: words!["]"],
        body: Vec::new(),
    };
    Ok(Definition::new(name, vec![alias, Stmt::Doc(docs)]))
}
