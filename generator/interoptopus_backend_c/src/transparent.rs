//! Transparent structs: other names of their one field's type.

use crate::aliases::Alias;
use crate::comments::Comment;
use crate::declarator::Declared;
use crate::marshal::Marshal;
use crate::notes;
use interoptopus::Checked;
use interoptopus::model::{Field, Repr, StructId};

/// The one field of a struct that is transparent.
pub(crate) fn inner(inventory: &Checked, id: StructId) -> Option<&Field> {
    inventory[id].fields.first().filter(|_| inventory[id].repr == Repr::Transparent)
}

/// What `field` is called `name` as.
pub(crate) fn lower(marshal: &Marshal<'_>, path: &str, comment: Comment, name: &str, field: &Field) -> Alias {
    let comment = match notes::of_field(marshal.inventory, field.ty) {
        Some(note) => comment.sentence(note),
        None => comment,
    };
    Alias::new(path.to_owned(), comment, Declared::new(name, marshal.of(field.ty)))
}
