//! Opaque types: structs that C knows no members of, and so can only point to.

use crate::comments::Comment;
use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::{structs, visibility};
use interoptopus::Writer;
use interoptopus::model::{Item, Marks, Opaque, OpaqueId, Type};

/// A struct without known members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Incomplete {
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    pub(crate) name: String,
}

/// The opaque type `id`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: OpaqueId) -> Incomplete {
    let Opaque { name: _, path: _, docs, marks } = &marshal.inventory[id];
    Incomplete::new(marshal, ty, marshal.comment(docs, Item::Opaque(id)), marks)
}

impl Incomplete {
    /// The type `ty`, of which `comment` says something.
    pub(crate) fn new(marshal: &Marshal<'_>, ty: Type, comment: Comment, marks: &Marks) -> Self {
        Incomplete {
            comment: deprecated::comment(visibility::of_item(comment, marks), marks),
            deprecated: Deprecated::of(marshal.names, marks),
            name: marshal.names.of(marshal.inventory, ty),
        }
    }

    pub(crate) fn emit(&self, w: &mut Writer) {
        let Incomplete { comment, deprecated, name } = self;
        comment.emit(w);
        w.line(structs::declaration(deprecated, "struct", name));
    }
}
