//! The body of a module: its definitions in order, with the parts of the runtime and the tables that they mention.

use crate::cdef::declarations::Declaration;
use crate::cdef::{carriers, prototypes, statements};
use crate::config::Config;
use crate::constructs::functions::{self, Role};
use crate::constructs::{callbacks, constants, enums, namespaces, opaques, results, services, structs, tagged, unions};
use crate::names::scope::Scope;
use crate::runtime::parts::Part;
use crate::runtime::{Chunk, RUNTIME};
use crate::syntax::definitions::Definition;
use crate::syntax::docstrings::Docstring;
use crate::syntax::expressions::{Mentions, literal};
use crate::syntax::imports::{exports, imports};
use crate::syntax::statements::Stmt;
use crate::types::support::{self, Support};
use crate::types::table::Types;
use interoptopus::model::{self, Declared, Item};
use interoptopus::{Refusal, Refusals};
use std::collections::{BTreeMap, BTreeSet};

/// The text below the heading.
pub(crate) struct ModuleBody {
    imports: String,
    exports: String,
    pieces: Vec<Piece>,
}

/// Text that stands between two blank lines, or in a row.
#[derive(Clone, Debug)]
struct Piece {
    names: Vec<String>,
    mentions: Mentions,
    text: String,
    is_row: bool,
}

impl From<&Definition> for Piece {
    fn from(definition: &Definition) -> Self {
        let Definition { names, statements: _, is_row } = definition;
        Piece { names: names.clone(), mentions: definition.mentions(), text: definition.text(), is_row: *is_row }
    }
}

/// The body of a module, whose cffi is told `declarations`.
pub(crate) fn lower(types: &Types<'_>, config: &Config, declarations: &[Declaration], refusals: &mut Refusals) -> ModuleBody {
    let public: Vec<Piece> = public(types, refusals).iter().map(Piece::from).collect();
    let own_exceptions = results::exceptions(types);
    let exceptions: Vec<Piece> =
        shared(types, config, &RUNTIME.public).into_iter().chain(own_exceptions.iter().map(Piece::from)).collect();
    let declaring = shared(types, config, &RUNTIME.declaring);
    let private = shared(types, config, &RUNTIME.private);
    let loading = shared(types, config, &RUNTIME.loading);
    let tables = tables(types);
    let (ffi, declarations) = (statements::ffi(types.names), statements::lower(declarations));
    let seen = public.iter().map(|piece| &piece.mentions);
    let mut wanted: BTreeSet<String> = [Part::Load, Part::Lib, Part::BindAndGet].map(|part| part.name().to_owned()).into();
    wanted.extend(seen.chain([&declarations.mentions()]).flat_map(|mentions| mentions.own.iter().cloned()));
    let definitions: Vec<Piece> = tables.iter().map(|table| Piece::from(&table.definition())).collect();
    let pool: Vec<&Piece> = [&exceptions, &declaring, &private, &loading, &definitions].into_iter().flatten().collect();
    let wanted = needed(&pool, wanted);
    let is_needed = |piece: &Piece| piece.names.iter().any(|name| wanted.contains(name));
    let kept = |pieces: Vec<Piece>| pieces.into_iter().filter(|piece| is_needed(piece)).collect::<Vec<Piece>>();
    let calls = kept(declaring);
    // What is declared by a call needs what it calls before it.
    let declared = match calls.is_empty() {
        true => {
            let statements = [ffi.statements, vec![Stmt::Blank], declarations.statements].concat();
            vec![Piece::from(&Definition { names: ffi.names, statements, is_row: false })]
        }
        false => [vec![Piece::from(&ffi)], calls, vec![Piece::from(&declarations)]].concat(),
    };
    let tables: Vec<&Support> = tables.iter().filter(|table| wanted.contains(table.name())).collect();
    let guard = [Piece::from(&guard(types))].to_vec();
    let pieces = [guard, kept(exceptions), public, declared, kept(private), at_once(&tables), loading].concat();
    let used: BTreeSet<&'static str> = pieces.iter().flat_map(|piece| piece.mentions.imports.iter().copied()).collect();
    let is_public = |name: &&String| !name.starts_with('_') && !types.names.is_inner(name);
    let exported = pieces.iter().flat_map(|piece| &piece.names).filter(is_public).cloned().collect();
    let type_checking = types.names.python("TYPE_CHECKING").to_string();
    ModuleBody { imports: imports(&types.names.imports(&used), &type_checking), exports: exports(&exported), pieces }
}

impl ModuleBody {
    /// The text: pieces are two blank lines apart, but for rows.
    pub(crate) fn emit(&self) -> String {
        let ModuleBody { imports, exports, pieces } = self;
        let mut text = format!("{imports}\n\n{exports}\n\n");
        for (at, piece) in pieces.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &pieces[before]);
            text.push_str(match before {
                None => "",
                Some(before) if piece.is_row && before.is_row => "\n",
                Some(_) => "\n\n\n",
            });
            text.push_str(&piece.text);
        }
        text.push('\n');
        text
    }
}

/// The names that are `wanted`, with those that the pieces which define them mention, and so on.
fn needed(pool: &[&Piece], mut wanted: BTreeSet<String>) -> BTreeSet<String> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, piece) in pool.iter().enumerate() {
        piece.names.iter().for_each(|name| by_name.entry(name).or_default().push(at));
    }
    let mut next: Vec<String> = wanted.iter().cloned().collect();
    while let Some(name) = next.pop() {
        for &at in by_name.get(name.as_str()).into_iter().flatten() {
            let mentioned = pool[at].mentions.own.iter().filter(|name| !wanted.contains(*name)).cloned().collect::<Vec<_>>();
            wanted.extend(mentioned.iter().cloned());
            next.extend(mentioned);
        }
    }
    wanted
}

