//! Slices: two parameters, or a struct where they are returned, in fields and in callbacks.

use crate::comments::Comment;
use crate::declarator::Declared;
use crate::marshal::Marshal;
use crate::structs::{Member, StructDefinition};
use crate::{pointers, primitives};
use interoptopus::model::{Access, Type};

/// What a slice of `element` is that is no parameter of a function.
pub(crate) fn lower(marshal: &Marshal<'_>, path: String, name: String, element: Type, access: Access) -> StructDefinition {
    let writable = match access {
        Access::Read => "",
        Access::Write => ", which may be written to",
    };
    let comment = Comment::text(format!("`len` elements from `data` on{writable}; `data` may be null if `len` is 0."));
    let data = Declared::new("data", pointers::to(marshal.of(element), access));
    let len = Declared::new("len", primitives::size());
    StructDefinition::new(path, comment, name, [data, len].map(Member::plain).into())
}

/// What a declaration does not say of a slice in a parameter.
pub(crate) fn note(nullable: bool) -> Option<&'static str> {
    nullable.then_some("may be null, which is none; an empty one has a pointer")
}
