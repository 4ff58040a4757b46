//! Characters: Unicode scalar values, for which C99 has no type of its own.

use crate::aliases::Alias;
use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::names::Names;
use interoptopus::model::{Inventory, Primitive, TypeKind};

/// The type, without the prefix.
pub(crate) const NAME: &str = "Char";

/// Whether anything is or holds a character.
pub(crate) fn occur(inventory: &Inventory) -> bool {
    inventory.find(TypeKind::Primitive(Primitive::Char)).is_some()
}

/// The type of a character: what `char32_t` is in C11, which C99 has not.
pub(crate) fn lower(names: &Names) -> Alias {
    let comment = Comment::text("A character: a Unicode scalar value, which is at most 0x10FFFF, and not from 0xD800 to 0xDFFF.");
    Alias::new(names.ty(NAME), comment, Declared::new(names.ty(NAME), CType::named("uint32_t")))
}

/// `character` as a constant expression.
pub(crate) fn literal(character: char) -> String {
    format!("UINT32_C(0x{:x})", u32::from(character))
}
