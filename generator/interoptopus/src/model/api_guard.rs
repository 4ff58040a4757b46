//! The API guard: a hash of the inventory as declared, which bindings compare with that of the library they loaded.

use super::inventory::Inventory;
use super::items::{
    Case, Crossing, Field, Function, Head, Marks, Method, Parameter, Receiver, Repr, Service, Struct, Union, Value, Variant,
};
use super::type_names::type_name;
use super::types::{Access, Type};
use crate::fnv::Fnv;

/// A hash of what bindings depend on: names, namespaces, symbols, types, how they are laid out, discriminants, the values of
/// constants and defaults, and of statuses if there are any. Docs, the version, the order of registration, whom an item is meant for, whether it should still be
/// used, and sizes on this machine do not count: one set of bindings serves every platform.
///
/// Of a part of an inventory it is that of the whole, as the library is the same.
///
/// It is the 64-bit FNV-1a hash of the items, the same in every release that does not say otherwise.
#[must_use]
pub fn api_guard(inventory: &Inventory) -> u64 {
    inventory.guard.unwrap_or_else(|| compute_guard(inventory))
}

pub(super) fn compute_guard(inventory: &Inventory) -> u64 {
    let mut hash = Fnv::default();
    hash.text("interoptopus 2").text(&inventory.library);
    hash.sorted("structs", &inventory.structs, &|s| of_struct(inventory, s));
    hash.sorted("enums", &inventory.enums, &|e| {
        let mut item = hash_of(&e.head);
        if e.flags {
            item.text("flags");
        }
        item.text(e.repr.rust_name()).flag(e.error).sorted("variants", &e.variants, &variant);
        item
    });
    hash.sorted("opaques", &inventory.opaques, &|o| hash_of(&o.head));
    hash.sorted("callbacks", &inventory.callbacks, &|c| {
        let mut item = hash_of(&c.head);
        add_parameters(inventory, &mut item, &c.parameters);
        add_type(inventory, &mut item, "returns", c.returns);
        item
    });
    hash.sorted("services", &inventory.services, &|s| of_service(inventory, s));
    hash.sorted("functions", &inventory.functions, &|f| of_function(inventory, f));
    hash.sorted("constants", &inventory.constants, &|c| {
        let mut item = hash_of(&c.head);
        add_type(inventory, &mut item, "type", c.ty);
        value(&mut item, &c.value);
        item
    });
    // Libraries without these have the guard that they had before there were any.
    if !inventory.unions.is_empty() {
        hash.sorted("unions", &inventory.unions, &|u| of_union(inventory, u));
    }
    if !inventory.tagged.is_empty() {
        hash.sorted("tagged", &inventory.tagged, &|t| {
            let mut item = hash_of(&t.head);
            item.text(t.repr.rust_name()).sorted("cases", &t.cases, &|c| of_case(inventory, c));
            item
        });
    }
    for status in inventory.statuses() {
        hash.text("status").text(status.name()).bytes(&status.value().to_le_bytes());
    }
    hash.0
}

fn of_struct(inventory: &Inventory, Struct { head, repr, fields, default }: &Struct) -> Fnv {
    let mut item = hash_of(head);
    add_fields(inventory, &mut item, fields);
    // No field has a name with a colon.
    match repr {
        Repr::C => &mut item,
        Repr::Transparent => item.text("repr: transparent"),
        Repr::Packed(bytes) => item.text("repr: packed").number((*bytes).into()),
        Repr::Aligned(bytes) => item.text("repr: aligned").number((*bytes).into()),
    };
    if let Some(values) = default {
        several(item.text("default: "), values);
    }
    item
}

fn of_union(inventory: &Inventory, Union { head, fields }: &Union) -> Fnv {
    let mut item = hash_of(head);
    add_fields(inventory, &mut item, fields);
    item
}

fn of_case(inventory: &Inventory, Case { name, docs: _, value, fields }: &Case) -> Fnv {
    let mut item = hash_of_name(name);
    item.bytes(&value.to_le_bytes());
    add_fields(inventory, &mut item, fields);
    item
}

