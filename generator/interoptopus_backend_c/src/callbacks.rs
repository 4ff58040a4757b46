//! Callbacks: types of pointers to functions, with the names of their parameters.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::marshal::Marshal;
use crate::notes;
use crate::refusals::Refusals;
use interoptopus::Writer;
use interoptopus::model::{Callback, CallbackId, Item, Type};

/// The type of a pointer to a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallbackDefinition {
    /// What error messages call it.
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) typedef: Declared,
}

/// The callback `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: CallbackId, refusals: &mut Refusals) -> CallbackDefinition {
    let Callback { name: _, path, docs, parameters, returns } = &marshal.inventory[id];
    let mut comment = marshal.comment(docs, Item::Callback(id)).sentence("It must return: no longjmp, no C++ exception.");
    let names = marshal.names.parameters(parameters.iter().map(|p| p.name.as_str()));
    let mut declared = Vec::new();
    for (name, parameter) in names.iter().zip(parameters) {
        // By value, or as a struct: also slices are one parameter here.
        let ty = marshal.of(parameter.ty);
        if matches!(ty, CType::Array { .. }) {
            refusals.add(
                path,
                format!("its parameter `{name}` is an array, which C passes by reference only: use a reference or a struct"),
            );
        }
        if let Some(note) = notes::of_callback_parameter(marshal.inventory, parameter.ty) {
            comment = comment.param(name, note);
        }
        declared.push(Declared::new(name, ty));
    }
    let returns = marshal.of(*returns);
    if matches!(returns, CType::Array { .. }) {
        refusals.add(path, "it returns an array, which no function of C can: return a struct with it");
    }
    let function = CType::Function { returns: Box::new(returns), parameters: declared };
    let typedef = Declared::new(marshal.names.of(marshal.inventory, ty), function.pointer());
    CallbackDefinition { path: path.clone(), comment, typedef }
}

impl CallbackDefinition {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let CallbackDefinition { path: _, comment, typedef } = self;
        comment.emit(w);
        w.lines(format!("typedef {};", typedef.declaration()));
    }
}
