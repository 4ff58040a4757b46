//! Definitions of types, in the order and with the declarations ahead that the inventory says.

use crate::constructs::{callbacks, enums, opaques, options, owned, results, services, slices, strings, structs, tagged, unions};
use crate::types::Types;
use interoptopus::Refusals;
use interoptopus::model::{self, Defined, Type, TypeKind};
use interoptopus_c_syntax::{Definition, Forward, Kind};

/// The definitions of all types that need one, each with its type.
pub(crate) fn lower(types: &Types<'_>, refusals: &mut Refusals) -> Vec<(Type, Definition)> {
    let (defined, circles) = model::definitions(types.inventory);
    refusals.add_circles(types.inventory, &circles, "C has no type for");
    let kinds: Vec<(Defined, Kind)> =
        defined.into_iter().filter_map(|defined| kind(types, defined.ty, refusals).map(|kind| (defined, kind))).collect();
    let forward = |ty: Type| -> Option<Forward> {
        let (_, kind) = kinds.iter().find(|(defined, _)| defined.ty == ty)?;
        kind.forward().cloned()
    };
    let all: Vec<(Type, Vec<Forward>, bool)> = kinds
        .iter()
        .map(|(Defined { ty, ahead, is_declared }, _)| (*ty, ahead.iter().filter_map(|&ty| forward(ty)).collect(), *is_declared))
        .collect();
    let definition =
        |((ty, ahead, is_declared), (_, kind))| (ty, Definition { ahead, is_declared, condition: types.condition([ty]), kind });
    all.into_iter().zip(kinds).map(definition).collect()
}

/// The definition of `ty`; none for a result without a value, which is a status.
fn kind(types: &Types<'_>, ty: Type, refusals: &mut Refusals) -> Option<Kind> {
    let name = || types.names.of(types.inventory, ty);
    match *types.inventory.kind(ty) {
        TypeKind::Struct(id) => Some(structs::lower(types, ty, id, refusals)),
        TypeKind::Union(id) => Some(Kind::Struct(unions::lower(types, ty, id, refusals))),
        TypeKind::Tagged(id) => Some(Kind::Tagged(tagged::lower(types, ty, id, refusals))),
        TypeKind::Enum(id) => Some(Kind::Enum(enums::lower(types, ty, id))),
        TypeKind::Opaque(id) => Some(Kind::Incomplete(opaques::lower(types, ty, id))),
        TypeKind::Service(id) => Some(Kind::Incomplete(services::lower(types, ty, id))),
        TypeKind::Callback { id, nullable: _ } => Some(Kind::Alias(callbacks::lower(types, ty, id))),
        TypeKind::Slice { element, access, nullable: _ } => Some(Kind::Struct(slices::lower(types, name(), element, access))),
        TypeKind::Str { nullable: _ } => Some(Kind::Struct(strings::lower(name()))),
        TypeKind::Owned { content, nullable: _ } => Some(Kind::Struct(owned::lower(types, name(), content))),
        TypeKind::Option { value } => Some(Kind::Struct(options::lower(types, name(), value))),
        TypeKind::Outcome { value } => Some(Kind::Struct(results::lower(types, name(), value))),
        TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => None,
    }
}
