//! What the module imports and exports, read off its own text.

use crate::lines::natural;
use crate::marshal::Context;
use crate::reserved::IMPORTS;
use crate::runtime::Chunk;
use crate::tokens;
use std::collections::{BTreeMap, BTreeSet};

/// The imports of what `body` uses, sorted as Python's linters do.
pub(crate) fn imports(cx: &Context<'_>, body: &str) -> String {
    let used = tokens::names(body);
    let (mut modules, mut from, mut checked) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
    for &(name, module, only_checked) in IMPORTS {
        let written = if cx.names.is_taken(name) { format!("_{name}") } else { name.to_owned() };
        if !used.contains(&written) {
            continue;
        }
        let imported = if written == name { name.to_owned() } else { format!("{name} as {written}") };
        match (module, only_checked) {
            ("", _) => modules.insert(format!("import {imported}")),
            (_, false) => from.entry(module).or_insert_with(BTreeSet::new).insert(imported),
            (_, true) => checked.entry(module).or_insert_with(BTreeSet::new).insert(imported),
        };
    }
    let type_checking = cx.names.python("TYPE_CHECKING");
    if !checked.is_empty() {
        let imported =
            if type_checking == "TYPE_CHECKING" { type_checking.clone() } else { format!("TYPE_CHECKING as {type_checking}") };
        from.entry("typing").or_default().insert(imported);
    }
    let line = |(module, names): (&&str, &BTreeSet<String>)| {
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        // Constants, then classes, then the rest: the order of isort and ruff.
        names.sort_by_key(|name| {
            let sort = match name {
                _ if name.chars().all(|c| c.is_uppercase() || c == '_') => 0,
                _ if name.starts_with(char::is_uppercase) => 1,
                _ => 2,
            };
            (sort, natural(name))
        });
        format!("from {module} import {}", names.join(", "))
    };
    let standard = modules.into_iter().chain(from.iter().filter(|(module, _)| **module != "cffi").map(line));
    let third: Vec<String> = from.iter().filter(|(module, _)| **module == "cffi").map(line).collect();
    let mut groups = vec![standard.collect::<Vec<_>>().join("\n"), third.join("\n")];
    if !checked.is_empty() {
        let groups_inside: Vec<String> = checked.iter().map(|entry| format!("    {}", line(entry))).collect();
        groups.push(format!("if {type_checking}:\n{}", groups_inside.join("\n\n")));
    }
    groups.join("\n\n")
}

/// `__all__`: every public name, sorted.
pub(crate) fn exports(body: &str) -> String {
    let chunks = body.split("\n\n\n").flat_map(|part| Chunk::new(part).names);
    let public: BTreeSet<String> = chunks.filter(|name| !name.starts_with('_')).collect();
    let mut names: Vec<String> = public.into_iter().collect();
    names.sort_by_key(|name| {
        let sort = match name {
            _ if name.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '_') => 0,
            _ if name.starts_with(char::is_uppercase) => 1,
            _ => 2,
        };
        (sort, natural(name))
    });
    let lines: String = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{lines}]")
}
