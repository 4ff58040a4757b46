//! Names of types: as Rust would write them, and as one identifier.

use super::{Access, Inventory, PointerKind, Type, TypeKind};

/// How a type is written.
enum Written {
    /// By itself: as in Rust, and as an identifier.
    Alone(String, String),
    /// Around another: what comes before and after it, and the word that comes before it in an identifier.
    Around(Type, String, String, String),
}

impl Inventory {
    /// The type much as Rust writes it: `Option<Vec2>`, `Slice<Vec2>`, `SliceMut<f32>`, `Str`, `Result<Recorder>` for an outcome, `[u8; 4]`,
    /// `&mut Vec2`. What has null as its none is `Nullable<…>`, because `Option<…>` is a struct. Distinct types have distinct names
    /// in a checked inventory.
    #[must_use]
    pub fn type_name(&self, ty: Type) -> String {
        let (around, (name, _)) = self.written(ty);
        around.iter().rev().fold(name, |name, (before, after, _)| format!("{before}{name}{after}"))
    }

    /// The same as an identifier, joined by `_`: `Option_Vec2`, `SliceMut_f32`, `Result_Option_Vec2`, `Array4_u8`, `RefMut_Vec2`.
    #[must_use]
    pub fn type_ident(&self, ty: Type) -> String {
        let (around, (_, name)) = self.written(ty);
        around.iter().rev().fold(name, |name, (_, _, word)| format!("{word}_{name}"))
    }

    /// What is written around the innermost name, from the outside, and that name. It is never longer than there are types, so that
    /// even an inventory that is not valid has an end.
    fn written(&self, ty: Type) -> (Vec<(String, String, String)>, (String, String)) {
        let mut around = Vec::new();
        let mut next = self.types.get(ty.index());
        while let Some(kind) = next.filter(|_| around.len() <= self.types.len()) {
            match self.written_kind(kind) {
                Written::Alone(name, ident) => return (around, (name, ident)),
                Written::Around(inner, before, after, word) => {
                    around.push((before, after, word));
                    next = self.types.get(inner.index());
                }
            }
        }
        (around, ("?".to_owned(), "unknown".to_owned()))
    }

    fn written_kind(&self, kind: &TypeKind) -> Written {
        let named = |name: Option<&String>| same(name.map_or("?", |name| name));
        match *kind {
            TypeKind::Void => Written::Alone("()".to_owned(), "void".to_owned()),
            TypeKind::Primitive(primitive) => same(primitive.rust_name()),
            TypeKind::Struct(id) => named(self.structs.get(id.index()).map(|s| &s.name)),
            TypeKind::Enum(id) => named(self.enums.get(id.index()).map(|e| &e.name)),
            TypeKind::Opaque(id) => named(self.opaques.get(id.index()).map(|o| &o.name)),
            TypeKind::Service(id) => named(self.services.get(id.index()).map(|s| &s.name)),
            TypeKind::Callback { id, nullable } => {
                let name = self.callbacks.get(id.index()).map_or("?", |c| &c.name);
                if nullable { nullable_alone(name) } else { same(name) }
            }
            TypeKind::Str { nullable: true } => nullable_alone("Str"),
            TypeKind::Str { nullable: false } => same("Str"),
            TypeKind::CStr { nullable: true } => nullable_alone("CStr"),
            TypeKind::CStr { nullable: false } => same("CStr"),
            TypeKind::Array { element, len } => {
                Written::Around(element, "[".to_owned(), format!("; {len}]"), format!("Array{len}"))
            }
            TypeKind::Pointer { pointee, access, kind } => self.written_pointer(pointee, access, kind),
            TypeKind::Slice { element, access, nullable } => {
                let word = if access == Access::Write { "SliceMut" } else { "Slice" };
                if nullable {
                    Written::Around(element, format!("Nullable<{word}<"), ">>".to_owned(), format!("Nullable_{word}"))
                } else {
                    Written::Around(element, format!("{word}<"), ">".to_owned(), word.to_owned())
                }
            }
            TypeKind::Option { value } => Written::Around(value, "Option<".to_owned(), ">".to_owned(), "Option".to_owned()),
            TypeKind::Outcome { value } => Written::Around(value, "Result<".to_owned(), ">".to_owned(), "Result".to_owned()),
        }
    }

    fn written_pointer(&self, pointee: Type, access: Access, kind: PointerKind) -> Written {
        let (before, after, word) = match (kind, access) {
            (PointerKind::Reference, Access::Read) => ("&", "", "Ref"),
            (PointerKind::Reference, Access::Write) => ("&mut ", "", "RefMut"),
            (PointerKind::Nullable, Access::Read) => ("Nullable<&", ">", "Nullable_Ref"),
            (PointerKind::Nullable, Access::Write) => ("Nullable<&mut ", ">", "Nullable_RefMut"),
            (PointerKind::Raw, Access::Read) => ("*const ", "", "Ptr"),
            (PointerKind::Raw, Access::Write) => ("*mut ", "", "PtrMut"),
        };
        match self.types.get(pointee.index()) {
            Some(TypeKind::Void) => Written::Alone(format!("{before}c_void{after}"), format!("{word}_void")),
            _ => Written::Around(pointee, before.to_owned(), after.to_owned(), word.to_owned()),
        }
    }
}

fn same(name: &str) -> Written {
    Written::Alone(name.to_owned(), name.to_owned())
}

fn nullable_alone(name: &str) -> Written {
    Written::Alone(format!("Nullable<{name}>"), format!("Nullable_{name}"))
}
