//! Names of types: as Rust would write them, and as one identifier.

use super::{Access, Inventory, PointerKind, Type, TypeKind};

/// How a type is written.
enum Written {
    Alone(Alone),
    Around(Type, Around),
}

/// A type that is written by itself.
struct Alone {
    name: String,
    ident: String,
}

/// A type that is written around another.
struct Around {
    before: String,
    after: String,
    /// What comes before the other in an identifier.
    word: String,
}

impl Inventory {
    /// The type much as Rust writes it: `Option<Vec2>`, `Slice<Vec2>`, `SliceMut<f32>`, `Str`, `Result<Recorder>` for an outcome, `[u8; 4]`,
    /// `&mut Vec2`. What has null as its none is `Nullable<…>`, because `Option<…>` is a struct. Distinct types have distinct names
    /// in a checked inventory.
    #[must_use]
    pub fn type_name(&self, ty: Type) -> String {
        let (around, Alone { name, ident: _ }) = self.written(ty);
        around.iter().rev().fold(name, |name, Around { before, after, word: _ }| format!("{before}{name}{after}"))
    }

    /// The same as an identifier, joined by `_`: `Option_Vec2`, `SliceMut_f32`, `Result_Option_Vec2`, `Array4_u8`, `RefMut_Vec2`.
    #[must_use]
    pub fn type_ident(&self, ty: Type) -> String {
        let (around, Alone { name: _, ident }) = self.written(ty);
        around.iter().rev().fold(ident, |ident, Around { word, .. }| format!("{word}_{ident}"))
    }

    /// What is written around the innermost name, from the outside, and that name. It is never longer than there are types, so that
    /// even an inventory that is not valid has an end.
    fn written(&self, ty: Type) -> (Vec<Around>, Alone) {
        let mut all = Vec::new();
        let mut next = self.types.get(ty.index());
        while let Some(kind) = next.filter(|_| all.len() <= self.types.len()) {
            match self.written_kind(kind) {
                Written::Alone(alone) => return (all, alone),
                Written::Around(inner, around) => {
                    all.push(around);
                    next = self.types.get(inner.index());
                }
            }
        }
        (all, Alone { name: "?".to_owned(), ident: "unknown".to_owned() })
    }

    fn written_kind(&self, kind: &TypeKind) -> Written {
        let named = |name: Option<&String>| alone(name.map_or("?", |name| name));
        match *kind {
            TypeKind::Void => Written::Alone(Alone { name: "()".to_owned(), ident: "void".to_owned() }),
            TypeKind::Primitive(primitive) => alone(primitive.rust_name()),
            TypeKind::Struct(id) => named(self.structs.get(id.index()).map(|s| &s.name)),
            TypeKind::Enum(id) => named(self.enums.get(id.index()).map(|e| &e.name)),
            TypeKind::Tagged(id) => named(self.tagged.get(id.index()).map(|t| &t.name)),
            TypeKind::Union(id) => named(self.unions.get(id.index()).map(|u| &u.name)),
            TypeKind::Opaque(id) => named(self.opaques.get(id.index()).map(|o| &o.name)),
            TypeKind::Service(id) => named(self.services.get(id.index()).map(|s| &s.name)),
            TypeKind::Callback { id, nullable } => {
                let name = self.callbacks.get(id.index()).map_or("?", |c| &c.name);
                if nullable { nullable_alone(name) } else { alone(name) }
            }
            TypeKind::NonZero { primitive, nullable } => {
                let name = primitive.rust_name();
                let (before, after, word) = if nullable { ("Nullable<", ">", "Nullable_") } else { ("", "", "") };
                let (name, ident) = (format!("{before}NonZero<{name}>{after}"), format!("{word}NonZero_{name}"));
                Written::Alone(Alone { name, ident })
            }
            TypeKind::Str { nullable: true } => nullable_alone("Str"),
            TypeKind::Str { nullable: false } => alone("Str"),
            TypeKind::CStr { nullable: true } => nullable_alone("CStr"),
            TypeKind::CStr { nullable: false } => alone("CStr"),
            TypeKind::Array { element, len } => around(element, "[", &format!("; {len}]"), &format!("Array{len}")),
            TypeKind::Pointer { pointee, access, kind } => self.written_pointer(pointee, access, kind),
            TypeKind::Slice { element, access, nullable } => match (access, nullable) {
                (Access::Read, false) => around(element, "Slice<", ">", "Slice"),
                (Access::Write, false) => around(element, "SliceMut<", ">", "SliceMut"),
                (Access::Read, true) => around(element, "Nullable<Slice<", ">>", "Nullable_Slice"),
                (Access::Write, true) => around(element, "Nullable<SliceMut<", ">>", "Nullable_SliceMut"),
            },
            TypeKind::Option { value } => around(value, "Option<", ">", "Option"),
            TypeKind::Outcome { value } => around(value, "Result<", ">", "Result"),
        }
    }

    fn written_pointer(&self, pointee: Type, access: Access, kind: PointerKind) -> Written {
        let (before, after, word) = match (kind, access) {
            (PointerKind::Reference, Access::Read) => ("&", "", "Ref"),
            (PointerKind::Reference, Access::Write) => ("&mut ", "", "RefMut"),
            (PointerKind::Nullable, Access::Read) => ("Nullable<&", ">", "Nullable_Ref"),
            (PointerKind::Nullable, Access::Write) => ("Nullable<&mut ", ">", "Nullable_RefMut"),
            (PointerKind::NonNull, Access::Read) => ("NonNull<*const ", ">", "NonNull_Ptr"),
            (PointerKind::NonNull, Access::Write) => ("NonNull<*mut ", ">", "NonNull_PtrMut"),
            (PointerKind::Raw, Access::Read) => ("*const ", "", "Ptr"),
            (PointerKind::Raw, Access::Write) => ("*mut ", "", "PtrMut"),
        };
        match self.types.get(pointee.index()) {
            Some(TypeKind::Void) => {
                Written::Alone(Alone { name: format!("{before}c_void{after}"), ident: format!("{word}_void") })
            }
            _ => around(pointee, before, after, word),
        }
    }
}

fn alone(name: &str) -> Written {
    Written::Alone(Alone { name: name.to_owned(), ident: name.to_owned() })
}

fn nullable_alone(name: &str) -> Written {
    Written::Alone(Alone { name: format!("Nullable<{name}>"), ident: format!("Nullable_{name}") })
}

fn around(inner: Type, before: &str, after: &str, word: &str) -> Written {
    Written::Around(inner, Around { before: before.to_owned(), after: after.to_owned(), word: word.to_owned() })
}

#[cfg(test)]
mod tests;
