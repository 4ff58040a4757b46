//! What the module imports and exports, read off its own text.

use crate::lines::natural;
use crate::marshal::Context;
use crate::reserved::IMPORTS;
use crate::{runtime, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that isort and ruff have unless they are told otherwise.
const SORTED_WIDTH: usize = 88;

/// What stands for a type that only type checkers have, where annotations are evaluated.
const STAND_INS: &[[&str; 2]] = &[["Buffer", "memoryview"], ["Self", "Any"]];

/// The imports of what `body` uses, sorted as Python's linters do.
pub(crate) fn imports(cx: &Context<'_>, body: &str) -> String {
    let used = tokens::names(body);
    let (mut modules, mut from, mut checked) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
    for &(name, module, only_checked) in IMPORTS {
        let written = cx.names.python(name);
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
    let stand_ins: Vec<(String, String)> = STAND_INS.iter().map(|names| names.map(|name| cx.names.python(name)).into()).collect();
    let stand_ins: Vec<(String, String)> = stand_ins.into_iter().filter(|(name, _)| used.contains(name)).collect();
    let type_checking = cx.names.python("TYPE_CHECKING");
    if !checked.is_empty() {
        let imported =
            if type_checking == "TYPE_CHECKING" { type_checking.clone() } else { format!("TYPE_CHECKING as {type_checking}") };
        from.entry("typing").or_default().insert(imported);
    }
    let standard = modules.into_iter().chain(from.iter().filter(|(module, _)| **module != "cffi").flat_map(lines));
    let third: Vec<String> = from.iter().filter(|(module, _)| **module == "cffi").flat_map(lines).collect();
    let mut groups = vec![standard.collect::<Vec<_>>().join("\n"), third.join("\n")];
    if !checked.is_empty() {
        let inside =
            checked.iter().map(|entry| lines(entry).iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n"));
        let inside = inside.collect::<Vec<_>>().join("\n\n");
        let stand_ins: String = stand_ins.iter().map(|(name, by)| format!("\n    {name} = {by}")).collect();
        let otherwise = if stand_ins.is_empty() { stand_ins } else { format!("\nelse:{stand_ins}") };
        groups.push(format!("if {type_checking}:\n{inside}{otherwise}"));
    }
    groups.join("\n\n")
}

/// The imports from one module: what keeps its name on one line, everything else on its own, as isort and ruff do.
fn lines((module, names): (&&str, &BTreeSet<String>)) -> Vec<String> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_by_key(|name| by_sort(name.split(' ').next().unwrap_or_default()));
    let mut lines: Vec<String> = Vec::new();
    let mut plain: Option<usize> = None;
    for name in names {
        match plain {
            Some(at) if !name.contains(' ') => lines[at] += &format!(", {name}"),
            _ => {
                plain = plain.or((!name.contains(' ')).then_some(lines.len()));
                lines.push(format!("from {module} import {name}"));
            }
        }
    }
    lines.iter().flat_map(|line| wrapped(line)).collect()
}

/// A line of imports, with a name a line if it is long to isort and ruff.
fn wrapped(line: &str) -> Vec<String> {
    match line.split_once(" import ") {
        Some((from, names)) if line.chars().count() > SORTED_WIDTH => {
            let names = names.split(", ").map(|name| format!("    {name},"));
            [format!("{from} import (")].into_iter().chain(names).chain([")".to_owned()]).collect()
        }
        Some(_) | None => vec![line.to_owned()],
    }
}

/// `__all__`: every public name, sorted.
pub(crate) fn exports(cx: &Context<'_>, body: &str) -> String {
    let public: BTreeSet<String> =
        runtime::defined(body).into_iter().filter(|name| !name.starts_with('_') && !cx.names.is_inner(name)).collect();
    let mut names: Vec<String> = public.into_iter().collect();
    names.sort_by_key(|name| by_sort(name));
    let lines: String = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{lines}]")
}

/// What sorts constants before classes, and these before the rest, as isort and ruff do.
pub(crate) fn by_sort(name: &str) -> (u8, Vec<(String, u64)>) {
    let is_constant = name.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '_') && name.chars().count() > 1;
    let sort = if is_constant { 0 } else { 2 - u8::from(name.starts_with(char::is_uppercase)) };
    (sort, natural(name))
}
