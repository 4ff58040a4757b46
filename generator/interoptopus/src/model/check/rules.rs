//! Rules for single items.

use super::Found;
use crate::model::{Constant, Enum, Inventory, Primitive, Service, Struct, Type, TypeKind, Value};
use std::collections::HashMap;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    inventory.structs.iter().for_each(|s| check_struct(s, found));
    inventory.enums.iter().for_each(|e| check_enum(e, found));
    inventory.services.iter().enumerate().for_each(|(i, s)| check_service(inventory, i, s, found));
    inventory.constants.iter().for_each(|c| check_constant(inventory, c, found));
    unnamed(inventory, found);
}

fn check_struct(item: &Struct, found: &mut Found) {
    if item.fields.is_empty() {
        found.add(&item.path, "a struct without fields is not supported yet, as C has none: give it a field, or make it opaque");
    }
}

fn check_enum(item: &Enum, found: &mut Found) {
    let Enum { name: _, path, docs: _, marks: _, repr, variants, flags: _, error } = item;
    if variants.is_empty() {
        found.add(path, "an enum without variants has no value: give it a variant");
    }
    let Some(range) = repr.range() else {
        return found.add(path, format!("`{}` is no integer: give it an integer `repr`", repr.rust_name()));
    };
    let mut first = HashMap::new();
    for variant in variants {
        let (name, value) = (&variant.name, variant.value);
        if !(range.0..=range.1).contains(&value) {
            found.add(path, format!("`{name}` is {value}, which is no `{}`", repr.rust_name()));
        } else if *error && !(1..=i128::from(i32::MAX)).contains(&value) {
            let why = "a status is positive for the errors of the library, and 0 for success";
            found.add(path, format!("`{name}` is {value}, but {why}: give it a value from 1 to {}", i32::MAX));
        }
        if let Some(other) = first.insert(value, name) {
            found.add(path, format!("`{other}` and `{name}` are both {value}"));
        }
    }
}

fn check_service(inventory: &Inventory, at: usize, item: &Service, found: &mut Found) {
    let makes = |ty: Type| matches!(inventory.kind(ty), TypeKind::Service(id) if id.index() == at);
    if !inventory.all_functions().any(|(_, f)| makes(f.returns)) {
        found.add(&item.path, "nothing makes an object of it: give it a constructor (`#[ffi_constructor]`)");
    }
}

fn check_constant(inventory: &Inventory, item: &Constant, found: &mut Found) {
    let Constant { name: _, path, docs: _, marks: _, ty, value } = item;
    let fits = match (*inventory.kind(*ty), value) {
        (TypeKind::Primitive(Primitive::Bool), Value::Bool(_))
        | (TypeKind::Primitive(Primitive::F32), Value::F32(_))
        | (TypeKind::Primitive(Primitive::F64), Value::F64(_)) => true,
        (TypeKind::Primitive(primitive), Value::Int(value)) => {
            primitive.range().is_some_and(|(from, to)| (from..=to).contains(value))
        }
        (TypeKind::Enum(id), Value::Int(value)) => inventory[id].variants.iter().any(|v| v.value == *value),
        _ => false,
    };
    if !fits {
        let ty = inventory.type_name(*ty);
        found.add(path, format!("a constant is a number, a bool or a variant of an enum, and {value:?} is no `{ty}`"));
    }
}

/// Everything has a name: nothing else could be said about it.
fn unnamed(inventory: &Inventory, found: &mut Found) {
    let types = inventory.type_paths().into_iter();
    let functions = inventory.all_functions().map(|(_, f)| (f.name.as_str(), f.path.as_str()));
    let constants = inventory.constants.iter().map(|c| (c.name.as_str(), c.path.as_str()));
    let fields = inventory.structs.iter().flat_map(|s| s.fields.iter().map(|f| (f.name.as_str(), s.path.as_str())));
    let variants = inventory.enums.iter().flat_map(|e| e.variants.iter().map(|v| (v.name.as_str(), e.path.as_str())));
    let parameters = inventory.all_functions().flat_map(|(_, f)| f.parameters.iter().map(|p| (p.name.as_str(), f.path.as_str())));
    let of_callbacks = inventory.callbacks.iter().flat_map(|c| c.parameters.iter().map(|p| (p.name.as_str(), c.path.as_str())));
    let all = types.chain(functions).chain(constants).chain(fields).chain(variants).chain(parameters).chain(of_callbacks);
    for (name, path) in all.filter(|(name, _)| !is_identifier(name)) {
        found.add(path, format!("`{name}` is not a name: it has to be an identifier"));
    }
    if !is_identifier(&inventory.library) {
        found.add(&inventory.library, "the library's name is not an identifier");
    }
}

/// As Rust has them, raw ones without `r#`.
fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
