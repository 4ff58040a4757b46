//! Types that borrow: users have a class without an address in it, the twin, and its memory is made for the time of a call, or copied from
//! before that ends.
//!
//! The twin of `Entry` is `Entry`; what is in memory is `EntryRaw`, which nobody but the bindings sees.

mod arena;
mod equality;
mod structs;
mod tagged;

pub(crate) use arena::{bind, each_in, each_out, scope};
pub(crate) use structs::{Lowered as Struct, TwinField as Field, emit as emit_struct, lower as lower_struct};
pub(crate) use tagged::{Lowered as Tagged, LoweredCase as Case, emit as emit_tagged, lower as lower_tagged};

use crate::context::Context;
use crate::marshal::{Alone, Stored};
use crate::structs::hidden_storage;
use interoptopus::model::{Ownership, PointerKind, Repr, Type, TypeKind};

/// Whether a value of `ty` leads to somebody else's memory.
pub(crate) fn borrows(cx: &Context<'_>, ty: Type) -> bool {
    cx.inventory.ownership(ty) == Ownership::Borrowing
}

/// Whether users have an instance of a class for `ty`, which is an item.
pub(crate) fn has_twin(cx: &Context<'_>, ty: Type) -> bool {
    matches!(cx.inventory.kind(ty), TypeKind::Struct(_) | TypeKind::Tagged(_)) && borrows(cx, ty)
}

/// What is in memory of the twin `name`.
pub(crate) fn raw_of(name: &str) -> String {
    format!("{name}Raw")
}

/// How a struct or an enum with data is stored that borrows.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Result<Stored, String> {
    let name = cx.name_of(ty);
    let raw = raw_of(name);
    let stored = Stored::class(name, &raw, &format!("{raw}.Of($, #, @)"), "$.ToManaged()");
    Ok(Stored { alone: alone(cx, ty, &stored)?, ..stored })
}

/// What a transparent struct is by itself: its field.
fn alone(cx: &Context<'_>, ty: Type, stored: &Stored) -> Result<Option<Alone>, String> {
    let TypeKind::Struct(id) = *cx.inventory.kind(ty) else { return Ok(None) };
    let item = &cx.inventory[id];
    let (Repr::Transparent, [field]) = (item.repr, &item.fields[..]) else { return Ok(None) };
    let member = hidden_storage(&field.name);
    let into = format!("{}.{member}", stored.into.as_str()).into();
    let out = format!("new {} {{ {member} = $ }}.ToManaged()", stored.raw).into();
    Ok(Some(Alone { raw: in_memory(cx, field.ty)?, into, out }))
}

/// What is in memory of `ty`, without a look at what a pointer in it leads to: that may be `ty` again.
fn in_memory(cx: &Context<'_>, ty: Type) -> Result<String, String> {
    Ok(match *cx.inventory.kind(ty) {
        TypeKind::Pointer { .. } => cx.dialect.address().to_owned(),
        TypeKind::Slice { element, .. } => cx.dialect.slice_of(&in_memory(cx, element)?),
        TypeKind::Option { value } => cx.dialect.option_of(&in_memory(cx, value)?),
        TypeKind::Struct(_) | TypeKind::Tagged(_) if borrows(cx, ty) => raw_of(cx.name_of(ty)),
        _ => cx.stored(ty)?.element,
    })
}

/// Refuses what Rust could write to, where C# has a copy.
pub(crate) fn refuse_written(cx: &Context<'_>, ty: Type) -> Result<(), String> {
    Err(format!(
        "C# copies what `{}` leads to, so that Rust would write to a copy that nobody reads: take what is written as a parameter of its own",
        cx.inventory.type_name(ty)
    ))
}

/// Whether a pointer of this kind leads to what the twin has a copy of.
pub(crate) fn is_copied(cx: &Context<'_>, to: Type, kind: PointerKind) -> bool {
    let is_known = match cx.inventory.kind(to) {
        TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_) => false,
        TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Callback { .. }
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => true,
    };
    is_known && matches!(kind, PointerKind::Reference | PointerKind::Nullable)
}
