//! The types whose values are checked where they come in: C# lets any number be an enum, and any address null.

use crate::context::Context;
use crate::twins;
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
