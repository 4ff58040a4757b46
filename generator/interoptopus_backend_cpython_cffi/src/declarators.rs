//! Declarations of C, built from the inside out: `const float (*m)[4]`.

use crate::spelling::c_name;
use crate::{primitives, transparent};
use interoptopus::model::{AbiType, Access, Inventory, PointerKind, Primitive, Type, TypeKind};

/// The declaration of `name` as a `ty`; of a type, if `name` is empty.
pub(crate) fn declare(inventory: &Inventory, ty: Type, name: &str) -> String {
    declared(inventory, ty, name.to_owned(), false)
}

/// `declarator` is what C writes around a name; what it is a declarator of is const if `is_const`.
fn declared(inventory: &Inventory, ty: Type, declarator: String, is_const: bool) -> String {
    let named = |base: &str, pointer: &str, declarator: &str| {
        let constant = if is_const { "const " } else { "" };
        format!("{constant}{base} {pointer}{declarator}").trim_end().to_owned()
    };
    if let Some(inner) = transparent::inner(inventory, ty) {
        return declared(inventory, inner, declarator, is_const);
    }
    match *inventory.kind(ty) {
        TypeKind::Void => named("void", "", &declarator),
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => {
            named(primitives::c_type(primitive), "", &declarator)
        }
        TypeKind::Outcome { value } if *inventory.kind(value) == TypeKind::Void => named("int32_t", "", &declarator),
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => named(&name(inventory, ty), "", &declarator),
        TypeKind::Service(_) => named(&name(inventory, ty), "*", &declarator),
        TypeKind::CStr { nullable: _ } => format!("const char *{declarator}").trim_end().to_owned(),
        TypeKind::Array { element, len } => declared(inventory, element, format!("{declarator}[{len}]"), is_const),
        // What `ffi.new("char[]", …)` makes is passed to `*const c_char` without a word.
        TypeKind::Pointer { pointee, access, kind: PointerKind::Raw | PointerKind::NonNull } if is_char(inventory, pointee) => {
            let constant = if access == Access::Read { "const " } else { "" };
            format!("{constant}char *{declarator}").trim_end().to_owned()
        }
        TypeKind::Pointer { pointee, access, kind: _ } => {
            let declarator = if matches!(inventory.kind(pointee), TypeKind::Service(_)) {
                declarator // It is a pointer already.
            } else if is_array(inventory, pointee) {
                format!("(*{declarator})")
            } else {
                format!("*{declarator}")
            };
            declared(inventory, pointee, declarator, access == Access::Read && takes_const(inventory, pointee))
        }
    }
}

/// Whether C has an array for it, whose pointers need parentheses.
pub(crate) fn is_array(inventory: &Inventory, ty: Type) -> bool {
    match transparent::inner(inventory, ty) {
        Some(inner) => is_array(inventory, inner),
        None => matches!(inventory.kind(ty), TypeKind::Array { .. }),
    }
}

fn is_char(inventory: &Inventory, ty: Type) -> bool {
    *inventory.kind(ty) == TypeKind::Primitive(Primitive::CChar)
}

/// Where `const` in front of the type is about the value itself, and not about what that points to.
fn takes_const(inventory: &Inventory, ty: Type) -> bool {
    if let Some(inner) = transparent::inner(inventory, ty) {
        return takes_const(inventory, inner);
    }
    match *inventory.kind(ty) {
        TypeKind::Array { element, len: _ } => takes_const(inventory, element),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => true,
        TypeKind::Callback { .. } | TypeKind::Service(_) | TypeKind::Pointer { .. } | TypeKind::CStr { .. } => false,
    }
}

/// The name that a type is defined under, such as `plotter_Option_Vec2`.
pub(crate) fn name(inventory: &Inventory, ty: Type) -> String {
    c_name(&format!("{}_{}", inventory.library, inventory.type_ident(inventory.definition_of(ty))))
}

/// The address of the first item of a slice.
pub(crate) fn elements(inventory: &Inventory, element: Type, access: Access, name: &str) -> String {
    let declarator = if is_array(inventory, element) { format!("(*{name})") } else { format!("*{name}") };
    declared(inventory, element, declarator, access == Access::Read && takes_const(inventory, element))
}

/// A parameter of a function.
pub(crate) fn parameter(inventory: &Inventory, name: &str, ty: AbiType) -> String {
    let name = c_name(name);
    match ty {
        AbiType::One(ty) => declare(inventory, ty, &name),
        AbiType::Elements { element, access } => elements(inventory, element, access, &name),
        AbiType::Utf8 => format!("const char *{name}"),
        AbiType::Len => format!("size_t {name}"),
        AbiType::This(id) => {
            let ty = inventory.find(TypeKind::Service(id));
            ty.map(|ty| declare(inventory, ty, &name)).unwrap_or_default()
        }
    }
}
