//! Structs that are aligned to more than their fields: cffi knows no such thing, so their padding is declared.

use super::definitions::{self, Declared};
use super::types::name;
use interoptopus::model::{Inventory, Primitive, Repr, Type, TypeKind};

/// The alignment of a type that has more of it than cffi would find, because it is aligned or contains what is.
pub(crate) fn beyond_cffi(inventory: &Inventory, ty: Type) -> Option<u32> {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let item = &inventory[id];
            let inner = item.fields.iter().filter_map(|field| beyond_cffi(inventory, field.ty)).max();
            match item.repr {
                Repr::Aligned(align) if align as usize > by_fields(inventory, ty) => Some(align.max(inner.unwrap_or(0))),
                Repr::Aligned(_) | Repr::C | Repr::Transparent => inner,
                Repr::Packed(_) => None,
            }
        }
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } | TypeKind::Outcome { value: inner } => {
            beyond_cffi(inventory, inner)
        }
        TypeKind::Union(id) => inventory[id].fields.iter().filter_map(|field| beyond_cffi(inventory, field.ty)).max(),
        TypeKind::Tagged(id) => {
            let fields = inventory[id].cases.iter().flat_map(|case| &case.fields);
            fields.filter_map(|field| beyond_cffi(inventory, field.ty)).max()
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => None,
    }
}

/// The alignment that cffi finds by the fields. Of numbers it is their size, which is more than some platforms have: then an alignment is
/// said that would be there anyway.
fn by_fields(inventory: &Inventory, ty: Type) -> usize {
    let most = |fields: &[interoptopus::model::Field]| fields.iter().map(|f| by_fields(inventory, f.ty)).max().unwrap_or(1);
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => sure(primitive),
        TypeKind::Enum(id) => sure(inventory[id].repr),
        TypeKind::Struct(id) => match inventory[id].repr {
            Repr::Packed(most_of_each) => most(&inventory[id].fields).min(most_of_each as usize),
            Repr::C | Repr::Transparent | Repr::Aligned(_) => most(&inventory[id].fields),
        },
        TypeKind::Union(id) => most(&inventory[id].fields),
        TypeKind::Tagged(id) => {
            let cases = inventory[id].cases.iter().map(|case| most(&case.fields)).max();
            cases.unwrap_or(1).max(sure(inventory[id].repr))
        }
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } => by_fields(inventory, inner),
        TypeKind::Outcome { value } => by_fields(inventory, value).max(4),
        TypeKind::Void | TypeKind::Opaque(_) => 1,
        TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => 4,
    }
}

/// The alignment that a number has on every platform.
fn sure(primitive: Primitive) -> usize {
    primitive.size().min(4)
}

/// The statement that declares a struct with its padding.
pub(crate) fn declaration(inventory: &Inventory, ty: Type) -> Vec<String> {
    let fields = definitions::fields(inventory, ty).unwrap_or_default();
    let rows = fields.iter().map(|Declared { name: _, ty, text }| format!("        (\"{ty}\", \"{text}\"),"));
    let open = ["_declare_aligned(".to_owned(), format!("    \"{}\",", name(inventory, ty))];
    let open = open.into_iter().chain([format!("    {},", own(inventory, ty)), "    [".to_owned()]);
    open.chain(rows).chain(["    ],".to_owned(), ")".to_owned()]).collect()
}

/// What the struct itself asks for.
fn own(inventory: &Inventory, ty: Type) -> u32 {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return 1 };
    match inventory[id].repr {
        Repr::Aligned(align) => align,
        Repr::C | Repr::Transparent | Repr::Packed(_) => 1,
    }
}

/// The types that a module has to declare so.
pub(crate) fn is_declared_here(inventory: &Inventory, ty: Type) -> bool {
    beyond_cffi(inventory, ty).is_some() && definitions::fields(inventory, ty).is_some()
}

/// Why a sum type or a union cannot contain such a struct.
pub(crate) fn refusal(inventory: &Inventory, ty: Type) -> Option<String> {
    let align = beyond_cffi(inventory, ty)?;
    Some(format!("it contains a struct that is aligned to {align} bytes, which cffi knows only in structs"))
}
