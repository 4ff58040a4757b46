//! Everything that is made of an inventory, before it is printed.

use crate::cdef::declarations::{self, Declaration};
use crate::cdef::{aligned, carriers, definitions, prototypes, statements};
use crate::config::Config;
use crate::constructs::functions::{self, Role};
use crate::constructs::{callbacks, constants, enums, namespaces, opaques, results, services, structs, tagged, unions};
use crate::heading::{self, Heading};
use crate::layout_probe::{self, LayoutProbe};
use crate::names::Names;
use crate::names::scope::Scope;
use crate::refusals::Refusals;
use crate::runtime::{self, Chunk};
use crate::syntax::imports::exports;
use crate::syntax::{imports, tokens};
use crate::types::table::Types;
use crate::types::{self, by_value, callbacks as calls, enums as values, ffi_types, pointers, slices};
use crate::types::{structs as conversions, tagged as cases};
use interoptopus::model::{Item, TypeKind};
use interoptopus::{Bindings, Checked, Refusal, Refused};
use std::collections::{BTreeMap, HashSet};

/// An inventory in Python.
pub struct Module {
    file_name: String,
    heading: Heading,
    body: String,
    /// The modules of namespaces.
    namespaces: Vec<Bindings>,
    layout_probe: LayoutProbe,
    omitted: Vec<Refusal>,
}

impl Module {
    pub(crate) fn lower(config: &Config, inventory: &Checked) -> Result<Self, Refused> {
        let mut refusals = Refusals::default();
        config.check(inventory, &mut refusals);
        let names = Names::new(inventory, &config.casings, &mut refusals);
        let types = types::lower(inventory, &names);
        let module = config.module_for(inventory);
        let definitions = definitions::lower(inventory, &mut refusals);
        let declarations = declarations::lower(inventory, &definitions);
        let body = body(&types, config, &declarations, &mut refusals);
        let namespaces = namespaces::files(&types, &module);
        let file_name = if namespaces.is_empty() { format!("{module}.py") } else { format!("{module}/__init__.py") };
        let heading = heading::lower(config, &types);
        let layout_probe = layout_probe::lower(inventory, &definitions, module);
        refusals.or(Module { file_name, heading, body, namespaces, layout_probe, omitted: Vec::new() })
    }

    /// The same, of an inventory that had the items that were `omitted`.
    pub(crate) fn without(self, omitted: Vec<Refusal>) -> Self {
        Module { omitted, ..self }
    }

    /// The module; where the library has namespaces, the package's own.
    #[must_use]
    pub fn main(&self) -> Bindings {
        let text = format!("{}{}", self.heading.emit(&self.omitted), self.body);
        Bindings { file_name: self.file_name.clone(), text }
    }

    /// All files: [`main`](Self::main), and the modules of namespaces.
    #[must_use]
    pub fn files(&self) -> Vec<Bindings> {
        [self.main()].into_iter().chain(self.namespaces.iter().cloned()).collect()
    }

    /// A script that imports the module and prints, one JSON object a line, what cffi says about the memory of each of
    /// [`layout_types`](Self::layout_types).
    #[must_use]
    pub fn layout_probe(&self) -> String {
        self.layout_probe.emit()
    }

    /// The types that [`layout_probe`](Self::layout_probe) measures, in its order, as `Inventory::type_name` calls them.
    #[must_use]
    pub fn layout_types(&self) -> Vec<String> {
        self.layout_probe.types().map(str::to_owned).collect()
    }

    /// The items that were left out, and why.
    #[must_use]
    pub fn omitted(&self) -> &[Refusal] {
        &self.omitted
    }
}

/// The text below the heading.
fn body(types: &Types<'_>, config: &Config, declarations: &[Declaration], refusals: &mut Refusals) -> String {
    let public = public(types, refusals);
    let exceptions = shared(types, config, runtime::public()).into_iter().chain(results::exceptions(types)).collect::<Vec<_>>();
    let declaring = shared(types, config, runtime::declaring());
    let declarations = statements::emit(declarations);
    let support = shared(types, config, runtime::private()).into_iter().chain(tables(types)).collect::<Vec<_>>();
    let loading = shared(types, config, runtime::loading());
    let seen = [&public[..], std::slice::from_ref(&declarations)].concat();
    let used = used(types, &seen, &[&exceptions, &declaring, &support, &loading]);
    let kept = |chunks: &[Chunk]| chunks.iter().filter(|chunk| used.contains(&chunk.text)).cloned().collect::<Vec<_>>();
    let text = |chunks: &[Chunk]| chunks.iter().map(|chunk| chunk.text.clone()).collect::<Vec<_>>();
    let ffi = vec![statements::ffi(types.names)];
    // What is declared by a call needs what it calls before it.
    let calls = text(&kept(&declaring));
    let declared =
        if calls.is_empty() { vec![format!("{}\n\n{declarations}", ffi[0])] } else { [ffi, calls, vec![declarations]].concat() };
    let support = ffi_types::at_once(text(&kept(&support)));
    let parts = [vec![guard(types)], text(&kept(&exceptions)), public, declared, support, text(&loading)];
    let body = joined(&parts.concat());
    let used = tokens::names(&body);
    let is_public = |name: &String| !name.starts_with('_') && !types.names.is_inner(name);
    let exported = runtime::defined(&body).into_iter().filter(is_public).collect();
    let imports = imports::imports(&types.names.imports(&used), &types.names.python("TYPE_CHECKING"));
    format!("{imports}\n\n{}\n\n{body}\n", exports(&exported))
}

