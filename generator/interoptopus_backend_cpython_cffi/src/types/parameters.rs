//! The passage of each type as a parameter.

use super::passage::{Body, Passage};
use super::table::Types;
use super::{by_value, callbacks, enums, pointers, slices, strings};
use crate::cdef::carriers::{self, Place};
use crate::syntax::expressions::Expr;
use interoptopus::model::{Type, TypeKind};

/// The passage of a parameter of type `ty`; or why there is none.
pub(crate) fn lower(body: &mut Body<'_, '_>, name: &str, ty: Type) -> Result<Passage, String> {
    let mut passage = during_the_call(body, name, ty)?;
    if body.lends && body.types.borrows(ty) {
        let arguments = std::mem::take(&mut passage.arguments).into_iter();
        passage.arguments =
            arguments.map(|argument| body.variable(&format!("{name}_c"), argument, &mut passage.before)).collect();
    }
    let is_kept = |part: &Expr| *part == Expr::Kept;
    let keeps = passage.before.iter().any(|line| line.has(&is_kept)) || passage.arguments.iter().any(|a| a.count(&is_kept) > 0);
    if keeps {
        let list = body.kept();
        let named = |part: &Expr| is_kept(part).then(|| list.clone());
        passage.before.iter_mut().for_each(|line| line.replace(&named));
        passage.arguments.iter_mut().for_each(|argument| argument.replace(&named));
    }
    Ok(passage)
}

/// The passage where nothing needs the memory of an argument after the call.
fn during_the_call(body: &mut Body<'_, '_>, name: &str, ty: Type) -> Result<Passage, String> {
    match *body.types.inventory.kind(ty) {
        TypeKind::Enum(id) if !body.types.inventory[id].flags => Ok(enums::passage(body.types, name, id)),
        TypeKind::Callback { id, nullable } => callbacks::passage(body, name, id, nullable),
        TypeKind::Slice { element, access, nullable } => slices::passage(body, name, element, access, nullable),
        TypeKind::Str { nullable } => Ok(strings::passage(body, name, nullable)),
        TypeKind::CStr { nullable } => Ok(strings::passage_c(body.types, name, nullable)),
        TypeKind::Pointer { pointee, access, kind } if body.types.opaque(pointee).is_none() => {
            pointers::passage(body, name, pointee, access, kind)
        }
        TypeKind::Service(_) => Err("an object of a service cannot change hands as an argument: take a reference".to_owned()),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => value(body.types, name, ty),
    }
}

/// A parameter that is one value of `ty`, in a carrier if libffi cannot pass it.
fn value(types: &Types<'_>, name: &str, ty: Type) -> Result<Passage, String> {
    let mut passage = Passage::by_value(name, &types.of(ty))?;
    if carriers::is_carried(types.inventory, ty, Place::Argument)? {
        passage.arguments = passage.arguments.into_iter().map(|initial| by_value::carry(types, ty, initial)).collect();
    }
    Ok(passage)
}
