//! Names, which have to be identifiers, and distinct where all languages need them to be.

use super::found::Found;
use crate::model::inventory::Inventory;
use crate::model::item::{Item, ItemRef};
use crate::model::items::Method;
use crate::model::order::definition_order;
use crate::model::type_names::{type_ident, type_name};
use std::collections::HashMap;

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    types(inventory, found);
    items(inventory, "function", found);
    items(inventory, "constant", found);
    members(inventory, found);
    namespaces(inventory, found);
    unnamed(inventory, found);
}

/// Types are one namespace, or several if their author says so, with the names that patterns such as `Option<Vec2>` have in languages
/// without generics.
fn types(inventory: &Inventory, found: &mut Found) {
    let named: Vec<(String, &str)> = inventory.items().filter(|i| i.is_type()).map(|i| (qualified(i), i.path())).collect();
    let paths = named.iter().map(|(name, path)| (name.as_str(), *path));
    distinct(found, paths, |name, first| {
        let way_out = "rename one of them, or say `name = \"…\"` or `namespace = \"…\"`";
        format!("`{name}` is also the name of {first}: {way_out}")
    });
    let mut taken: HashMap<String, (String, &str)> = HashMap::new();
    for (item, ident) in inventory.items().filter(|i| i.is_type()).map(|i| (i, ident(i))) {
        let name = qualified(item);
        match taken.get(&ident) {
            Some((other, _)) if *other == name => {}
            Some((_, first)) => {
                let what = format!("languages without namespaces call it `{ident}`, as {first}: rename one of them");
                found.add(item.path(), what);
            }
            None => drop(taken.insert(ident, (name, item.path()))),
        }
    }
    let mut patterns: HashMap<String, String> = HashMap::new();
    for ty in definition_order(inventory).into_iter().filter(|&ty| inventory.kind(ty).pattern().is_some()) {
        let (ident, name) = (type_ident(inventory, ty), type_name(inventory, ty));
        if let Some((_, path)) = taken.get(&ident) {
            found.add(path, format!("`{ident}` is what bindings call `{name}`, which also occurs: rename it"));
        }
        if let Some(other) = patterns.insert(ident.clone(), name.clone()) {
            let what = format!("bindings call both `{other}` and `{name}` `{ident}`: rename one of the types in them");
            found.add(&inventory.library, what);
        }
    }
}

/// Functions and constants, each by itself.
fn items(inventory: &Inventory, what: &str, found: &mut Found) {
    let named: Vec<_> = inventory.items().filter(|i| i.what() == what).map(|i| (qualified(i), i.path())).collect();
    let paths = named.iter().map(|(name, path)| (name.as_str(), *path));
    distinct(found, paths, |name, first| {
        format!(
            "`{name}` is also the name of the {what} {first}: rename one of them, or say `name = \"…\"` or `namespace = \"…\"`"
        )
    });
}

/// `geometry::Point`.
fn qualified(item: ItemRef<'_>) -> String {
    match item.namespace() {
        "" => item.name().to_owned(),
        namespace => format!("{namespace}::{}", item.name()),
    }
}

/// `geometry_Point`.
fn ident(item: ItemRef<'_>) -> String {
    match item.namespace() {
        "" => item.name().to_owned(),
        namespace => format!("{namespace}_{}", item.name()),
    }
}

/// A namespace is one identifier, spelled the same everywhere: it becomes a file, too.
fn namespaces(inventory: &Inventory, found: &mut Found) {
    let mut first: HashMap<String, (&str, &str)> = HashMap::new();
    for item in inventory.items().filter(|i| !i.namespace().is_empty()) {
        let namespace = item.namespace();
        if !is_identifier(namespace) || namespace.trim_matches('_').is_empty() {
            found.add(item.path(), format!("`{namespace}` is no namespace: it has to be one identifier"));
        }
        let folded = namespace.replace('_', "").to_lowercase();
        let (other, path) = *first.entry(folded).or_insert((namespace, item.path()));
        if other != namespace {
            let why = "not all languages and file systems tell them apart: spell them the same";
            found.add(item.path(), format!("its namespace `{namespace}` is much like the `{other}` of {path}, and {why}"));
        }
    }
}

