//! Puts a module together: what users see, then the declarations, then what that needs.

use crate::config::Config;
use crate::docs;
use crate::functions::{self, Role};
use crate::imports::{exports, imports};
use crate::marshal::Context;
use crate::runtime::{self, Chunk};
use crate::scope::Scope;
use crate::{
    aligned, by_value, callbacks, constants, declarations, enums, namespaces, opaques, pointers, prototypes, results, services,
    slices,
};
use crate::{structs, tagged, tokens, types, unions};
use interoptopus::Refusal;
use interoptopus::model::{Item, TypeKind};
use std::collections::{BTreeMap, HashSet};

/// The whole text; or each item that Python cannot have.
pub(crate) fn text(cx: &Context<'_>, config: &Config, omitted: &[Refusal]) -> Result<String, Vec<Refusal>> {
    let public = public(cx)?;
    let exceptions = shared(cx, config, runtime::public()).into_iter().chain(results::exceptions(cx)).collect::<Vec<_>>();
    let declaring = shared(cx, config, runtime::declaring());
    let declarations = declarations::text(cx);
    let support = shared(cx, config, runtime::private()).into_iter().chain(tables(cx)).collect::<Vec<_>>();
    let loading = shared(cx, config, runtime::loading());
    let seen = [&public[..], std::slice::from_ref(&declarations)].concat();
    let used = used(cx, &seen, &[&exceptions, &declaring, &support, &loading]);
    let kept = |chunks: &[Chunk]| chunks.iter().filter(|chunk| used.contains(&chunk.text)).cloned().collect::<Vec<_>>();
    let text = |chunks: &[Chunk]| chunks.iter().map(|chunk| chunk.text.clone()).collect::<Vec<_>>();
    let ffi = vec![declarations::ffi(cx)];
    // What is declared by a call needs what it calls before it.
    let calls = text(&kept(&declaring));
    let declared =
        if calls.is_empty() { vec![format!("{}\n\n{declarations}", ffi[0])] } else { [ffi, calls, vec![declarations]].concat() };
    let support = types::at_once(text(&kept(&support)));
    let parts = [vec![guard(cx)], text(&kept(&exceptions)), public, declared, support, text(&loading)];
    let body = joined(&parts.concat());
    let heading = heading(cx, config, omitted);
    Ok(format!("{heading}{}\n\n{}\n\n{body}\n", imports(cx, &body), exports(cx, &body)))
}

/// The texts of what is needed for what users see, and for `load`.
fn used(cx: &Context<'_>, public: &[String], pools: &[&[Chunk]]) -> HashSet<String> {
    let mut wanted = tokens::names(&public.join("\n"));
    wanted.extend(callbacks::annotations(cx).iter().flat_map(|annotation| tokens::names(annotation)));
    wanted.extend(["load", "lib", "_bind_and_get"].map(str::to_owned));
    runtime::needed(&pools.concat(), wanted).into_iter().map(|chunk| chunk.text).collect()
}

