//! Members that types of C# have of their own, whatever their fields and methods are: no type can be called as a member of it. What all
//! types inherit is none of these: no type is called so.

use interoptopus::model::TypeKind;

/// What generated code declares in a type of `kind`, and cannot call otherwise.
pub(crate) fn of(kind: &TypeKind) -> &'static [&'static str] {
    match kind {
        TypeKind::Struct(_) => &["Deconstruct", "EqualityContract", "PrintMembers"],
        TypeKind::Opaque(_) => &["Address", "Deconstruct", "IsNull", "PrintMembers"],
        TypeKind::Service(_) => &["Dispose"],
        TypeKind::Callback { .. }
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => &[],
    }
}
