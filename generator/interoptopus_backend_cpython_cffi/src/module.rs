//! Puts a module together: what users see, then the declarations, then what that needs.

use crate::config::Config;
use crate::docs;
use crate::functions::{self, Role};
use crate::marshal::Context;
use crate::names::Scope;
use crate::reserved::IMPORTS;
use crate::runtime::{self, Chunk};
use crate::{callbacks, cdef, constants, enums, opaques, pointers, results, services, slices, structs, tokens};
use interoptopus::Refusal;
use interoptopus::model::{Item, TypeKind};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The whole text; or each item that Python cannot have.
pub(crate) fn text(cx: &Context<'_>, config: &Config) -> Result<String, Vec<Refusal>> {
    let public = public(cx)?;
    let mut wanted: HashSet<String> = tokens::names(&public.join("\n"));
    wanted.extend(["load", "lib", "_bind_and_get", "PanicError"].map(str::to_owned));
    let exceptions: Vec<Chunk> = shared(cx, config, runtime::public()).into_iter().chain(results::exceptions(cx)).collect();
    let loading = shared(cx, config, runtime::loading());
    let support: Vec<Chunk> = shared(cx, config, runtime::private()).into_iter().chain(tables(cx)).collect();
    let pool: Vec<Chunk> = exceptions.iter().chain(&support).chain(&loading).cloned().collect();
    let needed: HashSet<String> = runtime::needed(&pool, wanted).into_iter().map(|chunk| chunk.text).collect();
    let kept = |chunks: &[Chunk]| -> Vec<String> {
        chunks
            .iter()
            .filter(|chunk| needed.contains(&chunk.text) || chunk.names.is_empty())
            .map(|chunk| chunk.text.clone())
            .collect()
    };
    let guard = guard(cx);
    let body: Vec<String> = [guard]
        .into_iter()
        .chain(kept(&exceptions))
        .chain(public)
        .chain([declarations(cx)])
        .chain(kept(&support))
        .chain(kept(&loading))
        .map(|part| part.trim_end().to_owned())
        .collect();
    let body = joined(&body);
    Ok(format!("{}{}\n\n{}\n\n{body}\n", heading(config), imports(cx, &body), exports(cx, &body)))
}

/// The parts, two blank lines apart, but for tables of a line each.
fn joined(parts: &[String]) -> String {
    let is_table = |part: &str| part.starts_with('_') && !part.trim_start_matches(|c| c != '\n').contains("\n\"\"\"");
    let mut text = String::new();
    for (i, part) in parts.iter().enumerate() {
        let continues = i > 0 && is_table(part) && is_table(&parts[i - 1]);
        text.push_str(if i == 0 {
            ""
        } else if continues {
            "\n"
        } else {
            "\n\n\n"
        });
        text.push_str(part);
    }
    text
}

/// What users see, in the order in which a reader and Python need it.
fn public(cx: &Context<'_>) -> Result<Vec<String>, Vec<Refusal>> {
    let (mut parts, mut refused) = (Vec::new(), Vec::new());
    let mut note = |emitted: Result<String, Vec<Refusal>>| match emitted {
        Ok(text) => parts.push(text),
        Err(problems) => refused.extend(problems),
    };
    let order = cx.inventory.definition_order();
    for &ty in &order {
        match *cx.inventory.kind(ty) {
            TypeKind::Struct(id) => note(structs::emit(cx, id)),
            TypeKind::Enum(id) => note(Ok(enums::emit(cx, id))),
            TypeKind::Opaque(id) => note(Ok(opaques::emit(cx, id))),
            _ => {}
        }
    }
    for &ty in &order {
        if let TypeKind::Callback { id, nullable: _ } = *cx.inventory.kind(ty) {
            note(callbacks::emit(cx, id));
        }
    }
    for at in by_name(cx, cx.inventory.constants().len(), Item::Constant) {
        note(Ok(constants::emit(cx, at)));
    }
    let scope = Scope::new(cx.names);
    for at in by_name(cx, cx.inventory.functions().len(), Item::Function) {
        note(functions::emit(cx, &cx.inventory.functions()[at], Role::Free(at), &scope, 0));
    }
    for &ty in &order {
        if let TypeKind::Service(id) = *cx.inventory.kind(ty) {
            note(services::emit(cx, id));
        }
    }
    refused.extend(cdef::refusals(cx.inventory));
    if refused.is_empty() { Ok(parts) } else { Err(refused) }
}

