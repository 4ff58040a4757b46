//! Names of arrays, made of the names of their elements.

use crate::names::twins::{borrows, raw_of};
use crate::syntax::{self, Dialect, Path};
use interoptopus::model::{Checked, Primitive, Type, TypeKind};

/// The names that those of arrays are made of.
pub(crate) struct Elements<'n> {
    pub(crate) inventory: &'n Checked,
    pub(crate) dialect: Dialect,
    /// The name of a type that is an item.
    pub(crate) item: &'n dyn Fn(Type) -> &'n Path,
}

impl Elements<'_> {
    /// The struct for `len` of `element`.
    pub(crate) fn array(&self, element: Type, len: usize) -> String {
        let element = match *self.inventory.kind(element) {
            // Otherwise an array of options would be called as an option of an array.
            TypeKind::Array { element, len } => self.array(element, len),
            _ if borrows(self.inventory, element) => format!("Raw{}", self.in_memory(element)),
            _ => self.public(element),
        };
        format!("{element}Array{len}")
    }

    /// The word for what users see of a type that does not borrow.
    fn public(&self, ty: Type) -> String {
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => self.primitive(primitive),
            TypeKind::NonZero { primitive, nullable: false } => self.primitive(primitive),
            TypeKind::NonZero { primitive, nullable: true } => self.primitive(primitive) + "OrNull",
            TypeKind::Option { value } => self.public(value) + "OrNull",
            TypeKind::Array { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Void
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => self.in_memory(ty),
        }
    }

    /// The word for what is in memory of a type.
    fn in_memory(&self, ty: Type) -> String {
        match *self.inventory.kind(ty) {
            // A byte at the border, which .NET's own type is too.
            TypeKind::Primitive(Primitive::Bool) if self.dialect.is_unity() => "Byte".to_owned(),
            TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => self.primitive(primitive),
            TypeKind::Array { element, len } => self.array(element, len),
            TypeKind::Option { value } => format!("Option{}", self.in_memory(value)),
            TypeKind::Slice { element, .. } => self.dialect.pick(format!("Slice{}", self.in_memory(element)), "Slice".to_owned()),
            TypeKind::Str { .. } => "Str".to_owned(),
            TypeKind::Pointer { pointee, .. } if matches!(self.inventory.kind(pointee), TypeKind::Opaque(_)) => {
                self.word(pointee)
            }
            TypeKind::Struct(_) | TypeKind::Tagged(_) if borrows(self.inventory, ty) => raw_of((self.item)(ty)).word(),
            TypeKind::Struct(_) | TypeKind::Tagged(_) | TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Opaque(_) => {
                self.word(ty)
            }
            TypeKind::Pointer { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Void
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => self.dialect.address().word(),
        }
    }

    fn primitive(&self, primitive: Primitive) -> String {
        syntax::primitive(primitive, self.dialect).word()
    }

    fn word(&self, ty: Type) -> String {
        (self.item)(ty).word()
    }
}
