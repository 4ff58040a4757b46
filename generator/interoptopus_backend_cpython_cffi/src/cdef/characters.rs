//! C's `char`, whose sign is the platform's: cffi is told what it is.

use interoptopus::model::{Inventory, Primitive, TypeKind};

/// The statement that declares C's `char` as a number, if the library has one.
pub(crate) fn declaration(inventory: &Inventory) -> Option<Vec<String>> {
    inventory.find(TypeKind::Primitive(Primitive::CChar))?;
    Some(vec!["ffi.cdef(_char())".to_owned()])
}
