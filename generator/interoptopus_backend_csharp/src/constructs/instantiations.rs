//! Instantiations of the generic types at the border, options and results: a struct each in the dialect that has no generic types there.

use crate::constructs::{nesting, options, results};
use crate::names::twins::borrows;
use crate::runtime::{Part, Parts};
use crate::syntax::{CsType, Dialect};
use crate::types::nesting::flat::Flat;
use crate::types::{Types, access};
use interoptopus::model::{self, Pattern, Type, TypeKind};
use interoptopus::{Refusals, Writer};
use std::collections::BTreeMap;

/// Instantiations, and the parts of the runtime that they need.
pub(crate) struct Instantiations {
    /// The types of options' values, by the name of the option; and what users see of it.
    options: BTreeMap<String, (CsType, &'static str)>,
    /// The types of results' values, by the name of the result.
    results: BTreeMap<String, CsType>,
    /// The structs that stand for values that nest, by name.
    flat: BTreeMap<String, Flat>,
    /// Whether users see options: as elements of spans. Elsewhere an option is a nullable type of C#; and nobody sees one with an address.
    pub(crate) exposes_options: bool,
    /// The parts of the runtime that these are.
    pub(crate) parts: Parts,
}

pub(crate) fn lower(types: &Types<'_>, refusals: &mut Refusals) -> Instantiations {
    let exposes_options = exposes_options(types);
    let (mut options, mut results, mut parts) = (BTreeMap::new(), BTreeMap::new(), Parts::default());
    for ty in model::definition_order(types.inventory) {
        let part = types.inventory.kind(ty).pattern().map(|pattern| match pattern {
            Pattern::Slice => Part::Slices,
            Pattern::Str => Part::Strings,
            Pattern::Owned => Part::Owned,
            Pattern::Option { .. } => Part::Options,
            Pattern::Outcome { .. } => Part::Results,
        });
        part.into_iter().for_each(|part| parts.add(part));
        if let TypeKind::Option { value } = *types.inventory.kind(ty) {
            let is_public = exposes_options && !access::is_internal(types, value) && !borrows(types.inventory, value);
            let access = if is_public { access::public(types) } else { "internal" };
            // A pointer is an address in a result, and may have a type of its own in memory.
            let raws = [types.returned(value).map(|r| r.raw), types.stored(value).map(|s| s.raw)];
            options.extend(raws.into_iter().flatten().map(|raw| (types.dialect.option_of(&raw).to_string(), (raw, access))));
        }
        if let TypeKind::Outcome { value } = *types.inventory.kind(ty) {
            results.extend(types.returned(value).ok().map(|r| (types.dialect.result_of(&r.raw).to_string(), r.raw)));
        }
    }
    let flat = nesting::lower(types);
    if types.dialect.is_unity() {
        let names = options.keys().chain(results.keys()).chain(flat.keys());
        names.for_each(|name| types.names.refuse_named(name, "an option or a result of the generated code", refusals));
    }
    Instantiations { options, results, flat, exposes_options, parts }
}

fn exposes_options(types: &Types<'_>) -> bool {
    let is_option = |ty: Type| matches!(types.inventory.kind(ty), TypeKind::Option { .. }) && !borrows(types.inventory, ty);
    let is_slice_of_some = |ty: Type| matches!(*types.inventory.kind(ty), TypeKind::Slice { element, .. } if is_option(element));
    types.inventory.types().any(is_slice_of_some)
}

impl Instantiations {
    /// One struct for each, in the dialect without generic types at the border.
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let Instantiations { options, results, flat, exposes_options: _, parts: _ } = self;
        if !dialect.is_unity() {
            return;
        }
        for (raw, access) in options.values() {
            w.blank();
            options::emit_unity(dialect, w, raw, access);
        }
        for raw in results.values() {
            w.blank();
            results::emit_unity(dialect, w, raw);
        }
        if !flat.is_empty() {
            w.blank();
            w.line("// Mono, which looks for each number of a small struct in a register, loses its way where structs are in structs: what follows");
            w.line("// stands for these in native signatures.");
        }
        for flat in flat.values() {
            w.blank();
            nesting::emit(w, flat);
        }
    }
}
