//! Imports and exports, sorted as isort and ruff do.

use std::collections::{BTreeMap, BTreeSet};

/// The columns that isort and ruff have unless they are told otherwise.
const SORTED_WIDTH: usize = 88;

/// A name that is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    /// The name that it has by itself.
    pub(crate) name: &'static str,
    /// The module that has it; empty where it is a module itself.
    pub(crate) module: &'static str,
    /// The name that it has in the importing module.
    pub(crate) written: String,
    /// Whether only type checkers import it.
    pub(crate) only_checked: bool,
    /// The stand-in for it where annotations are evaluated, if only type checkers import it.
    pub(crate) stand_in: Option<String>,
}

/// The statements of `imports`; what only type checkers import stands under a condition, which is called `type_checking`.
pub(crate) fn imports(imports: &[Import], type_checking: &str) -> String {
    let (mut modules, mut from, mut checked) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
    for Import { name, module, written, only_checked, stand_in: _ } in imports {
        let imported = if written == name { (*name).to_owned() } else { format!("{name} as {written}") };
        match (*module, only_checked) {
            ("", _) => modules.insert(format!("import {imported}")),
            (_, false) => from.entry(module).or_insert_with(BTreeSet::new).insert(imported),
            (_, true) => checked.entry(module).or_insert_with(BTreeSet::new).insert(imported),
        };
    }
    let standard = modules.into_iter().chain(from.iter().filter(|(module, _)| ***module != "cffi").flat_map(lines));
    let third: Vec<String> = from.iter().filter(|(module, _)| ***module == "cffi").flat_map(lines).collect();
    let mut groups = vec![standard.collect::<Vec<_>>().join("\n"), third.join("\n")];
    if !checked.is_empty() {
        let inside =
            checked.iter().map(|entry| lines(entry).iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n"));
        let inside = inside.collect::<Vec<_>>().join("\n\n");
        let stand_ins = imports.iter().filter_map(|import| Some((&import.written, import.stand_in.as_ref()?)));
        let stand_ins: String = stand_ins.map(|(name, by)| format!("\n    {name} = {by}")).collect();
        let otherwise = if stand_ins.is_empty() { stand_ins } else { format!("\nelse:{stand_ins}") };
        groups.push(format!("if {type_checking}:\n{inside}{otherwise}"));
    }
    groups.join("\n\n")
}

/// The imports from one module: what keeps its name on one line, everything else on its own, as isort and ruff do.
fn lines((module, names): (&&&'static str, &BTreeSet<String>)) -> Vec<String> {
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

/// `__all__`: `names`, sorted, each of which is there once.
pub(crate) fn exports(names: &BTreeSet<String>) -> String {
    let mut names: Vec<&String> = names.iter().collect();
    names.sort_by_key(|name| by_sort(name));
    let lines: String = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{lines}]")
}

/// The key that sorts constants before classes, and these before the rest, as isort and ruff do.
pub(crate) fn by_sort(name: &str) -> (u8, Vec<(String, u64)>) {
    let is_constant = name.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '_') && name.chars().count() > 1;
    let sort = if is_constant { 0 } else { 2 - u8::from(name.starts_with(char::is_uppercase)) };
    (sort, natural(name))
}

/// The key that sorts numbers in names by their value, as linters do.
pub(crate) fn natural(name: &str) -> Vec<(String, u64)> {
    let mut parts: Vec<(String, u64)> = vec![(String::new(), 0)];
    let mut digits = String::new();
    for letter in name.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            if !digits.is_empty() {
                parts.push((String::new(), 0));
                digits.clear();
            }
            parts.last_mut().into_iter().for_each(|part| part.0.push(letter));
        }
        if let Ok(number) = digits.parse() {
            parts.last_mut().into_iter().for_each(|part| part.1 = number);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_sort_by_value() {
        let mut names = ["echo_i16", "echo_i8", "echo", "echo_i8_b", "b"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["b", "echo", "echo_i8", "echo_i8_b", "echo_i16"]);
    }
}
