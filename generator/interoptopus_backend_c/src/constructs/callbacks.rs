//! Callbacks: types of pointers to functions, with the names of their parameters.

use crate::docs::{self, notes};
use crate::types::Types;
use interoptopus::model::{Callback, CallbackId, Head, Item, Type};
use interoptopus_c_syntax::{Alias, CType, Declared};

/// The callback `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: CallbackId) -> Alias {
    let Callback { head: Head { docs: text, marks, .. }, parameters, returns } = &types.inventory[id];
    let mut comment = docs::comment(types, text, Item::Callback(id)).sentence("It must return: no longjmp, no C++ exception.");
    comment = docs::marked(comment, marks);
    let names = types.names.parameters(parameters.iter().map(|p| p.name.as_str()));
    let mut declared = Vec::new();
    for (name, parameter) in names.iter().zip(parameters) {
        if let Some(note) = notes::of_callback_parameter(types.inventory, parameter.ty) {
            comment = comment.param(name, note);
        }
        // A slice is one parameter here, as a struct.
        declared.push(Declared::new(name, types.of(parameter.ty)));
    }
    let function = CType::Function { returns: Box::new(types.of(*returns)), parameters: declared };
    let typedef = Declared::new(types.names.of(types.inventory, ty), function.pointer());
    Alias { attribute: docs::attribute(types.names, marks), ..Alias::new(comment, typedef) }
}
