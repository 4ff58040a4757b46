//! Strings: UTF-8 with a length, two parameters or a struct, and C's own with a NUL at the end.

use crate::types::{primitives, strings};
use interoptopus_c_syntax::{Comment, Declared, Member, Struct};

/// The struct of a string that is no parameter of a function.
pub(crate) fn lower(name: String) -> Struct {
    let comment =
        Comment::text("`len` bytes of UTF-8 from `data` on, without a NUL at the end; `data` may be null if `len` is 0.");
    let members = [("data", strings::utf8()), ("len", primitives::size())];
    Struct::new(comment, name, members.map(|(name, ty)| Member::plain(Declared::new(name, ty))).into())
}
