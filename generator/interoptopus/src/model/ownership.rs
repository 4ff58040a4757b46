//! Who owns what a value leads to: decided once, as every language copies, frees and shows values by it.

use super::{Field, Inventory, PointerKind, Type, TypeKind};

/// Who owns the memory that a value leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ownership {
    /// Its bytes are all there is. Raw pointers and `NonNull` are bytes: what they lead to is their author's affair.
    Plain,
    /// It leads to somebody else's memory: references, slices, strings, callbacks, and what holds one of them.
    Borrowing,
    /// Whoever holds it has to free it: an object of a service that changes hands, and what holds one.
    Owning,
}

impl Inventory {
    /// Who owns what a value of `ty` leads to; of a composite the strongest of its parts.
    #[must_use]
    pub fn ownership(&self, ty: Type) -> Ownership {
        match *self.kind(ty) {
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Enum(_)
            | TypeKind::Opaque(_)
            | TypeKind::Pointer { kind: PointerKind::Raw | PointerKind::NonNull, .. } => Ownership::Plain,
            TypeKind::Callback { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Pointer { kind: PointerKind::Reference | PointerKind::Nullable, .. } => Ownership::Borrowing,
            TypeKind::Service(_) => Ownership::Owning,
            TypeKind::Struct(id) => self.ownership_of_fields(&self[id].fields),
            TypeKind::Union(id) => self.ownership_of_fields(&self[id].fields),
            TypeKind::Tagged(id) => {
                let cases = self[id].cases.iter().map(|case| self.ownership_of_fields(&case.fields));
                cases.max().unwrap_or(Ownership::Plain)
            }
            TypeKind::Array { element: inner, len: _ }
            | TypeKind::Option { value: inner }
            | TypeKind::Outcome { value: inner } => self.ownership(inner),
        }
    }

    fn ownership_of_fields(&self, fields: &[Field]) -> Ownership {
        fields.iter().map(|field| self.ownership(field.ty)).max().unwrap_or(Ownership::Plain)
    }
}

#[cfg(test)]
mod tests;
