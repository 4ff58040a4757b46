//! Options and results as the border has them: those that there are, and those that users see.

use crate::context::Context;
use crate::syntax::Dialect;
use crate::{flat, options, results, twins};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Type, TypeKind};
use std::collections::BTreeMap;

/// The patterns of the runtime, as far as they depend on the library.
pub(crate) struct Patterns {
    /// The types of options' values, by the name of the option; and what users see of it.
    options: BTreeMap<String, (String, &'static str)>,
    /// The types of results' values, by the name of the result.
    results: BTreeMap<String, String>,
    /// The structs that stand for values that nest, by name.
    flat: BTreeMap<String, flat::Lowered>,
    /// Whether users see options: as elements of spans. Elsewhere an option is a nullable type of C#; and nobody sees one with an address.
    pub(crate) exposes_options: bool,
}

pub(crate) fn lower(cx: &Context<'_>) -> Patterns {
    let exposes_options = exposes_options(cx);
    let (mut options, mut results) = (BTreeMap::new(), BTreeMap::new());
    for ty in cx.inventory.definition_order() {
        if let TypeKind::Option { value } = *cx.inventory.kind(ty) {
            let is_public = exposes_options && !cx.is_internal(value) && !twins::borrows(cx, value);
            let access = if is_public { cx.public() } else { "internal" };
            // A pointer is an address in a result, and may have a type of its own in memory.
            let raws = [cx.returned(value).map(|r| r.raw), cx.stored(value).map(|s| s.raw)];
            options.extend(raws.into_iter().flatten().map(|raw| (cx.dialect.option_of(&raw), (raw, access))));
        }
        if let TypeKind::Outcome { value } = *cx.inventory.kind(ty) {
            let guarded = Crossing::Guarded { error: None };
            results.extend(cx.returned_by(value, guarded).ok().map(|r| (cx.dialect.result_of(&r.raw), r.raw)));
        }
    }
    Patterns { options, results, flat: flat::lower(cx), exposes_options }
}

fn exposes_options(cx: &Context<'_>) -> bool {
    let is_option = |ty: Type| matches!(cx.inventory.kind(ty), TypeKind::Option { .. }) && !twins::borrows(cx, ty);
    let is_slice_of_some = |ty: Type| matches!(*cx.inventory.kind(ty), TypeKind::Slice { element, .. } if is_option(element));
    cx.inventory.types().any(is_slice_of_some)
}

impl Patterns {
    /// One struct for each, in the dialect without generic types at the border.
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let Patterns { options, results, flat, exposes_options: _ } = self;
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
        for (name, lowered) in flat {
            w.blank();
            flat::emit(w, name, lowered);
        }
    }
}
