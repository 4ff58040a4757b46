//! Options: a value, and whether it is there.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::marshal::Marshal;
use crate::structs::{Member, StructDefinition};
use interoptopus::model::Type;

/// What an option of `value` is.
pub(crate) fn lower(marshal: &Marshal<'_>, path: String, name: String, value: Type) -> StructDefinition {
    let comment = Comment::text("A value or none: `value` is meaningless unless `is_some`.");
    let value = Declared::new("value", marshal.of(value));
    let is_some = Declared::new("is_some", CType::named("bool"));
    StructDefinition::new(path, comment, name, [value, is_some].map(Member::plain).into())
}
