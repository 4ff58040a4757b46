//! Slices: two parameters, or a struct where they are returned, in fields and in callbacks.

use crate::types::{Types, pointers, primitives};
use interoptopus::model::{Access, Type};
use interoptopus_c_syntax::{Comment, Declared, Member, Struct};

/// The struct of a slice of `element` that is no parameter of a function.
pub(crate) fn lower(types: &Types<'_>, name: String, element: Type, access: Access) -> Struct {
    let writable = match access {
        Access::Read => "",
        Access::Write => ", which may be written to",
    };
    let comment = Comment::text(format!("`len` elements from `data` on{writable}; `data` may be null if `len` is 0."));
    let data = Declared::new("data", pointers::to(types.of(element), access));
    let len = Declared::new("len", primitives::size());
    Struct::new(comment, name, [data, len].map(Member::plain).into())
}