/// The public definitions, in the order in which a reader and Python need them.
fn public(types: &Types<'_>, refusals: &mut Refusals) -> Vec<Definition> {
    let mut all = Vec::new();
    let mut note = |lowered: Result<Definition, Vec<Refusal>>| all.extend(refusals.note(lowered));
    let order = model::definition_order(types.inventory);
    let (mut of_callbacks, mut of_services) = (Vec::new(), Vec::new());
    for declared in order.into_iter().filter_map(|ty| types.inventory.kind(ty).declared()) {
        match declared {
            Declared::Struct(id) => note(structs::lower(types, id)),
            Declared::Enum(id) => note(Ok(enums::lower(types, id))),
            Declared::Tagged(id) => note(tagged::lower(types, id)),
            Declared::Union(id) => note(unions::lower(types, id)),
            Declared::Opaque(id) => note(Ok(opaques::lower(types, id))),
            Declared::Callback(id) => of_callbacks.push(id),
            Declared::Service(id) => of_services.push(id),
        }
    }
    // Aliases of callbacks are evaluated, so the classes come before them.
    of_callbacks.into_iter().for_each(|id| note(callbacks::lower(types, id)));
    for at in by_name(types, types.inventory.constants().len(), Item::Constant) {
        note(Ok(constants::lower(types, at)));
    }
    let scope = Scope::new(types.names);
    for at in by_name(types, types.inventory.functions().len(), Item::Function) {
        let lowered = functions::lower(types, &types.inventory.functions()[at], Role::Free(at), &scope);
        note(lowered.map(|statements| Definition::new(types.names.of(Item::Function(at)), statements)));
    }
    of_services.into_iter().for_each(|id| note(services::lower(types, id)));
    all.extend(namespaces::moves(types));
    prototypes::check(types.inventory, refusals);
    all
}

fn by_name(types: &Types<'_>, count: usize, item: fn(usize) -> Item) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.sort_by_key(|&at| types.names.of(item(at)));
    all
}

/// The support of all types, by name, each after the support that it mentions.
fn tables(types: &Types<'_>) -> Vec<Support> {
    let mut tables: BTreeMap<String, Support> = BTreeMap::new();
    for ty in types.inventory.types() {
        for table in crate::types::support_of(types, ty) {
            tables.insert(table.name().to_owned(), table);
        }
    }
    for ty in carriers::all(types.inventory) {
        for table in crate::types::support_of_carried(types, ty) {
            tables.insert(table.name().to_owned(), table);
        }
    }
    let mut ordered = Vec::new();
    while let Some(name) = tables.keys().next().cloned() {
        move_with_mentioned(&name, &mut tables, &mut ordered);
    }
    ordered
}

fn move_with_mentioned(name: &str, from: &mut BTreeMap<String, Support>, to: &mut Vec<Support>) {
    let Some(table) = from.remove(name) else { return };
    if let Support::Definition(definition) = &table {
        definition.mentions().own.iter().for_each(|name| move_with_mentioned(name, from, to));
    }
    to.push(table);
}

/// The tables, where the first type of cffi's stands for all of them.
fn at_once(tables: &[&Support]) -> Vec<Piece> {
    let asked: Vec<(&str, &str)> = tables.iter().filter_map(|table| table.asked()).collect();
    if asked.len() < 2 {
        return tables.iter().map(|table| Piece::from(&table.definition())).collect();
    }
    let mut all = Some(support::at_once(&asked));
    let definitions =
        tables.iter().filter_map(|table| if table.asked().is_some() { all.take() } else { Some(table.definition()) });
    definitions.map(|definition| Piece::from(&definition)).collect()
}

/// Definitions of the runtime, as this library needs them.
fn shared(types: &Types<'_>, config: &Config, chunks: &[Chunk]) -> Vec<Piece> {
    let library = &types.inventory.library;
    let base = &types.names.base_exception;
    let [file, variable, module] =
        [config.library_for(types.inventory), config.variable_for(types.inventory), config.module_for(types.inventory)];
    let own = |text: &str| {
        text.replace("my_library_file", &file)
            .replace("my_library_", &format!("{library}_"))
            .replace(BASE_EXCEPTION, base)
            .replace("MY_LIBRARY", &variable)
            .replace("my_module", &module)
    };
    let renamed = |name: &String| if name == BASE_EXCEPTION { base.clone() } else { name.clone() };
    let piece = |chunk: &Chunk| {
        let Chunk { names, mentions, text, is_row } = chunk;
        let mut mentions = types.names.mentions(mentions);
        mentions.own = mentions.own.iter().map(renamed).collect();
        let names = names.iter().map(renamed).collect();
        Piece { names, mentions, text: own(&types.names.unhidden(text)), is_row: *is_row }
    };
    chunks.iter().map(piece).collect()
}

/// The name that the runtime's files have for what all exceptions derive from.
const BASE_EXCEPTION: &str = "MyLibraryError";

fn guard(types: &Types<'_>) -> Definition {
    let guard = literal(format!("0x{:016X}", model::api_guard(types.inventory)));
    let docs = Docstring::text("The hash of the ABI that this module was made for.");
    Definition::new("API_GUARD", vec![Stmt::declare("API_GUARD", types.names.python("Final"), guard), Stmt::Doc(docs)])
}
