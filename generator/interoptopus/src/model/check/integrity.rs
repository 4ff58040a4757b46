//! Integrity: ids, layouts and types that agree. An inventory from a registry has it always; one that was read from a file may not.

use super::found::Found;
use crate::model::inventory::Inventory;
use crate::model::item::{Item, ItemRef};
use crate::model::items::{Callback, Crossing, Enum, Function, Head, Service, Tagged, Union};
use crate::model::layout::Layout;
use crate::model::parts::contained;
use crate::model::types::{Content, Type, TypeKind};
use std::collections::HashSet;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    let before = found.all.len();
    types(inventory, found);
    layouts(inventory, found);
    items(inventory, found);
    if found.all.len() == before {
        contents(inventory, found);
    }
}

fn types(inventory: &Inventory, found: &mut Found) {
    let library = &inventory.library;
    let mut distinct = HashSet::new();
    for (i, kind) in inventory.types.iter().enumerate() {
        let exists = match *kind {
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Str { nullable: _ }
            | TypeKind::CStr { nullable: _ }
            | TypeKind::Owned { content: Content::Text, nullable: _ } => true,
            TypeKind::Struct(id) => id.index() < inventory.structs.len(),
            TypeKind::Enum(id) => id.index() < inventory.enums.len(),
            TypeKind::Tagged(id) => id.index() < inventory.tagged.len(),
            TypeKind::Union(id) => id.index() < inventory.unions.len(),
            TypeKind::Opaque(id) => id.index() < inventory.opaques.len(),
            TypeKind::Callback { id, nullable: _ } => id.index() < inventory.callbacks.len(),
            TypeKind::Service(id) => id.index() < inventory.services.len(),
            // What a type is made of is registered before it, so that there are no cycles.
            TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Option { .. }
            | TypeKind::Owned { content: Content::Elements(_), nullable: _ }
            | TypeKind::Outcome { .. } => kind.inner().is_some_and(|inner| inner.index() < i),
        };
        if !exists {
            found.add(library, format!("the type with the number {i} is made of what the inventory does not have"));
        }
        if !distinct.insert(*kind) {
            found.add(library, format!("the type with the number {i} is there twice"));
        }
        if kind.without_null().is_some_and(|plain| !inventory.types.contains(&plain)) {
            found.add(library, format!("the type with the number {i} is there only as the form that may be null"));
        }
    }
}

fn layouts(inventory: &Inventory, found: &mut Found) {
    if inventory.layouts.len() != inventory.types.len() {
        let (layouts, types) = (inventory.layouts.len(), inventory.types.len());
        found.add(&inventory.library, format!("there are {layouts} layouts for {types} types"));
    }
}

/// The existence of the types that items name.
fn items(inventory: &Inventory, found: &mut Found) {
    let mut exists = |item: &str, ty: Type| {
        if ty.index() >= inventory.types.len() {
            found.add(item, format!("the type with the number {} does not exist", ty.index()));
        }
    };
    let structs = inventory.structs.iter().flat_map(|s| s.fields.iter().map(|f| (&s.head.path, f.ty)));
    let unions = inventory.unions.iter().flat_map(|u| u.fields.iter().map(|f| (&u.head.path, f.ty)));
    let cases = inventory.tagged.iter().flat_map(|t| t.cases.iter().map(move |case| (&t.head.path, case)));
    let tagged = cases.flat_map(|(path, case)| case.fields.iter().map(move |f| (path, f.ty)));
    structs.chain(unions).chain(tagged).for_each(|(path, ty)| exists(path, ty));
    for Callback { head: Head { path, .. }, parameters, returns, .. } in &inventory.callbacks {
        parameters.iter().map(|p| p.ty).chain([*returns]).for_each(|ty| exists(path, ty));
    }
    for (_, Function { head: Head { path, .. }, parameters, returns, abi_returns, .. }) in inventory.all_functions() {
        parameters.iter().map(|p| p.ty).chain([*returns, *abi_returns]).for_each(|ty| exists(path, ty));
    }
    inventory.constants.iter().for_each(|c| exists(&c.head.path, c.ty));
    for (_, Function { head: Head { path, .. }, crossing, .. }) in inventory.all_functions() {
        if let Crossing::Guarded { error: Some(error) } = crossing
            && error.index() >= inventory.enums.len()
        {
            found.add(path, format!("the enum with the number {} does not exist", error.index()));
        }
    }
}

