//! The types that items use.

use super::inventory::Inventory;
use super::item::ItemRef;
use super::items::{Crossing, Field, Function, Parameter};
use super::types::{Type, TypeKind};

/// The types that stand in an item itself, those in its parts included.
pub(super) fn types_in(inventory: &Inventory, item: ItemRef<'_>) -> Vec<Type> {
    let of_fields = |fields: &[Field]| fields.iter().map(|f| f.ty).collect::<Vec<_>>();
    match item {
        ItemRef::Constant(c) => vec![c.ty],
        ItemRef::Function(f) => types_in_function(inventory, f),
        ItemRef::Struct(s) => of_fields(&s.fields),
        ItemRef::Union(u) => of_fields(&u.fields),
        ItemRef::Tagged(t) => t.cases.iter().flat_map(|c| of_fields(&c.fields)).collect(),
        ItemRef::Callback(c) => of_parameters(&c.parameters).chain([c.returns]).collect(),
        ItemRef::Service(s) => s.functions().flat_map(|f| types_in_function(inventory, f)).collect(),
        ItemRef::Enum(_) | ItemRef::Opaque(_) => Vec::new(),
    }
}

pub(super) fn types_in_function(inventory: &Inventory, function: &Function) -> Vec<Type> {
    let error = match function.crossing {
        Crossing::Guarded { error: Some(error) } => inventory.find(TypeKind::Enum(error)),
        Crossing::Guarded { error: None } | Crossing::Bare => None,
    };
    of_parameters(&function.parameters).chain([function.returns, function.abi_returns]).chain(error).collect()
}

fn of_parameters(parameters: &[Parameter]) -> impl Iterator<Item = Type> {
    parameters.iter().map(|p| p.ty)
}
