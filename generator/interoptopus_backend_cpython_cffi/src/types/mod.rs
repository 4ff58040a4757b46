//! Rust's types in Python, one file a construct: annotations, and the conversion of values.

pub(crate) mod arrays;
pub(crate) mod by_value;
pub(crate) mod callback_arguments;
pub(crate) mod callbacks;
mod characters;
mod conversion;
pub(crate) mod enums;
pub(crate) mod flags;
mod nonnull;
mod nonzero;
mod opaques;
pub(crate) mod options;
pub(crate) mod owned;
pub(crate) mod parameters;
pub(crate) mod passage;
pub(crate) mod pointers;
pub(crate) mod primitives;
mod services;
pub(crate) mod slices;
mod strings;
pub(crate) mod structs;
pub(crate) mod support;
pub(crate) mod table;
pub(crate) mod tagged;
mod unions;
mod wide;

use crate::cdef::aligned;
use crate::names::Names;
use crate::syntax::expressions::none;
use conversion::Conversion;
use interoptopus::model::{Checked, Content, Primitive, Type, TypeKind};
use support::Support;
use table::Types;

/// The types of `inventory`.
pub(crate) fn lower<'a>(inventory: &'a Checked, names: &'a Names) -> Types<'a> {
    Types::new(inventory, names, decide)
}

/// The conversion of values of `ty`.
fn decide(types: &Types<'_>, ty: Type) -> Conversion {
    match *types.inventory.kind(ty) {
        TypeKind::Void => Conversion::same(none()),
        TypeKind::Primitive(Primitive::Char) => characters::conversion(types),
        TypeKind::Primitive(Primitive::I128 | Primitive::U128) => wide::conversion(),
        TypeKind::Primitive(primitive) => Conversion::same(types.names.python(primitives::annotation(primitive))),
        TypeKind::NonZero { primitive: _, nullable } => nonzero::conversion(types, nullable),
        TypeKind::Struct(id) => structs::conversion(types, id),
        TypeKind::Enum(id) => enums::conversion(types, id),
        TypeKind::Tagged(id) => tagged::conversion(types, id),
        TypeKind::Union(id) => unions::conversion(types, id),
        TypeKind::Opaque(_) => Conversion::refused("an opaque type crosses only behind a pointer"),
        TypeKind::Callback { id: _, nullable: _ } => callbacks::conversion(),
        TypeKind::Service(id) => services::conversion(types, id),
        TypeKind::Array { element, len } => arrays::conversion(types, element, len),
        TypeKind::Pointer { pointee, access, kind } => match types.opaque(pointee) {
            Some(id) => opaques::conversion(types, id, kind),
            None => pointers::conversion(types, pointee, access, kind),
        },
        TypeKind::Slice { element, access, nullable } => slices::conversion(types, element, access, nullable),
        TypeKind::Str { nullable } => strings::conversion(types, nullable),
        TypeKind::CStr { nullable } => strings::conversion_c(types, nullable),
        TypeKind::Owned { content, nullable } => owned::conversion(types, content, nullable),
        TypeKind::Option { value } => options::conversion(types, value),
        TypeKind::Outcome { value: _ } => Conversion::refused("a result crosses only as what a function returns"),
    }
}

/// The support of `ty`.
pub(crate) fn support_of(types: &Types<'_>, ty: Type) -> Vec<Support> {
    match *types.inventory.kind(ty) {
        TypeKind::Struct(id) => structs::conversions(types, id).into(),
        TypeKind::Enum(id) => vec![enums::table(types, id)],
        TypeKind::Callback { id, nullable: _ } => vec![callbacks::table(types, id)],
        TypeKind::Slice { element, access: _, nullable: _ } => slices::support(types, element),
        TypeKind::Owned { content: Content::Elements(element), nullable: _ } => {
            slices::support(types, element).into_iter().chain(owned::numbers(types, element)).collect()
        }
        TypeKind::Pointer { pointee, access: _, kind: _ } => {
            let is_aligned = aligned::beyond_cffi(types.inventory, pointee).is_some();
            let arrays = is_aligned.then(|| slices::types(types, pointee)).into_iter().flatten();
            [pointers::table(types, pointee)].into_iter().chain(arrays).collect()
        }
        TypeKind::Tagged(id) => [pointers::table(types, ty)].into_iter().chain(tagged::conversions(types, id)).collect(),
        TypeKind::Union(_) => vec![pointers::table(types, ty)],
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { content: Content::Text, nullable: _ }
        | TypeKind::Outcome { .. } => Vec::new(),
    }
}

/// The support of a type that is passed in a carrier.
pub(crate) fn support_of_carried(types: &Types<'_>, ty: Type) -> [Support; 2] {
    [by_value::table(types, ty), pointers::table(types, ty)]
}