/// The parts, two blank lines apart, but for tables of a line each.
fn joined(parts: &[String]) -> String {
    let is_table = |part: &str| part.starts_with('_') && !part.trim_start_matches(|c| c != '\n').contains("\n\"\"\"");
    let mut text = String::new();
    for (i, part) in parts.iter().map(|part| part.trim_end()).enumerate() {
        let between = match i {
            0 => "",
            _ if is_table(part) && is_table(&parts[i - 1]) => "\n",
            _ => "\n\n\n",
        };
        text.push_str(between);
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
    // Aliases of callbacks are evaluated, so the classes come before them.
    for &ty in &order {
        if let TypeKind::Struct(id) = *cx.inventory.kind(ty) {
            note(structs::emit(cx, id));
        } else if let TypeKind::Enum(id) = *cx.inventory.kind(ty) {
            note(Ok(enums::emit(cx, id)));
        } else if let TypeKind::Tagged(id) = *cx.inventory.kind(ty) {
            note(tagged::emit(cx, id));
        } else if let TypeKind::Union(id) = *cx.inventory.kind(ty) {
            note(unions::emit(cx, id));
        } else if let TypeKind::Opaque(id) = *cx.inventory.kind(ty) {
            note(Ok(opaques::emit(cx, id)));
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
    parts.extend(namespaces::moves(cx));
    refused.extend(prototypes::refusals(cx.inventory));
    if refused.is_empty() { Ok(parts) } else { Err(refused) }
}

fn by_name(cx: &Context<'_>, count: usize, item: fn(usize) -> Item) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&at| cx.names.of(item(at)));
    all
}

/// Everything that some function may need, by type: what is used is kept. What a table mentions comes before it.
fn tables(cx: &Context<'_>) -> Vec<Chunk> {
    let mut tables: BTreeMap<String, Chunk> = BTreeMap::new();
    let mut add = |chunk: Chunk| drop(tables.insert(chunk.names.first().cloned().unwrap_or_default(), chunk));
    for ty in cx.inventory.types() {
        match *cx.inventory.kind(ty) {
            TypeKind::Struct(id) => structs::conversions(cx, id).into_iter().for_each(&mut add),
            TypeKind::Enum(id) => add(enums::table(cx, id)),
            TypeKind::Callback { id, nullable: _ } => add(callbacks::table(cx, id)),
            TypeKind::Slice { element, access: _, nullable: _ } => {
                slices::types(cx, element).into_iter().for_each(&mut add);
                slices::table(cx, element).into_iter().for_each(&mut add);
            }
            TypeKind::Pointer { pointee, access: _, kind: _ } => {
                add(pointers::table(cx, pointee));
                if aligned::beyond_cffi(cx.inventory, pointee).is_some() {
                    slices::types(cx, pointee).into_iter().for_each(&mut add);
                }
            }
            TypeKind::Tagged(id) => {
                add(pointers::table(cx, ty));
                tagged::conversions(cx, id).into_iter().for_each(&mut add);
            }
            TypeKind::Union(_) => add(pointers::table(cx, ty)),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => {}
        }
    }
    for ty in by_value::all(cx.inventory) {
        add(by_value::table(cx, ty));
        add(pointers::table(cx, ty));
    }
    let mut ordered = Vec::new();
    while let Some(name) = tables.keys().next().cloned() {
        move_with_mentioned(&name, &mut tables, &mut ordered);
    }
    ordered
}

fn move_with_mentioned(name: &str, from: &mut BTreeMap<String, Chunk>, to: &mut Vec<Chunk>) {
    let Some(chunk) = from.remove(name) else { return };
    let mut mentioned: Vec<String> = tokens::names(&chunk.text).into_iter().collect();
    mentioned.sort();
    mentioned.iter().for_each(|name| move_with_mentioned(name, from, to));
    to.push(chunk);
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

const BUFFERS: &str = "

Buffers of numbers, such as `bytearray` and arrays of numpy, are lent to Rust where they are: to write to one before
the call has returned, in a callback or on another thread, is undefined behaviour. Lists and tuples are copied.";

const CALLBACKS: &str = "

When the interpreter ends, calls with callbacks in daemon threads raise `SystemExit`, and it waits for them for up to two
seconds. A callback that takes longer, or that Rust calls only later, makes Python before 3.14 abort, or unwind Rust: join
such threads.";

const OBJECTS: &str =
    " Any thread may use an object; a call that changes it excludes every other, and the later one raises\n`BusyError`.";

fn heading(cx: &Context<'_>, config: &Config, omitted: &[Refusal]) -> String {
    let Config { module: _, library: _, environment_variable, header_comment } = config;
    let mut comment: String = header_comment.lines().map(commented).collect();
    if !omitted.is_empty() {
        comment.push_str("# Left out, because Python cannot have it:\n");
        comment.extend(omitted.iter().map(|Refusal { item, reason }| commented(&format!("  {item}: {reason}"))));
    }
    let library = &cx.inventory.library;
    let has_services = !cx.inventory.services().is_empty();
    let library = docs::escaped(library);
    let threads = if has_services { OBJECTS } else { "" };
    let buffers = if cx.inventory.takes_slices() { BUFFERS } else { "" };
    let callbacks = if cx.inventory.callbacks().is_empty() { "" } else { CALLBACKS };
    let namespaces = namespaces::said(cx);
    format!(
        r#"{comment}"""Python bindings of the Rust library `{library}`. Generated by Interoptopus from its inventory: do not edit.

They need CPython 3.9 or later and cffi, and no compiler. The library is loaded by the first call, from the path in the
environment variable {environment_variable} or else from beside this file, unless `load` has been called with a path before.

Every call releases the GIL.{threads}{buffers}{callbacks}{namespaces}
"""

from __future__ import annotations

"#
    )
}

/// A line of text as a comment.
fn commented(line: &str) -> String {
    format!("# {}", line.replace(|c: char| c.is_control(), " ")).trim_end().to_owned() + "\n"
}

fn guard(cx: &Context<'_>) -> String {
    let guard = cx.inventory.api_guard();
    format!(
        "API_GUARD: {} = 0x{guard:016X}\n\"\"\"The hash of the ABI that this module was made for.\"\"\"",
        cx.names.python("Final")
    )
}