/// The texts of what is needed for what users see, and for `load`.
fn used(types: &Types<'_>, public: &[String], pools: &[&[Chunk]]) -> HashSet<String> {
    let mut wanted = tokens::names(&public.join("\n"));
    wanted.extend(callbacks::annotations(types).iter().flat_map(|annotation| tokens::names(annotation)));
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
fn public(types: &Types<'_>, refusals: &mut Refusals) -> Vec<String> {
    let mut parts = Vec::new();
    let mut note = |lowered: Result<String, Vec<Refusal>>| parts.extend(refusals.note(lowered));
    let order = types.inventory.definition_order();
    // Aliases of callbacks are evaluated, so the classes come before them.
    for &ty in &order {
        if let TypeKind::Struct(id) = *types.inventory.kind(ty) {
            note(structs::emit(types, id));
        } else if let TypeKind::Enum(id) = *types.inventory.kind(ty) {
            note(Ok(enums::emit(types, id)));
        } else if let TypeKind::Tagged(id) = *types.inventory.kind(ty) {
            note(tagged::emit(types, id));
        } else if let TypeKind::Union(id) = *types.inventory.kind(ty) {
            note(unions::emit(types, id));
        } else if let TypeKind::Opaque(id) = *types.inventory.kind(ty) {
            note(Ok(opaques::emit(types, id)));
        }
    }
    for &ty in &order {
        if let TypeKind::Callback { id, nullable: _ } = *types.inventory.kind(ty) {
            note(callbacks::emit(types, id));
        }
    }
    for at in by_name(types, types.inventory.constants().len(), Item::Constant) {
        note(Ok(constants::emit(types, at)));
    }
    let scope = Scope::new(types.names);
    for at in by_name(types, types.inventory.functions().len(), Item::Function) {
        note(functions::emit(types, &types.inventory.functions()[at], Role::Free(at), &scope, 0));
    }
    for &ty in &order {
        if let TypeKind::Service(id) = *types.inventory.kind(ty) {
            note(services::emit(types, id));
        }
    }
    parts.extend(namespaces::moves(types));
    prototypes::check(types.inventory, refusals);
    parts
}

fn by_name(types: &Types<'_>, count: usize, item: fn(usize) -> Item) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&at| types.names.of(item(at)));
    all
}

/// Everything that some function may need, by type: what is used is kept. What a table mentions comes before it.
fn tables(types: &Types<'_>) -> Vec<Chunk> {
    let mut tables: BTreeMap<String, Chunk> = BTreeMap::new();
    let mut add = |chunk: Chunk| drop(tables.insert(chunk.names.first().cloned().unwrap_or_default(), chunk));
    for ty in types.inventory.types() {
        match *types.inventory.kind(ty) {
            TypeKind::Struct(id) => conversions::conversions(types, id).into_iter().for_each(&mut add),
            TypeKind::Enum(id) => add(values::table(types, id)),
            TypeKind::Callback { id, nullable: _ } => add(calls::table(types, id)),
            TypeKind::Slice { element, access: _, nullable: _ } => {
                slices::types(types, element).into_iter().for_each(&mut add);
                slices::table(types, element).into_iter().for_each(&mut add);
            }
            TypeKind::Pointer { pointee, access: _, kind: _ } => {
                add(pointers::table(types, pointee));
                if aligned::beyond_cffi(types.inventory, pointee).is_some() {
                    slices::types(types, pointee).into_iter().for_each(&mut add);
                }
            }
            TypeKind::Tagged(id) => {
                add(pointers::table(types, ty));
                cases::conversions(types, id).into_iter().for_each(&mut add);
            }
            TypeKind::Union(_) => add(pointers::table(types, ty)),
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
    for ty in carriers::all(types.inventory) {
        add(by_value::table(types, ty));
        add(pointers::table(types, ty));
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
fn shared(types: &Types<'_>, config: &Config, chunks: Vec<Chunk>) -> Vec<Chunk> {
    let library = &types.inventory.library;
    let own = |text: String| {
        text.replace("my_library_file", &config.library_for(types.inventory))
            .replace("my_library_", &format!("{library}_"))
            .replace("MyLibraryError", &types.names.base_exception)
            .replace("MY_LIBRARY", &config.variable_for(types.inventory))
            .replace("my_module", &config.module_for(types.inventory))
    };
    chunks.into_iter().map(|chunk| Chunk::new(own(types.names.unhidden(&chunk.text)))).collect()
}

fn guard(types: &Types<'_>) -> String {
    let guard = types.inventory.api_guard();
    format!(
        "API_GUARD: {} = 0x{guard:016X}\n\"\"\"The hash of the ABI that this module was made for.\"\"\"",
        types.names.python("Final")
    )
}
