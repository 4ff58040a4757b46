//! Options, results, slices and strings as the border has them: which of them there are, and which of them users see.

use crate::context::Context;
use crate::{flat, options, results, twins};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Type, TypeKind};
use std::collections::BTreeMap;

/// The patterns of the runtime, as far as they depend on the library.
#[derive(Default)]
pub(crate) struct Patterns {
    /// The types of options' values, by the name of the option; and whether users may see them.
    options: BTreeMap<String, (String, bool)>,
    /// The types of results' values, by the name of the result.
    results: BTreeMap<String, String>,
    /// What stands for values that nest, by its name.
    flat: BTreeMap<String, flat::Lowered>,
    pub(crate) exposed: Exposed,
}

/// Which patterns users see: options that are elements of spans. What has an address nobody sees.
#[derive(Clone, Copy, Default)]
pub(crate) struct Exposed {
    pub(crate) options: bool,
}

impl Patterns {
    pub(crate) fn of(cx: &Context<'_>, types: &[Type]) -> Self {
        let mut patterns = Patterns { exposed: Exposed::of(cx), flat: flat::lower(cx), ..Patterns::default() };
        for &ty in types {
            if let TypeKind::Option { value } = *cx.inventory.kind(ty) {
                // A pointer is an address in a result, and may have a type of its own in memory.
                let raws = [cx.returned(value).map(|r| r.raw), cx.stored(value).map(|s| s.raw)];
                patterns.options.extend(
                    raws.into_iter()
                        .flatten()
                        .map(|raw| (cx.dialect.option_of(&raw), (raw, !cx.is_internal(value) && !twins::borrows(cx, value)))),
                );
            }
            if let TypeKind::Outcome { value } = *cx.inventory.kind(ty) {
                let guarded = Crossing::Guarded { error: None };
                patterns.results.extend(cx.returned_by(value, guarded).ok().map(|r| (cx.dialect.result_of(&r.raw), r.raw)));
            }
        }
        patterns
    }
}

impl Exposed {
    fn of(cx: &Context<'_>) -> Self {
        // Elsewhere it is a nullable type of C#.
        let is_option = |ty: Type| matches!(cx.inventory.kind(ty), TypeKind::Option { .. }) && !twins::borrows(cx, ty);
        let is_slice_of_some = |ty: Type| matches!(*cx.inventory.kind(ty), TypeKind::Slice { element, .. } if is_option(element));
        Exposed { options: cx.inventory.types().any(is_slice_of_some) }
    }
}

/// One struct for each, in the dialect without generic types at the border.
pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, patterns: &Patterns) {
    let Patterns { options, results, flat, exposed } = patterns;
    if !cx.dialect.is_unity() {
        return;
    }
    for (raw, is_public) in options.values() {
        let public = if exposed.options && *is_public { cx.public() } else { "internal" };
        w.blank();
        options::emit_unity(cx, w, raw, public);
    }
    for raw in results.values() {
        w.blank();
        results::emit_unity(cx, w, raw);
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