fn by_name(cx: &Context<'_>, count: usize, item: fn(usize) -> Item) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&at| cx.names.of(item(at)));
    all
}

/// Everything that some function may need, by type: what is used is kept.
fn tables(cx: &Context<'_>) -> Vec<Chunk> {
    let mut tables: BTreeMap<String, Chunk> = BTreeMap::new();
    let mut add = |chunk: Chunk| drop(tables.insert(chunk.names.first().cloned().unwrap_or_default(), chunk));
    for ty in cx.inventory.types() {
        match *cx.inventory.kind(ty) {
            TypeKind::Struct(id) => structs::conversions(cx, id).into_iter().for_each(&mut add),
            TypeKind::Enum(id) => add(enums::table(cx, id)),
            TypeKind::Callback { id, nullable: _ } => add(callbacks::table(cx, id)),
            TypeKind::Slice { element, access: _, nullable: _ } => slices::table(cx, element).into_iter().for_each(&mut add),
            TypeKind::Pointer { pointee, access: _, kind: _ } => add(pointers::table(cx, pointee)),
            _ => {}
        }
    }
    tables.into_values().collect()
}

/// The shared text, as this library needs it.
fn shared(cx: &Context<'_>, config: &Config, chunks: Vec<Chunk>) -> Vec<Chunk> {
    let library = &cx.inventory.library;
    let own = |text: String| {
        text.replace("my_library_file", &config.library)
            .replace("my_library_", &format!("{library}_"))
            .replace("MyLibraryError", &cx.names.base_exception)
            .replace("MY_LIBRARY", &config.environment_variable)
            .replace("my_module", &config.module)
    };
    chunks.into_iter().map(|chunk| Chunk::new(own(cx.names.unhidden(&chunk.text)))).collect()
}

fn heading(config: &Config) -> String {
    let Config { module: _, library, environment_variable, header_comment } = config;
    let comment: String = header_comment
        .lines()
        .map(|line| format!("# {}", line.replace(|c: char| c.is_control(), " ")).trim_end().to_owned() + "\n")
        .collect();
    let library = docs::escaped(library);
    format!(
        r#"{comment}"""Python bindings of the Rust library `{library}`. Generated by Interoptopus from its inventory: do not edit.

They need CPython 3.9 or later and cffi, and no compiler. The library is loaded by the first call, from the path in the
environment variable {environment_variable} or else from beside this file, unless `load` has been called with a path before.

Every call releases the GIL. Any thread may use an object; a call that changes it excludes every other, and the later one raises
`BusyError`.
"""

from __future__ import annotations

"#
    )
}

/// The imports of what `body` uses, sorted as Python's linters do.
fn imports(cx: &Context<'_>, body: &str) -> String {
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
            (sort, name.to_owned())
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
fn exports(cx: &Context<'_>, body: &str) -> String {
    let _ = cx;
    let chunks = body.split("\n\n\n").flat_map(|part| Chunk::new(part).names);
    let public: BTreeSet<String> = chunks.filter(|name| !name.starts_with('_')).collect();
    let mut names: Vec<String> = public.into_iter().collect();
    names.sort_by_key(|name| {
        let sort = match name {
            _ if name.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '_') => 0,
            _ if name.starts_with(char::is_uppercase) => 1,
            _ => 2,
        };
        (sort, name.clone())
    });
    let lines: String = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{lines}]")
}

fn guard(cx: &Context<'_>) -> String {
    let guard = cx.inventory.api_guard();
    format!(
        "API_GUARD: {} = 0x{guard:016X}\n\"\"\"The hash of the ABI that this module was made for.\"\"\"",
        cx.names.python("Final")
    )
}

fn declarations(cx: &Context<'_>) -> String {
    let lines: String = cdef::lines(cx.inventory).iter().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
    let [any, ffi] = ["Any", "FFI"].map(|name| cx.names.python(name));
    format!(
        "ffi: {any} = {ffi}()\n\"\"\"The declarations of the library, for use with `lib`.\"\"\"\n\nffi.cdef(\n    \"\"\"\n{lines}    \"\"\"\n)"
    )
}
