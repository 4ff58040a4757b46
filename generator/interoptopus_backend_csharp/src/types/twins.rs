//! Types that borrow: users have a class, and its memory is made for the time of a call, or copied from before that ends.

use crate::names::Names;
use crate::names::members::hidden_storage;
use crate::names::twins::{borrows, raw_of};
use crate::syntax::{CsType, Expr, Template};
use crate::types::conversions::{Alone, Stored, StoredOf};
use interoptopus::model::{self, PointerKind, Repr, Type, TypeKind};

/// A struct or an enum with data in memory that borrows.
pub(crate) fn stored(names: &Names<'_>, stored: StoredOf<'_>, ty: Type) -> Result<Stored, String> {
    let name = names.name_of(ty);
    let raw = raw_of(name);
    let into = Expr::Type(raw.clone().into()).method("Of", [Template::value(), Template::arena(), Template::parameter()]);
    let twin = Stored::class(name.clone(), raw, into, managed(Template::value()));
    Ok(Stored { alone: alone(names, stored, ty, &twin)?, ..twin })
}

/// The twin of what is in memory.
fn managed(raw: Template) -> Template {
    raw.method("ToManaged", [])
}

/// The form of a transparent struct by itself: that of its field.
fn alone(names: &Names<'_>, stored: StoredOf<'_>, ty: Type, twin: &Stored) -> Result<Option<Alone>, String> {
    let TypeKind::Struct(id) = *names.inventory.kind(ty) else { return Ok(None) };
    let item = &names.inventory[id];
    let (Repr::Transparent, [field]) = (item.repr, &item.fields[..]) else { return Ok(None) };
    let member = hidden_storage(&field.name);
    let into = twin.into.clone().member(&member);
    let out = managed(Expr::Initialized(twin.raw.clone(), vec![(member, Template::value())]));
    Ok(Some(Alone { raw: in_memory(names, stored, field.ty)?, into, out }))
}

/// The type in memory of `ty`, without a look at what a pointer in it leads to: that may be `ty` again.
fn in_memory(names: &Names<'_>, stored: StoredOf<'_>, ty: Type) -> Result<CsType, String> {
    Ok(match *names.inventory.kind(ty) {
        TypeKind::Pointer { .. } => names.dialect.address(),
        TypeKind::Slice { element, .. } => names.dialect.slice_of(&in_memory(names, stored, element)?),
        TypeKind::Option { value } => names.dialect.option_of(&in_memory(names, stored, value)?),
        TypeKind::Struct(_) | TypeKind::Tagged(_) if borrows(names.inventory, ty) => raw_of(names.name_of(ty)).into(),
        _ => stored(ty)?.element,
    })
}

/// Refuses what Rust could write to, where C# has a copy.
pub(crate) fn refuse_written(names: &Names<'_>, ty: Type) -> Result<(), String> {
    Err(format!(
        "C# copies what `{}` leads to, so that Rust would write to a copy that nobody reads: take what is written as a parameter of its own",
        model::type_name(names.inventory, ty)
    ))
}

/// Whether a pointer of this kind leads to what the twin has a copy of.
pub(crate) fn is_copied(names: &Names<'_>, to: Type, kind: PointerKind) -> bool {
    let is_unknown = matches!(names.inventory.kind(to), TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_));
    !is_unknown && matches!(kind, PointerKind::Reference | PointerKind::Nullable)
}
