//! Transparent structs: other names of their one field's type.

use crate::aliases::Alias;
use crate::comments::Comment;
use crate::declarator::Declared;
use crate::defaults::Initialiser;
use crate::definitions::Definition;
use crate::deprecated::Deprecated;
use crate::marshal::Marshal;
use crate::notes;
use crate::structs::{Member, StructDefinition};
use interoptopus::Checked;
use interoptopus::model::{Field, Repr, StructId, TypeKind};

/// The one field of a struct that is transparent.
pub(crate) fn inner(inventory: &Checked, id: StructId) -> Option<&Field> {
    inventory[id].fields.first().filter(|_| inventory[id].repr == Repr::Transparent)
}

/// What `field` is called `name` as. An array cannot be a value of its own in C: there it is a struct with the array in it, which is passed
/// as Rust passes it.
pub(crate) fn lower(
    marshal: &Marshal<'_>,
    path: &str,
    comment: Comment,
    deprecated: Deprecated,
    name: &str,
    field: &Field,
    default: Option<Initialiser>,
) -> Definition {
    let ty = marshal.of(field.ty);
    if is_array(marshal.inventory, field) {
        let members = vec![Member::plain(Declared::new(marshal.names.field(&field.name), ty))];
        let plain = StructDefinition::new(path.to_owned(), comment, name.to_owned(), members);
        return Definition::Struct(StructDefinition { deprecated, default, ..plain });
    }
    let comment = match notes::of_field(marshal.inventory, field.ty) {
        Some(note) => comment.sentence(note),
        None => comment,
    };
    let alias = Alias::new(path.to_owned(), comment, Declared::new(name, ty));
    Definition::Alias(Alias { deprecated, default, ..alias })
}

/// Whether `field` makes its struct one in C too.
pub(crate) fn is_array(inventory: &Checked, field: &Field) -> bool {
    matches!(inventory.kind(field.ty), TypeKind::Array { .. })
}

/// Whether a value of the struct `id` is written as one of its field.
pub(crate) fn is_its_field(inventory: &Checked, id: StructId) -> bool {
    inner(inventory, id).is_some_and(|field| !is_array(inventory, field))
}
