//! Opaque types: structs that C knows no members of, and so can only point to.

use crate::comments::Comment;
use crate::marshal::Marshal;
use crate::structs;
use interoptopus::Writer;
use interoptopus::model::{Item, Opaque, OpaqueId};

/// A struct without known members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Incomplete {
    pub(crate) comment: Comment,
    pub(crate) name: String,
}

/// The opaque type `id`.
pub(crate) fn lower(marshal: &Marshal<'_>, id: OpaqueId) -> Incomplete {
    let Opaque { name, path: _, docs, marks: _ } = &marshal.inventory[id];
    Incomplete { comment: marshal.comment(docs, Item::Opaque(id)), name: marshal.names.ty(name) }
}

impl Incomplete {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Incomplete { comment, name } = self;
        comment.emit(w);
        structs::declare(w, name);
    }
}