/// The parts of items, which Rust keeps distinct, but a file may not.
fn members(inventory: &Inventory, found: &mut Found) {
    let mut check = |path: &str, kind: &str, names: Vec<&str>| {
        distinct(found, names.into_iter().map(|name| (name, path)), |name, _| {
            format!("it has more than one {kind} `{name}`: rename one of them")
        });
    };
    for s in &inventory.structs {
        check(&s.head.path, "field", s.fields.iter().map(|f| f.name.as_str()).collect());
    }
    for u in &inventory.unions {
        check(&u.head.path, "field", u.fields.iter().map(|f| f.name.as_str()).collect());
    }
    for t in &inventory.tagged {
        check(&t.head.path, "variant", t.cases.iter().map(|c| c.name.as_str()).collect());
        for case in &t.cases {
            check(
                &t.head.path,
                &format!("field of `{}` named", case.name),
                case.fields.iter().map(|f| f.name.as_str()).collect(),
            );
        }
    }
    for e in &inventory.enums {
        check(&e.head.path, "variant", e.variants.iter().map(|v| v.name.as_str()).collect());
    }
    for c in &inventory.callbacks {
        check(&c.head.path, "parameter", c.parameters.iter().map(|p| p.name.as_str()).collect());
    }
    for s in &inventory.services {
        let functions = s.constructors.iter().chain(s.methods.iter().map(|Method { function, .. }| function));
        check(&s.head.path, "function", functions.map(|f| f.head.name.as_str()).collect());
    }
    for (_, f) in inventory.all_functions() {
        check(&f.head.path, "parameter", f.parameters.iter().map(|p| p.name.as_str()).collect());
    }
}

/// Adds a problem for each name that came before, which says what had it first.
pub(super) fn distinct<'a>(
    found: &mut Found,
    names: impl Iterator<Item = (&'a str, &'a str)>,
    what: impl Fn(&str, &str) -> String,
) {
    let mut first: HashMap<&str, &str> = HashMap::new();
    for (name, path) in names {
        match first.get(name) {
            Some(first) => found.add(path, what(name, first)),
            None => drop(first.insert(name, path)),
        }
    }
}

/// Everything has a name: nothing else could be said about it.
fn unnamed(inventory: &Inventory, found: &mut Found) {
    let mut check = |name: &str, path: &str| {
        if !is_identifier(name) {
            found.add(path, format!("`{name}` is not a name: it has to be an identifier"));
        }
    };
    inventory.items().for_each(|item| check(item.name(), item.path()));
    inventory.structs.iter().for_each(|s| s.fields.iter().for_each(|f| check(&f.name, &s.head.path)));
    inventory.unions.iter().for_each(|u| u.fields.iter().for_each(|f| check(&f.name, &u.head.path)));
    inventory.enums.iter().for_each(|e| e.variants.iter().for_each(|v| check(&v.name, &e.head.path)));
    for (t, case) in inventory.tagged.iter().flat_map(|t| t.cases.iter().map(move |case| (t, case))) {
        check(&case.name, &t.head.path);
        case.fields.iter().for_each(|f| check(&f.name, &t.head.path));
    }
    inventory.callbacks.iter().for_each(|c| c.parameters.iter().for_each(|p| check(&p.name, &c.head.path)));
    for (item, f) in inventory.all_functions() {
        if !matches!(item, Item::Function(_)) {
            check(&f.head.name, &f.head.path);
        }
        f.parameters.iter().for_each(|p| check(&p.name, &f.head.path));
    }
    if !is_identifier(&inventory.library) {
        found.add(&inventory.library, "the library's name is not an identifier");
    }
}

/// True for identifiers of Rust; raw ones have no `r#`.
fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_') && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
