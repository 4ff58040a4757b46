//! Strings: UTF-8 with a length, two parameters or a struct, and C's own with a NUL at the end.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::primitives;
use crate::structs::{Member, StructDefinition};

/// The address of a text. `char`, so that literals can be passed; the signedness of `char` is the platform's and does not matter.
pub(crate) fn utf8() -> CType {
    CType::named("char").const_pointer()
}

/// What a string is that is no parameter of a function.
pub(crate) fn lower(path: String, name: String) -> StructDefinition {
    let comment =
        Comment::text("`len` bytes of UTF-8 from `data` on, without a NUL at the end; `data` may be null if `len` is 0.");
    let members = [("data", utf8()), ("len", primitives::size())].map(|(name, ty)| Member::plain(Declared::new(name, ty)));
    StructDefinition::new(path, comment, name, members.into())
}

/// What a declaration does not say of a text in a parameter.
pub(crate) fn note(nullable: bool) -> &'static str {
    if nullable { "UTF-8, which needs no NUL at its end; null is none" } else { "UTF-8; it needs no NUL at its end" }
}

/// What a declaration does not say of C's own string.
pub(crate) fn note_of_c(nullable: bool) -> &'static str {
    if nullable { "ends with a NUL; may be null, which is none" } else { "ends with a NUL" }
}
