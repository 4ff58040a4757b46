//! Transparent structs: other names of their one field's type.

use crate::docs::notes;
use crate::types::Types;
use interoptopus::model::Field;
use interoptopus_c_syntax::{Alias, Comment, Declared};

/// The type of `field`, which is called `name`.
pub(crate) fn lower(types: &Types<'_>, comment: Comment, name: &str, field: &Field) -> Alias {
    let comment = match notes::of_field(types.inventory, field.ty) {
        Some(note) => comment.sentence(note),
        None => comment,
    };
    Alias::new(comment, Declared::new(name, types.of(field.ty)))
}
