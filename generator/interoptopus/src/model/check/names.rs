//! Whether names and symbols are distinct, where all languages need them to be.

use super::Found;
use crate::model::{Inventory, Method, Service};
use std::collections::HashMap;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    types(inventory, found);
    let functions = inventory.functions.iter().map(|f| (f.name.as_str(), f.path.as_str()));
    distinct(found, functions, |name, first| format!("`{name}` is also the name of the function {first}: rename one of them"));
    let constants = inventory.constants.iter().map(|c| (c.name.as_str(), c.path.as_str()));
    distinct(found, constants, |name, first| format!("`{name}` is also the name of the constant {first}: rename one of them"));
    symbols(inventory, found);
    members(inventory, found);
}

/// Types are one namespace, with the names that patterns such as `Option<Vec2>` have in languages without generics.
fn types(inventory: &Inventory, found: &mut Found) {
    let named = inventory.type_paths();
    let paths = named.iter().map(|&(name, path)| (name, path));
    distinct(found, paths, |name, first| format!("`{name}` is also the name of {first}: rename one of them"));
    let mut taken: HashMap<String, String> = HashMap::new();
    for ty in inventory.definition_order().into_iter().filter(|&ty| inventory.kind(ty).is_pattern()) {
        let (ident, name) = (inventory.type_ident(ty), inventory.type_name(ty));
        for (_, path) in named.iter().filter(|&&(its, _)| its == ident) {
            found.add(path, format!("`{ident}` is what bindings call `{name}`, which also occurs: rename it"));
        }
        if let Some(other) = taken.insert(ident.clone(), name.clone()) {
            let what = format!("bindings call both `{other}` and `{name}` `{ident}`: rename one of the types in them");
            found.add(&inventory.library, what);
        }
    }
}

fn symbols(inventory: &Inventory, found: &mut Found) {
    let own = inventory.own_symbols().into_iter().map(|symbol| (symbol, "a function of Interoptopus's own"));
    let services = inventory.services.iter().flat_map(|s| {
        let Service { path, constructors, methods, destroy, release, .. } = s;
        let functions =
            constructors.iter().chain(methods.iter().map(|m| &m.function)).map(|f| (f.symbol.clone(), f.path.as_str()));
        functions.chain([destroy.clone()].into_iter().chain(release.clone()).map(move |symbol| (symbol, path.as_str())))
    });
    let free = inventory.functions.iter().map(|f| (f.symbol.clone(), f.path.as_str()));
    let all: Vec<_> = own.chain(services).chain(free).collect();
    let pairs = all.iter().map(|(symbol, path)| (symbol.as_str(), *path));
    distinct(found, pairs, |symbol, first| {
        format!("the symbol `{symbol}` is also exported for {first}: rename one, or give it another `export_name`")
    });
    for (_, path) in all.iter().filter(|(symbol, _)| symbol.is_empty() || symbol.contains(['\0', '"', '\\']) || has_space(symbol))
    {
        found.add(path, "its symbol is not one that a language could name: use letters, digits and `_`");
    }
}

fn has_space(symbol: &str) -> bool {
    symbol.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The parts of items, which Rust keeps distinct, but a file may not.
fn members(inventory: &Inventory, found: &mut Found) {
    let mut check = |path: &str, kind: &str, names: Vec<&str>| {
        distinct(found, names.into_iter().map(|name| (name, path)), |name, _| {
            format!("it has more than one {kind} `{name}`: rename one of them")
        });
    };
    for s in &inventory.structs {
        check(&s.path, "field", s.fields.iter().map(|f| f.name.as_str()).collect());
    }
    for e in &inventory.enums {
        check(&e.path, "variant", e.variants.iter().map(|v| v.name.as_str()).collect());
    }
    for c in &inventory.callbacks {
        check(&c.path, "parameter", c.parameters.iter().map(|p| p.name.as_str()).collect());
    }
    for s in &inventory.services {
        let functions = s.constructors.iter().chain(s.methods.iter().map(|Method { function, .. }| function));
        check(&s.path, "function", functions.map(|f| f.name.as_str()).collect());
    }
    for (_, f) in inventory.all_functions() {
        check(&f.path, "parameter", f.parameters.iter().map(|p| p.name.as_str()).collect());
    }
}

/// Adds a problem for each name that came before, which says what had it first.
fn distinct<'a>(found: &mut Found, names: impl Iterator<Item = (&'a str, &'a str)>, what: impl Fn(&str, &str) -> String) {
    let mut first: HashMap<&str, &str> = HashMap::new();
    for (name, path) in names {
        match first.get(name) {
            Some(first) => found.add(path, what(name, first)),
            None => drop(first.insert(name, path)),
        }
    }
}
