//! Characters: Unicode scalar values, for which C99 has no type of its own.

use crate::names::{Names, ours};
use interoptopus_c_syntax::{Alias, CType, Comment, Declared};

/// The type of a character: `char32_t` in C11, which C99 has not.
pub(crate) fn lower(names: &Names) -> Alias {
    let comment = Comment::text("A character: a Unicode scalar value, which is at most 0x10FFFF, and not from 0xD800 to 0xDFFF.");
    Alias::new(comment, Declared::new(names.ty(ours::CHARACTER), CType::named("uint32_t")))
}
