//! Validation: the values of C# that are none of Rust's, and memory that may be aligned wrongly.

use crate::syntax::Dialect;
use interoptopus::model::{self, Checked, PointerKind, Primitive, Type, TypeKind};

/// Whether a value of `ty` that C# can write may be none of Rust's: an enum without such a variant, a reference that is null.
pub(crate) fn has_invalid(inventory: &Checked, dialect: Dialect, ty: Type) -> bool {
    let is_invalid = |ty: Type| match *inventory.kind(ty) {
        // .NET's own type of a character has no value that is none.
        TypeKind::Primitive(Primitive::Char) => dialect.is_unity(),
        // Of these it is the parts.
        TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Array { .. } | TypeKind::Option { .. } => false,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => model::needs_check(inventory, ty),
    };
    model::contains(inventory, ty, &is_invalid)
}

/// Whether memory may be aligned wrongly for `ty`, as far as this dialect's users can make it so.
pub(crate) fn may_misalign(inventory: &Checked, dialect: Dialect, ty: Type) -> bool {
    let is_byte = matches!(inventory.kind(ty), TypeKind::Primitive(primitive) if primitive.size() == 1);
    let is_bytes = inventory.layout(ty).is_some_and(|layout| layout.align == 1);
    dialect == Dialect::DotNet && !is_byte && !is_bytes
}

/// Whether Rust refuses a null of a pointer of this kind.
pub(crate) fn is_refused_null(kind: PointerKind) -> bool {
    match kind {
        PointerKind::Reference | PointerKind::NonNull => true,
        PointerKind::Nullable | PointerKind::Raw => false,
    }
}

/// The reason why there is no place for `ty` there.
pub(crate) fn misplaced(inventory: &Checked, ty: Type, place: &str) -> String {
    format!("C# has no form for `{}` {place}", model::type_name(inventory, ty))
}