/// The agreement of items with their types.
fn contents(inventory: &Inventory, found: &mut Found) {
    for (ty, item) in inventory.types().filter_map(|ty| Some((ty, inventory.item_of(ty)?))) {
        let Some(names) = field_names(inventory.item(item)) else { continue };
        let path = inventory.item(item).path();
        if inventory.layout(ty).map(names_in) != Some(names) {
            found.add(path, "its layout is not that of its fields");
        }
        if contains_itself(inventory, ty) {
            found.add(path, "it contains itself by value");
        }
    }
    let standing: HashSet<Item> = inventory.types().filter_map(|ty| inventory.item_of(ty)).collect();
    let composites = inventory.item_ids().filter(|&item| field_names(inventory.item(item)).is_some());
    for item in composites.filter(|item| !standing.contains(item)) {
        found.add(inventory.item(item).path(), "no type stands for it");
    }
    for (i, Enum { head: Head { path, .. }, .. }) in inventory.enums.iter().enumerate() {
        if layout_of(inventory, |kind| matches!(kind, TypeKind::Enum(id) if id.index() == i)).is_none() {
            found.add(path, "it has no layout");
        }
    }
    let known = |kind: &dyn Fn(&TypeKind) -> bool| inventory.types.iter().any(kind);
    for (i, opaque) in inventory.opaques.iter().enumerate() {
        if !known(&|kind| matches!(kind, TypeKind::Opaque(id) if id.index() == i)) {
            found.add(&opaque.head.path, "no type stands for it");
        }
    }
    for (i, callback) in inventory.callbacks.iter().enumerate() {
        if !known(&|kind| matches!(kind, TypeKind::Callback { id, nullable: false } if id.index() == i)) {
            found.add(&callback.head.path, "no type stands for it");
        }
    }
    for (i, Service { head: Head { path, .. }, constructors, methods, release, .. }) in inventory.services.iter().enumerate() {
        if !known(&|kind| matches!(kind, TypeKind::Service(id) if id.index() == i)) {
            found.add(path, "no type stands for it");
        }
        if release.is_some() != methods.iter().any(|m| m.lends.is_some()) {
            found.add(path, "it has a symbol to release what it lends, and lends nothing, or the reverse");
        }
        for constructor in constructors {
            if !matches!(inventory.kind(constructor.returns), TypeKind::Service(id) if id.index() == i) {
                found.add(&constructor.head.path, "it is a constructor, and does not return an object");
            }
        }
    }
    inventory.all_functions().for_each(|(_, f)| returns(inventory, f, found));
}

fn layout_of(inventory: &Inventory, is: impl Fn(&TypeKind) -> bool) -> Option<&Layout> {
    inventory.types().find(|&ty| is(inventory.kind(ty))).and_then(|ty| inventory.layout(ty))
}

/// The names of fields in the layout of a composite, sorted.
fn field_names(item: ItemRef<'_>) -> Option<Vec<String>> {
    let mut names: Vec<String> = match item {
        ItemRef::Struct(s) => s.fields.iter().map(|f| f.name.clone()).collect(),
        ItemRef::Union(Union { fields, .. }) => fields.iter().map(|f| f.name.clone()).collect(),
        ItemRef::Tagged(Tagged { cases, .. }) => {
            let fields = cases.iter().flat_map(|case| case.fields.iter().map(|f| format!("{}.{}", case.name, f.name)));
            ["tag".to_owned()].into_iter().chain(fields).collect()
        }
        ItemRef::Constant(_)
        | ItemRef::Function(_)
        | ItemRef::Enum(_)
        | ItemRef::Opaque(_)
        | ItemRef::Callback(_)
        | ItemRef::Service(_) => return None,
    };
    names.sort();
    Some(names)
}

fn names_in(layout: &Layout) -> Vec<String> {
    let mut names: Vec<String> = layout.fields.iter().map(|f| f.name.clone()).collect();
    names.sort();
    names
}

fn returns(inventory: &Inventory, function: &Function, found: &mut Found) {
    let Function { head: Head { path, .. }, returns, abi_returns, crossing, .. } = function;
    let agrees = match crossing {
        Crossing::Bare => abi_returns == returns,
        Crossing::Guarded { error: _ } => *inventory.kind(*abi_returns) == TypeKind::Outcome { value: *returns },
    };
    if !agrees {
        found.add(path, "what it returns is not what it returns at the ABI");
    }
    if function.error().is_some_and(|error| !inventory[error].error) {
        found.add(path, "its error is an enum that is not one for errors");
    }
}

fn contains_itself(inventory: &Inventory, start: Type) -> bool {
    let (mut seen, mut next) = (HashSet::new(), contained(inventory, start));
    while let Some(ty) = next.pop() {
        if ty == start {
            return true;
        }
        if seen.insert(ty) {
            next.extend(contained(inventory, ty));
        }
    }
    false
}
