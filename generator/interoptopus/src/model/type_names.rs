//! Names of types: as Rust would write them, and as one identifier.

use super::inventory::Inventory;
use super::items::{Head, Marks};
use super::types::{Access, Content, PointerKind, Type, TypeKind};

/// The parts of a type's name.
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
    /// The word before the other in an identifier.
    word: String,
}

/// The type much as Rust writes it: `Option<Vec2>`, `Slice<Vec2>`, `SliceMut<f32>`, `Str`, `Result<Recorder>` for an outcome,
/// `[u8; 4]`, `&mut Vec2`, `NonZero<u32>`, `geometry::Point` for what is in a namespace. What has null, or 0, as its none is
/// `Nullable<…>`, because `Option<…>` is a struct. Distinct types have distinct names
/// in a checked inventory.
#[must_use]
pub fn type_name(inventory: &Inventory, ty: Type) -> String {
    let (around, Alone { name, ident: _ }) = written(inventory, ty);
    around.iter().rev().fold(name, |name, Around { before, after, word: _ }| format!("{before}{name}{after}"))
}

/// The same as an identifier, joined by `_`: `Option_Vec2`, `SliceMut_f32`, `Result_Option_Vec2`, `Array4_u8`, `RefMut_Vec2`,
/// `geometry_Point`.
#[must_use]
#[inline]
pub fn type_ident(inventory: &Inventory, ty: Type) -> String {
    let (around, Alone { name: _, ident }) = written(inventory, ty);
    around.iter().rev().fold(ident, |ident, Around { word, .. }| format!("{word}_{ident}"))
}

/// The name of `ty` in error messages: the path in Rust of the item that it is, or [`type_name`].
#[cfg(feature = "generate")]
#[must_use]
pub fn type_path(inventory: &Inventory, ty: Type) -> String {
    inventory.item_of(ty).map_or_else(|| type_name(inventory, ty), |item| inventory.item(item).path().to_owned())
}

/// The namespace that `ty` belongs to: of a pattern, an array or a pointer that of the type it is made of; empty for the library's own.
#[cfg(feature = "generate")]
#[must_use]
pub fn namespace_of(inventory: &Inventory, ty: Type) -> &str {
    match (inventory.item_of(ty), inventory.kind(ty).inner()) {
        (Some(item), _) => inventory.item(item).namespace(),
        (None, Some(inner)) => namespace_of(inventory, inner),
        (None, None) => "",
    }
}

/// The innermost name, and all that is written around it, from the outside. There are no more of these than types, so that even an inventory
/// that is not valid has an end.
fn written(inventory: &Inventory, ty: Type) -> (Vec<Around>, Alone) {
    let mut all = Vec::new();
    let mut next = inventory.types.get(ty.index());
    while let Some(kind) = next.filter(|_| all.len() <= inventory.types.len()) {
        match written_kind(inventory, kind) {
            Written::Alone(alone) => return (all, alone),
            Written::Around(inner, around) => {
                all.push(around);
                next = inventory.types.get(inner.index());
            }
        }
    }
    (all, Alone { name: "?".to_owned(), ident: "unknown".to_owned() })
}

