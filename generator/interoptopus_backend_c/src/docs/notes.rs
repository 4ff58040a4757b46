//! Notes on types, of what a declaration does not say: whether null is a value, how a text ends.

use crate::types::Types;
use interoptopus::Checked;
use interoptopus::model::{PointerKind, Type, TypeKind};

const NULLABLE: &str = "may be null, which is none";

/// Of a parameter of a function, as `@param name` goes on.
pub(crate) fn of_parameter(inventory: &Checked, ty: Type) -> Option<&'static str> {
    match *inventory.kind(ty) {
        TypeKind::Pointer { pointee, access: _, kind } => {
            let object = matches!(inventory.kind(pointee), TypeKind::Service(_));
            of_pointer(kind).filter(|_| !(object && kind == PointerKind::Raw))
        }
        TypeKind::Slice { element: _, access: _, nullable } => {
            nullable.then_some("may be null, which is none; an empty one has a pointer")
        }
        TypeKind::Str { nullable } => Some(match nullable {
            true => "UTF-8, which needs no NUL at its end; null is none",
            false => "UTF-8; it needs no NUL at its end",
        }),
        TypeKind::CStr { nullable } => Some(match nullable {
            true => "ends with a NUL; may be null, which is none",
            false => "ends with a NUL",
        }),
        TypeKind::Callback { id: _, nullable } => nullable.then_some(NULLABLE),
        TypeKind::NonZero { primitive: _, nullable } => Some(if nullable { "0 is none" } else { "must not be 0" }),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// Of a parameter of a callback: what a slice or string is, its struct says.
pub(crate) fn of_callback_parameter(inventory: &Checked, ty: Type) -> Option<&'static str> {
    match *inventory.kind(ty) {
        TypeKind::Slice { nullable, .. } | TypeKind::Str { nullable } => nullable.then_some("is none if its `data` is null"),
        TypeKind::Pointer { kind: PointerKind::Raw | PointerKind::NonNull, .. } => None,
        TypeKind::NonZero { primitive: _, nullable } => Some(if nullable { "0 is none" } else { "is never 0" }),
        TypeKind::Pointer { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Callback { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => of_parameter(inventory, ty),
    }
}

/// Of a field, as a sentence.
pub(crate) fn of_field(inventory: &Checked, ty: Type) -> Option<&'static str> {
    match *inventory.kind(ty) {
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Nullable } => Some("May be null, which is none."),
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Reference | PointerKind::Raw | PointerKind::NonNull } => {
            None
        }
        TypeKind::Callback { id: _, nullable } => nullable.then_some("May be null, which is none."),
        TypeKind::NonZero { primitive: _, nullable } => Some(if nullable { "0 is none." } else { "Never 0." }),
        TypeKind::Slice { element: _, access: _, nullable } | TypeKind::Str { nullable } => {
            nullable.then_some("None if its `data` is null.")
        }
        TypeKind::CStr { nullable: false } => Some("Ends with a NUL."),
        TypeKind::CStr { nullable: true } => Some("Ends with a NUL; may be null, which is none."),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// Of what a function returns, as `@return` goes on; of what its caller frees, from `on_success` on.
pub(crate) fn of_return(types: &Types<'_>, ty: Type, on_success: &str) -> Option<String> {
    let note = match *types.inventory.kind(ty) {
        TypeKind::Service(id) => {
            return Some(format!("{on_success}an object that {}() must free", types.inventory[id].destroy));
        }
        TypeKind::Owned { content: _, nullable } => {
            let free = types.names.free(&types.names.of(types.inventory, ty));
            let or_none = if nullable { ", or none, with null `data`" } else { "" };
            return Some(format!("{on_success}what {free}() must free{or_none}"));
        }
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Nullable } => Some("null for none"),
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Reference | PointerKind::Raw | PointerKind::NonNull } => {
            None
        }
        TypeKind::Callback { id: _, nullable } => nullable.then_some("null for none"),
        TypeKind::NonZero { primitive: _, nullable } => Some(if nullable { "0 for none" } else { "never 0" }),
        TypeKind::Slice { element: _, access: _, nullable } | TypeKind::Str { nullable } => {
            nullable.then_some("null `data` for none")
        }
        TypeKind::CStr { nullable: false } => Some("a text that ends with a NUL"),
        TypeKind::CStr { nullable: true } => Some("a text that ends with a NUL, or null for none"),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Array { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => None,
    };
    note.map(str::to_owned)
}

fn of_pointer(kind: PointerKind) -> Option<&'static str> {
    match kind {
        PointerKind::Reference => None,
        PointerKind::NonNull => Some("must not be null, and is not checked further"),
        PointerKind::Nullable => Some("may be null, which is none"),
        PointerKind::Raw => Some("is not checked by the library"),
    }
}
