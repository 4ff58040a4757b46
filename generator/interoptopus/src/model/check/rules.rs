//! Rules for single items.

use super::constant_values::{self, fits};
use super::found::Found;
use crate::model::inventory::Inventory;
use crate::model::items::{Case, Constant, Enum, Field, Function, Head, Repr, Service, Struct, Tagged, Union};
use crate::model::primitive::Primitive;
use crate::model::type_names::type_name;
use crate::model::types::{Type, TypeKind};
use crate::model::values::is_plain_data;
use std::collections::HashMap;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    inventory.structs.iter().for_each(|s| check_struct(inventory, s, found));
    inventory.unions.iter().for_each(|u| check_union(inventory, u, found));
    inventory.enums.iter().for_each(|e| check_enum(e, found));
    inventory.tagged.iter().for_each(|t| check_tagged(t, found));
    inventory.services.iter().enumerate().for_each(|(i, s)| check_service(inventory, i, s, found));
    inventory.constants.iter().for_each(|c| check_constant(inventory, c, found));
    inventory.all_functions().for_each(|(_, f)| check_contract(f, found));
    check_integers(inventory, found);
}

fn check_contract(function: &Function, found: &mut Found) {
    let Function { head: Head { path, docs, .. }, is_unsafe, .. } = function;
    if *is_unsafe && !docs.parse().sections.iter().any(|section| section.title == "Safety" && !section.blocks.is_empty()) {
        found.add(
            path,
            "it is an `unsafe fn`, and other languages have no word for that: say in its documentation, under `# Safety`, what callers have to keep to",
        );
    }
}

fn check_struct(inventory: &Inventory, item: &Struct, found: &mut Found) {
    let Struct { head: Head { path, .. }, repr, fields, default } = item;
    if fields.is_empty() {
        found.add(path, "a struct without fields has no value, as C has none: give it a field, or make it opaque");
    }
    match *repr {
        Repr::C => {}
        Repr::Transparent if fields.len() > 1 => {
            found.add(path, format!("a transparent struct is its only field, and it has {}: make it `repr(C)`", fields.len()));
        }
        Repr::Transparent => {
            if fields.iter().any(|f| matches!(inventory.kind(f.ty), TypeKind::Array { .. })) {
                let why = "by value it would be an array, which C has none of";
                found.add(path, format!("a transparent struct is its only field: {why}: make it `repr(C)`"));
            }
        }
        Repr::Packed(bytes) | Repr::Aligned(bytes) if !bytes.is_power_of_two() || bytes > 1 << 29 => {
            found.add(path, format!("nothing can be aligned to {bytes} bytes: an alignment is a power of two"));
        }
        Repr::Packed(_) | Repr::Aligned(_) => {}
    }
    let Some(values) = default else { return };
    if values.len() != fields.len() {
        let (values, fields) = (values.len(), fields.len());
        return found.add(path, format!("its default has {values} values, and it has {fields} fields"));
    }
    for (Field { name, ty, .. }, value) in fields.iter().zip(values) {
        if !fits(inventory, *ty, value) {
            let ty = type_name(inventory, *ty);
            found.add(path, format!("its default has {value:?} for `{name}`, which is no `{ty}`: {}", constant_values::WHAT));
        }
    }
}

fn check_union(inventory: &Inventory, item: &Union, found: &mut Found) {
    let Union { head: Head { path, .. }, fields } = item;
    if fields.is_empty() {
        found.add(path, "a union without fields has no value: give it a field");
    }
    for Field { name, ty, .. } in fields.iter().filter(|f| !is_plain_data(inventory, f.ty)) {
        let ty = type_name(inventory, *ty);
        let may_be = "integers, floats, raw pointers, and arrays, structs and unions of these";
        found.add(
            path,
            format!("its field `{name}` is a `{ty}`, which not all bytes are a value of: the fields of unions may be {may_be}"),
        );
    }
}

fn check_enum(item: &Enum, found: &mut Found) {
    let Enum { head: Head { path, .. }, repr, variants, flags, error } = item;
    if variants.is_empty() {
        found.add(path, "an enum without variants has no value: give it a variant");
    }
    if *flags && *error {
        found.add(path, "it cannot be a set of flags and an error: a status is one value");
    }
    check_discriminants(path, *repr, variants.iter().map(|v| (v.name.as_str(), v.value)), found);
    for variant in variants {
        let (name, value) = (&variant.name, variant.value);
        let fits = repr.range().is_none_or(|range| (range.0..=range.1).contains(&value));
        if fits && *error && !(1..=i128::from(i32::MAX)).contains(&value) {
            let why = "a status is positive for the errors of the library, and 0 for success";
            found.add(path, format!("`{name}` is {value}, but {why}: give it a value from 1 to {}", i32::MAX));
        }
        if fits && *flags && value < 1 {
            let why = "each flag is a bit, or several, and a set without any is 0 already";
            found.add(path, format!("`{name}` is {value}, but {why}: give it a value such as `1 << 0`"));
        }
    }
}

fn check_tagged(item: &Tagged, found: &mut Found) {
    let Tagged { head: Head { path, .. }, repr, cases } = item;
    if cases.is_empty() {
        found.add(path, "an enum without variants has no value: give it a variant");
    }
    if cases.iter().all(|Case { fields, .. }| fields.is_empty()) && !cases.is_empty() {
        found.add(path, "it is an enum with data, and no variant has any: it is a numeric enum");
    }
    check_discriminants(path, *repr, cases.iter().map(|c| (c.name.as_str(), c.value)), found);
}

fn check_discriminants<'a>(path: &str, repr: Primitive, variants: impl Iterator<Item = (&'a str, i128)>, found: &mut Found) {
    let Some(range) = repr.range().filter(|_| repr.is_repr()) else {
        let why = "other languages have enums of integers up to 64 bits: give it such a `repr`";
        return found.add(path, format!("`{}` cannot be the `repr` of an enum: {why}", repr.rust_name()));
    };
    let mut first = HashMap::new();
    for (name, value) in variants {
        if !(range.0..=range.1).contains(&value) {
            found.add(path, format!("`{name}` is {value}, which is no `{}`", repr.rust_name()));
        }
        if let Some(other) = first.insert(value, name) {
            found.add(path, format!("`{other}` and `{name}` are both {value}"));
        }
    }
}

fn check_service(inventory: &Inventory, at: usize, item: &Service, found: &mut Found) {
    let makes = |ty: Type| matches!(inventory.kind(ty), TypeKind::Service(id) if id.index() == at);
    if !inventory.all_functions().any(|(_, f)| makes(f.returns)) {
        found.add(&item.head.path, "nothing makes an object of it: give it a constructor (`#[ffi_constructor]`)");
    }
}

fn check_constant(inventory: &Inventory, item: &Constant, found: &mut Found) {
    let Constant { head: Head { path, .. }, ty, value } = item;
    if !fits(inventory, *ty, value) {
        let ty = type_name(inventory, *ty);
        found.add(path, format!("{value:?} is no `{ty}`: {}", constant_values::WHAT));
    }
}

/// Only integers have a 0 that they may not be.
fn check_integers(inventory: &Inventory, found: &mut Found) {
    for ty in inventory.types() {
        if let TypeKind::NonZero { primitive, nullable: _ } = *inventory.kind(ty)
            && !primitive.is_integer()
        {
            found.add(&inventory.library, format!("`{}` is not of an integer", type_name(inventory, ty)));
        }
    }
}
