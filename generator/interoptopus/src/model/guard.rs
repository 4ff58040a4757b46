//! The API guard: a hash of the inventory as declared, which bindings compare with that of the library they loaded.

use super::{
    Access, Case, Crossing, Field, Function, Head, Inventory, Marks, Method, Parameter, Receiver, Repr, Service, Struct, Type,
    Union, Value, Variant,
};
use crate::fnv::Fnv;
use std::hash::Hasher;

impl Inventory {
    /// A hash of what bindings depend on: names, namespaces, symbols, types, how they are laid out, discriminants, the values of
    /// constants and defaults, and of statuses if there are any. Docs, the version, the order of registration, whom an item is meant for, whether it should still be
    /// used, and sizes on this machine do not count: one set of bindings serves every platform.
    ///
    /// Of a part of an inventory it is that of the whole, as the library is the same.
    ///
    /// It is the 64-bit FNV-1a hash of the items, the same in every release that does not say otherwise.
    #[must_use]
    pub fn api_guard(&self) -> u64 {
        self.guard.unwrap_or_else(|| self.compute_guard())
    }

    pub(super) fn compute_guard(&self) -> u64 {
        let mut hash = Fnv::default();
        hash.text("interoptopus 2").text(&self.library);
        hash.sorted("structs", &self.structs, &|s| self.structure(s));
        hash.sorted("enums", &self.enums, &|e| {
            let mut item = Fnv::of(&e.head);
            if e.flags {
                item.text("flags");
            }
            item.text(e.repr.rust_name()).flag(e.error).sorted("variants", &e.variants, &variant);
            item
        });
        hash.sorted("opaques", &self.opaques, &|o| Fnv::of(&o.head));
        hash.sorted("callbacks", &self.callbacks, &|c| {
            let mut item = Fnv::of(&c.head);
            self.parameters(&mut item, &c.parameters);
            self.typed(&mut item, "returns", c.returns);
            item
        });
        hash.sorted("services", &self.services, &|s| self.service(s));
        hash.sorted("functions", &self.functions, &|f| self.function(f));
        hash.sorted("constants", &self.constants, &|c| {
            let mut item = Fnv::of(&c.head);
            self.typed(&mut item, "type", c.ty);
            value(&mut item, &c.value);
            item
        });
        // Libraries without these have the guard that they had before there were any.
        if !self.unions.is_empty() {
            hash.sorted("unions", &self.unions, &|u| self.union(u));
        }
        if !self.tagged.is_empty() {
            hash.sorted("tagged", &self.tagged, &|t| {
                let mut item = Fnv::of(&t.head);
                item.text(t.repr.rust_name()).sorted("cases", &t.cases, &|c| self.case(c));
                item
            });
        }
        for status in self.statuses() {
            hash.text("status").text(status.name()).bytes(&status.value().to_le_bytes());
        }
        hash.0
    }

    fn structure(&self, Struct { head, repr, fields, default }: &Struct) -> Fnv {
        let mut item = Fnv::of(head);
        self.fields(&mut item, fields);
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

    fn union(&self, Union { head, fields }: &Union) -> Fnv {
        let mut item = Fnv::of(head);
        self.fields(&mut item, fields);
        item
    }

    fn case(&self, Case { name, docs: _, value, fields }: &Case) -> Fnv {
        let mut item = Fnv::named(name);
        item.bytes(&value.to_le_bytes());
        self.fields(&mut item, fields);
        item
    }

    fn fields(&self, item: &mut Fnv, fields: &[Field]) {
        fields.iter().for_each(|Field { name, docs: _, visibility: _, ty }| self.typed(item, name, *ty));
    }

    fn service(&self, service: &Service) -> Fnv {
        let Service { head, constructors, methods, destroy, release } = service;
        let mut item = Fnv::of(head);
        item.sorted("constructors", constructors, &|f| self.function(f));
        item.sorted("methods", methods, &|Method { function, receiver, lends }| {
            let mut item = self.function(function);
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

    fn function(&self, function: &Function) -> Fnv {
        let Function { head, symbol, is_unsafe: _, parameters, returns, abi_returns, crossing } = function;
        let mut item = Fnv::of(head);
        item.text(symbol);
        self.parameters(&mut item, parameters);
        self.typed(&mut item, "returns", *returns);
        self.typed(&mut item, "at the ABI", *abi_returns);
        match crossing {
            Crossing::Bare => item.text("bare"),
            Crossing::Guarded { error } => {
                let error = error.map(|id| self.enums.get(id.index()).map_or("?".to_owned(), |e| qualified(&e.head)));
                item.text("guarded").flag(error.is_some()).text(&error.unwrap_or_default())
            }
        };
        item
    }

    fn parameters(&self, item: &mut Fnv, parameters: &[Parameter]) {
        item.number(parameters.len() as u64);
        parameters.iter().for_each(|Parameter { name, ty }| self.typed(item, name, *ty));
    }

    fn typed(&self, item: &mut Fnv, name: &str, ty: Type) {
        item.text(name).text(&self.type_name(ty));
    }
}

/// The name with its namespace: two items of one name are not the same.
fn qualified(Head { name, path: _, docs: _, marks }: &Head) -> String {
    let Marks { namespace, visibility: _, deprecated: _ } = marks;
    if namespace.is_empty() { name.clone() } else { format!("{namespace}::{name}") }
}

fn variant(variant: &Variant) -> Fnv {
    let Variant { name, docs: _, value } = variant;
    let mut item = Fnv::named(name);
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

impl Fnv {
    fn named(name: &str) -> Self {
        let mut hash = Fnv::default();
        hash.text(name);
        hash
    }

    fn of(head: &Head) -> Self {
        Fnv::named(&qualified(head))
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.write(bytes);
        self
    }

    fn number(&mut self, number: u64) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    fn flag(&mut self, flag: bool) -> &mut Self {
        self.bytes(&[u8::from(flag)])
    }

    /// With the length in front, so that no two rows of texts are the same bytes.
    fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64).bytes(text.as_bytes())
    }

    /// All of `items`, in whatever order they come.
    fn sorted<T>(&mut self, kind: &str, items: &[T], hash: &dyn Fn(&T) -> Fnv) -> &mut Self {
        let mut hashes = Vec::with_capacity(items.len());
        for item in items {
            insert(&mut hashes, hash(item).0);
        }
        self.text(kind).numbers(&hashes)
    }

    fn numbers(&mut self, numbers: &[u64]) -> &mut Self {
        self.number(numbers.len() as u64);
        for &number in numbers {
            self.number(number);
        }
        self
    }
}

/// Inserts `number` into `sorted`. Not the standard library's `sort`, which every library that exports something would compile.
fn insert(sorted: &mut Vec<u64>, number: u64) {
    let at = sorted.partition_point(|other| *other < number);
    sorted.insert(at, number);
}

#[cfg(test)]
mod tests;
