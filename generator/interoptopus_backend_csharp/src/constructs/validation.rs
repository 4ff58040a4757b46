//! Validation: the types whose values are checked where they come in, as C# lets any number be an enum, and any address null.

use crate::names::twins::borrows;
use crate::types::Types;
use crate::types::validation::has_invalid;
use interoptopus::model::{Checked, Declared, Field, Type, TypeKind};
use std::collections::HashSet;

/// The types that come in somewhere, and have values that must not.
pub(crate) fn lower(types: &Types<'_>) -> HashSet<Type> {
    let mut found = HashSet::new();
    let inventory = types.inventory;
    for (_, function) in inventory.all_functions() {
        function.parameters.iter().for_each(|p| visit(types, p.ty, &mut found));
    }
    inventory.callbacks().iter().flat_map(|c| &c.parameters).for_each(|p| visit(types, p.ty, &mut found));
    fields(inventory).for_each(|f| visit(types, f.ty, &mut found));
    // Arrays are checked wherever they are, and so are their elements.
    types.names.arrays.values().flatten().for_each(|&ty| visit(types, ty, &mut found));
    found.retain(|&ty| {
        !borrows(types.inventory, ty) && has_invalid(types.inventory, types.dialect, ty)
            || matches!(inventory.kind(ty), TypeKind::Opaque(_))
    });
    found
}

/// The fields of everything that has some.
fn fields(inventory: &Checked) -> impl Iterator<Item = &Field> {
    let structs = inventory.structs().iter().flat_map(|s| &s.fields);
    let unions = inventory.unions().iter().flat_map(|u| &u.fields);
    structs.chain(unions).chain(inventory.tagged().iter().flat_map(|t| &t.cases).flat_map(|c| &c.fields))
}

fn visit(types: &Types<'_>, ty: Type, found: &mut HashSet<Type>) {
    if !found.insert(ty) {
        return;
    }
    let fields: Vec<&Field> = match types.inventory.kind(ty).declared() {
        Some(Declared::Struct(id)) => types.inventory[id].fields.iter().collect(),
        Some(Declared::Tagged(id)) => types.inventory[id].cases.iter().flat_map(|c| &c.fields).collect(),
        Some(Declared::Enum(_) | Declared::Union(_) | Declared::Opaque(_) | Declared::Callback(_) | Declared::Service(_))
        | None => Vec::new(),
    };
    let inner = types.inventory.kind(ty).inner();
    fields.into_iter().map(|f| f.ty).chain(inner).for_each(|inner| visit(types, inner, found));
}