fn add_fields(inventory: &Inventory, item: &mut Fnv, fields: &[Field]) {
    fields.iter().for_each(|Field { name, docs: _, visibility: _, ty }| add_type(inventory, item, name, *ty));
}

fn of_service(inventory: &Inventory, service: &Service) -> Fnv {
    let Service { head, constructors, methods, destroy, release } = service;
    let mut item = hash_of(head);
    item.sorted("constructors", constructors, &|f| of_function(inventory, f));
    item.sorted("methods", methods, &|Method { function, receiver, lends }| {
        let mut item = of_function(inventory, function);
        // Texts of their own, as variants may be renamed.
        item.text(match receiver {
            Receiver::Shared => "shared",
            Receiver::Exclusive => "exclusive",
        });
        item.text(match lends {
            None => "lends nothing",
            Some(Access::Read) => "lends to read",
            Some(Access::Write) => "lends to write",
        });
        item
    });
    item.text(destroy).flag(release.is_some()).text(release.as_deref().unwrap_or_default());
    item
}

fn of_function(inventory: &Inventory, function: &Function) -> Fnv {
    let Function { head, symbol, is_unsafe: _, parameters, returns, abi_returns, crossing } = function;
    let mut item = hash_of(head);
    item.text(symbol);
    add_parameters(inventory, &mut item, parameters);
    add_type(inventory, &mut item, "returns", *returns);
    add_type(inventory, &mut item, "at the ABI", *abi_returns);
    match crossing {
        Crossing::Bare => item.text("bare"),
        Crossing::Guarded { error } => {
            let error = error.map(|id| inventory.enums.get(id.index()).map_or("?".to_owned(), |e| qualified(&e.head)));
            item.text("guarded").flag(error.is_some()).text(&error.unwrap_or_default())
        }
    };
    item
}

fn add_parameters(inventory: &Inventory, item: &mut Fnv, parameters: &[Parameter]) {
    item.number(parameters.len() as u64);
    parameters.iter().for_each(|Parameter { name, ty }| add_type(inventory, item, name, *ty));
}

fn add_type(inventory: &Inventory, item: &mut Fnv, name: &str, ty: Type) {
    item.text(name).text(&type_name(inventory, ty));
}

fn hash_of(head: &Head) -> Fnv {
    hash_of_name(&qualified(head))
}

fn hash_of_name(name: &str) -> Fnv {
    let mut hash = Fnv::default();
    hash.text(name);
    hash
}

/// The name with its namespace: two items of one name are not the same.
fn qualified(Head { name, path: _, docs: _, marks }: &Head) -> String {
    let Marks { namespace, visibility: _, deprecated: _ } = marks;
    if namespace.is_empty() { name.clone() } else { format!("{namespace}::{name}") }
}

fn variant(variant: &Variant) -> Fnv {
    let Variant { name, docs: _, value } = variant;
    let mut item = hash_of_name(name);
    item.bytes(&value.to_le_bytes());
    item
}

fn value(item: &mut Fnv, value: &Value) {
    match value {
        Value::Bool(value) => item.text("bool").flag(*value),
        Value::Int(value) => item.text("int").bytes(&value.to_le_bytes()),
        Value::Wide(value) => item.text("wide").bytes(&value.to_le_bytes()),
        Value::F32(bits) => item.text("f32").number((*bits).into()),
        Value::F64(bits) => item.text("f64").number(*bits),
        Value::Char(value) => item.text("char").number(u32::from(*value).into()),
        Value::Str(value) => item.text("str").text(value),
        Value::Array(values) => several(item.text("array"), values),
        Value::Struct(values) => several(item.text("struct"), values),
    };
}

fn several<'a>(item: &'a mut Fnv, values: &[Value]) -> &'a mut Fnv {
    item.number(values.len() as u64);
    values.iter().for_each(|each| value(item, each));
    item
}

#[cfg(test)]
mod tests;
