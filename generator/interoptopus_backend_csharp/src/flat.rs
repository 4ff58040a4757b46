//! What Mono misreads by value where structs nest, without the nesting: all numbers in one struct, each where it was.

use crate::context::Context;
use crate::dialect::word;
use crate::layouts;
use crate::marshal::{Alone, Returned, Stored};
use crate::nesting;
use crate::template::Template;
use crate::value_types;
use interoptopus::Writer;
use interoptopus::model::{Crossing, Type, TypeKind};
use std::collections::BTreeMap;

/// What native signatures have instead of a struct.
pub(crate) struct Lowered {
    /// What users have.
    raw: String,
    size: usize,
    /// The numbers, each with its place.
    leaves: Vec<(usize, &'static str)>,
}

/// The name of what stands for `raw`.
fn name_of(raw: &str) -> String {
    format!("FfiFlat{}", word(raw))
}

/// `stored`, without its nesting by itself if Mono would misread that.
pub(crate) fn by_itself(cx: &Context<'_>, ty: Type, stored: Stored) -> Stored {
    if stored.alone.is_some() || !nesting::is_misread(cx, ty) || !nesting::is_mended(cx, ty) {
        return stored;
    }
    let flat = name_of(&stored.raw);
    let into = format!("{flat}.Of({})", stored.into.on("$")).into();
    let alone = Alone { into, out: stored.out.on("$.Value").into(), raw: flat };
    Stored { alone: Some(alone), ..stored }
}

/// A result, likewise.
pub(crate) fn returned(cx: &Context<'_>, ty: Type, returned: Returned, crossing: Crossing) -> Returned {
    if !nesting::is_misread_returned(cx, ty, crossing) || !nesting::is_mended(cx, ty) {
        return returned;
    }
    let nested = |template: Template| Template::new(template.on("$.Value"));
    let (is_some, discard) = (returned.is_some.map(nested), returned.discard.map(nested));
    Returned { out: nested(returned.out), raw: name_of(&returned.raw), is_some, discard, ..returned }
}

/// All that there are, by name.
pub(crate) fn lower(cx: &Context<'_>) -> BTreeMap<String, Lowered> {
    let mut all = BTreeMap::new();
    if !cx.dialect.is_unity() {
        return all;
    }
    let mut add = |ty: Type, raw: String| {
        if let Some((size, leaves)) = layouts::flat(cx.inventory, ty) {
            all.insert(name_of(&raw), Lowered { raw, size, leaves });
        }
    };
    for ty in cx.inventory.types() {
        if let Some(stored) = cx.stored(ty).ok().filter(|stored| stored.alone().raw == name_of(&stored.raw)) {
            add(ty, stored.raw);
        }
        if let TypeKind::Outcome { value } = *cx.inventory.kind(ty) {
            let guarded = Crossing::Guarded { error: None };
            let plain = cx.returned(value).ok().filter(|plain| !plain.is_nothing());
            let Some(plain) = plain else { continue };
            if returned(cx, value, plain.clone(), guarded).raw != plain.raw {
                add(value, plain.raw);
            }
        }
    }
    all
}

pub(crate) fn emit(w: &mut Writer, name: &str, lowered: &Lowered) {
    let Lowered { raw, size, leaves } = lowered;
    w.line("// Mono, which looks for each number of a small struct in a register, loses its way where structs are in structs.");
    w.line(format!("[StructLayout(LayoutKind.Explicit, Size = {size})]"));
    value_types::open(w, &format!("internal struct {name}"), |w| {
        for (index, (at, keyword)) in leaves.iter().enumerate() {
            w.line(format!("[FieldOffset({at})] private readonly {keyword} number{index};"));
        }
        w.blank();
        w.line(format!("internal {raw} Value => new Both {{ Flat = this }}.Nested;"));
        w.blank();
        w.line(format!("internal static {name} Of({raw} value) => new Both {{ Nested = value }}.Flat;"));
        w.blank();
        w.line("[StructLayout(LayoutKind.Explicit)]");
        value_types::open(w, "private struct Both", |w| {
            w.line(format!("[FieldOffset(0)] internal {raw} Nested;"));
            w.line(format!("[FieldOffset(0)] internal {name} Flat;"));
        });
    });
}
