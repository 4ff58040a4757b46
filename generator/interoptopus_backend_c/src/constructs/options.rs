//! Options: a value, and whether it is there.

use crate::types::Types;
use interoptopus::model::Type;
use interoptopus_c_syntax::{CType, Comment, Declared, Member, Struct};

/// The struct of an option of `value`.
pub(crate) fn lower(types: &Types<'_>, name: String, value: Type) -> Struct {
    let comment = Comment::text("A value or none: `value` is meaningless unless `is_some`.");
    let value = Declared::new("value", types.of(value));
    let is_some = Declared::new("is_some", CType::named("bool"));
    Struct::new(comment, name, [value, is_some].map(Member::plain).into())
}
