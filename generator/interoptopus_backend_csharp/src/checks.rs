//! The class of the methods that refuse what is no value of its type: C# lets any number be an enum, and any address null.

use crate::context::Context;
use crate::module::{Definition, Module};
use crate::{arrays, enums, opaques, structs, tagged, twins, value_types};
use interoptopus::Writer;
use interoptopus::model::{Type, TypeKind};
use std::collections::HashSet;

/// The types that come in somewhere, and have values that must not.
pub(crate) fn lower(cx: &Context<'_>) -> HashSet<Type> {
    let mut found = HashSet::new();
    let inventory = cx.inventory;
    for (_, function) in inventory.all_functions() {
        function.parameters.iter().for_each(|p| visit(cx, p.ty, &mut found));
    }
    inventory.callbacks().iter().flat_map(|c| &c.parameters).for_each(|p| visit(cx, p.ty, &mut found));
    cx.all_fields().for_each(|f| visit(cx, f.ty, &mut found));
    // Arrays are checked wherever they are, and so are their elements.
    cx.arrays.values().flatten().for_each(|&ty| visit(cx, ty, &mut found));
    found.retain(|&ty| !twins::borrows(cx, ty) && cx.has_invalid(ty) || matches!(inventory.kind(ty), TypeKind::Opaque(_)));
    found
}

fn visit(cx: &Context<'_>, ty: Type, found: &mut HashSet<Type>) {
    if !found.insert(ty) {
        return;
    }
    match *cx.inventory.kind(ty) {
        TypeKind::Struct(id) => cx.inventory[id].fields.iter().for_each(|f| visit(cx, f.ty, found)),
        TypeKind::Tagged(id) => cx.inventory[id].cases.iter().flat_map(|c| &c.fields).for_each(|f| visit(cx, f.ty, found)),
        TypeKind::Array { element: inner, len: _ }
        | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
        | TypeKind::Slice { element: inner, access: _, nullable: _ }
        | TypeKind::Option { value: inner }
        | TypeKind::Outcome { value: inner } => visit(cx, inner, found),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => {}
    }
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, module: &Module<'_>) {
    let Module { arrays, checked, .. } = module;
    let is_checked = |ty: &Type| checked.contains(ty);
    if checked.is_empty() && !arrays.iter().any(|lowered| lowered.has_invalid) {
        return;
    }
    value_types::open(w, "internal static class FfiChecks", |w| {
        for (ty, definition) in module.types().filter(|(ty, _)| is_checked(ty)) {
            let name = cx.name_of(*ty);
            w.blank();
            match definition {
                Definition::Struct(lowered) => structs::emit_check(w, name, lowered),
                Definition::Enum(lowered) => enums::emit_check(w, name, lowered),
                Definition::Tagged(lowered) => tagged::emit_check(w, name, lowered),
                Definition::Opaque(_) => opaques::emit_check(w, name),
                Definition::Twin(_)
                | Definition::TaggedTwin(_)
                | Definition::Union(_)
                | Definition::Callback(_)
                | Definition::Service(_) => {}
            }
        }
        for lowered in arrays.iter().filter(|lowered| lowered.has_invalid) {
            w.blank();
            arrays::emit_check(w, lowered);
        }
    });
}
