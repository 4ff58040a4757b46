//! The C type of each type.

use super::names::c_name;
use super::primitives;
use interoptopus::model::{self, Access, Inventory, PointerKind, Primitive, Type, TypeKind};
use interoptopus_c_syntax::CType;

/// The declaration of `name` as a `ty`; of a type, if `name` is empty.
pub(crate) fn declare(inventory: &Inventory, ty: Type, name: &str) -> String {
    c_type(inventory, ty).declare(name)
}

/// The type of C that `ty` is declared as.
pub(crate) fn c_type(inventory: &Inventory, ty: Type) -> CType {
    if let Some(inner) = model::transparent(inventory, ty) {
        return c_type(inventory, inner);
    }
    match *inventory.kind(ty) {
        TypeKind::Void => CType::named("void"),
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => {
            CType::named(primitives::c_type(primitive))
        }
        TypeKind::Outcome { value } if *inventory.kind(value) == TypeKind::Void => CType::named("int32_t"),
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => CType::named(name(inventory, ty)),
        TypeKind::Service(_) => CType::named(name(inventory, ty)).pointer(),
        TypeKind::CStr { nullable: _ } => text(),
        TypeKind::Array { element, len } => c_type(inventory, element).array(len),
        // What `ffi.new("char[]", …)` makes is passed to `*const c_char` without a word.
        TypeKind::Pointer { pointee, access, kind: PointerKind::Raw | PointerKind::NonNull } if is_char(inventory, pointee) => {
            if access == Access::Read {
                text()
            } else {
                CType::named("char").pointer()
            }
        }
        // An object is a pointer already.
        TypeKind::Pointer { pointee, .. } if matches!(inventory.kind(pointee), TypeKind::Service(_)) => {
            c_type(inventory, pointee)
        }
        TypeKind::Pointer { pointee, access, kind: _ } => elements(inventory, pointee, access),
    }
}

/// The address of text.
pub(crate) fn text() -> CType {
    CType::named("char").const_pointer()
}

/// The address of the first item of a slice, or of the only one.
pub(crate) fn elements(inventory: &Inventory, element: Type, access: Access) -> CType {
    let of = c_type(inventory, element);
    if access == Access::Read && takes_const(inventory, element) { of.const_pointer() } else { of.pointer() }
}

fn is_char(inventory: &Inventory, ty: Type) -> bool {
    *inventory.kind(ty) == TypeKind::Primitive(Primitive::CChar)
}

/// Whether `const` in front of the type is about the value itself, and not about its pointee.
fn takes_const(inventory: &Inventory, ty: Type) -> bool {
    let kind = inventory.kind(model::abi_value(inventory, ty));
    if let TypeKind::Array { element, len: _ } = *kind {
        return takes_const(inventory, element);
    }
    !matches!(kind, TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. })
}

/// The name that a type is defined under, such as `plotter_Option_Vec2`.
pub(crate) fn name(inventory: &Inventory, ty: Type) -> String {
    c_name(&format!("{}_{}", inventory.library, model::type_ident(inventory, inventory.definition_of(ty))))
}
