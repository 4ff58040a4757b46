//! Callbacks: types of pointers to functions, with the names of their parameters.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::{notes, visibility};
use interoptopus::Writer;
use interoptopus::model::{Callback, CallbackId, Item, Type};

/// The type of a pointer to a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallbackDefinition {
    /// What error messages call it.
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    /// Whether it takes an integer of 16 bytes by value.
    pub(crate) takes_wide: bool,
    pub(crate) typedef: Declared,
}

/// The callback `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: CallbackId) -> CallbackDefinition {
    let Callback { name: _, path, docs, parameters, returns, marks } = &marshal.inventory[id];
    let mut comment = marshal.comment(docs, Item::Callback(id)).sentence("It must return: no longjmp, no C++ exception.");
    comment = deprecated::comment(visibility::of_item(comment, marks), marks);
    let names = marshal.names.parameters(parameters.iter().map(|p| p.name.as_str()));
    let mut declared = Vec::new();
    for (name, parameter) in names.iter().zip(parameters) {
        if let Some(note) = notes::of_callback_parameter(marshal.inventory, parameter.ty) {
            comment = comment.param(name, note);
        }
        // A slice is one parameter here, as a struct.
        declared.push(Declared::new(name, marshal.of(parameter.ty)));
    }
    let function = CType::Function { returns: Box::new(marshal.of(*returns)), parameters: declared };
    let typedef = Declared::new(marshal.names.of(marshal.inventory, ty), function.pointer());
    let (deprecated, takes_wide) = (Deprecated::of(marshal.names, marks), marshal.inventory.take_wide(parameters));
    CallbackDefinition { path: path.clone(), comment, deprecated, takes_wide, typedef }
}

impl CallbackDefinition {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let CallbackDefinition { path: _, comment, deprecated, takes_wide: _, typedef } = self;
        comment.emit(w);
        w.lines(format!("{deprecated}typedef {};", typedef.declaration_in_lines()));
    }
}