fn written_kind(inventory: &Inventory, kind: &TypeKind) -> Written {
    match *kind {
        TypeKind::Void => Written::Alone(Alone { name: "()".to_owned(), ident: "void".to_owned() }),
        TypeKind::Primitive(primitive) => alone(primitive.rust_name()),
        TypeKind::Struct(id) => named(inventory.structs.get(id.index()).map(|s| &s.head), false),
        TypeKind::Enum(id) => named(inventory.enums.get(id.index()).map(|e| &e.head), false),
        TypeKind::Tagged(id) => named(inventory.tagged.get(id.index()).map(|t| &t.head), false),
        TypeKind::Union(id) => named(inventory.unions.get(id.index()).map(|u| &u.head), false),
        TypeKind::Opaque(id) => named(inventory.opaques.get(id.index()).map(|o| &o.head), false),
        TypeKind::Service(id) => named(inventory.services.get(id.index()).map(|s| &s.head), false),
        TypeKind::Callback { id, nullable } => named(inventory.callbacks.get(id.index()).map(|c| &c.head), nullable),
        TypeKind::NonZero { primitive, nullable } => {
            let name = primitive.rust_name();
            or_null(Alone { name: format!("NonZero<{name}>"), ident: format!("NonZero_{name}") }, nullable)
        }
        TypeKind::Str { nullable } => or_null(Alone { name: "Str".to_owned(), ident: "Str".to_owned() }, nullable),
        TypeKind::CStr { nullable } => or_null(Alone { name: "CStr".to_owned(), ident: "CStr".to_owned() }, nullable),
        TypeKind::Array { element, len } => around(element, "[", &format!("; {len}]"), &format!("Array{len}")),
        TypeKind::Pointer { pointee, access, kind } => written_pointer(inventory, pointee, access, kind),
        TypeKind::Slice { element, access, nullable } => match (access, nullable) {
            (Access::Read, false) => around(element, "Slice<", ">", "Slice"),
            (Access::Write, false) => around(element, "SliceMut<", ">", "SliceMut"),
            (Access::Read, true) => around(element, "Nullable<Slice<", ">>", "Nullable_Slice"),
            (Access::Write, true) => around(element, "Nullable<SliceMut<", ">>", "Nullable_SliceMut"),
        },
        TypeKind::Owned { content: Content::Text, nullable } => {
            or_null(Alone { name: "String".to_owned(), ident: "String".to_owned() }, nullable)
        }
        TypeKind::Owned { content: Content::Elements(element), nullable } => match nullable {
            false => around(element, "Vec<", ">", "Vec"),
            true => around(element, "Nullable<Vec<", ">>", "Nullable_Vec"),
        },
        TypeKind::Option { value } => around(value, "Option<", ">", "Option"),
        TypeKind::Outcome { value } => around(value, "Result<", ">", "Result"),
    }
}

fn written_pointer(inventory: &Inventory, pointee: Type, access: Access, kind: PointerKind) -> Written {
    let (before, after, word) = match (kind, access) {
        (PointerKind::Reference, Access::Read) => ("&", "", "Ref"),
        (PointerKind::Reference, Access::Write) => ("&mut ", "", "RefMut"),
        (PointerKind::Nullable, Access::Read) => ("Nullable<&", ">", "Nullable_Ref"),
        (PointerKind::Nullable, Access::Write) => ("Nullable<&mut ", ">", "Nullable_RefMut"),
        (PointerKind::NonNull, Access::Read) => ("NonNull<const ", ">", "NonNullConst"),
        (PointerKind::NonNull, Access::Write) => ("NonNull<", ">", "NonNull"),
        (PointerKind::Raw, Access::Read) => ("*const ", "", "Ptr"),
        (PointerKind::Raw, Access::Write) => ("*mut ", "", "PtrMut"),
    };
    match inventory.types.get(pointee.index()) {
        Some(TypeKind::Void) => Written::Alone(Alone { name: format!("{before}c_void{after}"), ident: format!("{word}_void") }),
        _ => around(pointee, before, after, word),
    }
}

fn alone(name: &str) -> Written {
    Written::Alone(Alone { name: name.to_owned(), ident: name.to_owned() })
}

/// An item, if there is one.
fn named(head: Option<&Head>, nullable: bool) -> Written {
    let Some(Head { name, marks: Marks { namespace, .. }, .. }) = head else { return alone("?") };
    let (path, prefix) =
        if namespace.is_empty() { Default::default() } else { (format!("{namespace}::"), format!("{namespace}_")) };
    or_null(Alone { name: format!("{path}{name}"), ident: format!("{prefix}{name}") }, nullable)
}

fn or_null(Alone { name, ident }: Alone, nullable: bool) -> Written {
    Written::Alone(match nullable {
        true => Alone { name: format!("Nullable<{name}>"), ident: format!("Nullable_{ident}") },
        false => Alone { name, ident },
    })
}

fn around(inner: Type, before: &str, after: &str, word: &str) -> Written {
    Written::Around(inner, Around { before: before.to_owned(), after: after.to_owned(), word: word.to_owned() })
}

#[cfg(test)]
mod tests;
