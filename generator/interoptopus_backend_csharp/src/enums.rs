//! Enums: numeric, of the integer that they are in Rust. C# lets any number be one, so what comes in is checked.

use crate::context::Context;
use crate::docs::Documented;
use crate::marshal::Stored;
use crate::names::{self, Scope};
use crate::primitives;
use crate::refusals::Refusals;
use crate::value_types;
use interoptopus::Writer;
use interoptopus::model::{Enum, EnumId, Item, Type, Variant};

/// How an enum is stored: as it is.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Stored {
    Stored::checked(cx.name_of(ty), true)
}

/// An enum of C#.
pub(crate) struct Lowered<'a> {
    pub(crate) name: String,
    documented: Documented<'a>,
    /// The integer that it is.
    underlying: &'static str,
    variants: Vec<(String, i128, Documented<'a>)>,
}

pub(crate) fn lower<'a>(cx: &Context<'a>, ty: Type, id: EnumId, refusals: &mut Refusals) -> Lowered<'a> {
    let Enum { name: _, path, docs, repr, variants, error: _, marks: _, flags: _ } = &cx.inventory[id];
    let name = cx.name_of(ty).to_owned();
    let underlying = primitives::keyword(*repr, cx.dialect);
    if matches!(underlying, "nint" | "nuint" | "IntPtr" | "UIntPtr") {
        refusals.add(path, "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size");
    }
    let mut scope = Scope::new(format!("the enum `{name}`"), &["value__"], "what every enum has");
    let lower = |(at, Variant { name, docs, value }): (usize, &'a Variant)| {
        let rust = format!("{path}::{name}");
        let name = names::upper_camel(name);
        scope.claim(&name, &rust, refusals);
        (name, *value, Documented::new(docs, Item::Variant(id, at)))
    };
    let variants = variants.iter().enumerate().map(lower).collect();
    Lowered { name, documented: Documented::new(docs, Item::Enum(id)), underlying, variants }
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented, underlying, variants } = lowered;
    let base = if *underlying == "int" { String::new() } else { format!(" : {underlying}") };
    documented.emit(cx, w);
    value_types::open(w, &format!("{} enum {name}{base}", cx.public()), |w| {
        for (name, value, documented) in variants {
            if !documented.docs.is_empty() {
                w.blank();
            }
            documented.emit(cx, w);
            w.line(format!("{name} = {value},"));
        }
    });
}

/// The method that refuses what is no variant.
pub(crate) fn emit_check(w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented: _, underlying: _, variants } = lowered;
    value_types::open(w, &format!("internal static {name} Checked(this {name} value, string parameter)"), |w| {
        value_types::open(w, "switch (value)", |w| {
            variants.iter().for_each(|(variant, ..)| w.line(format!("case {name}.{variant}:")));
            w.indented(|w| w.line("return value;"));
            w.line("default:");
            w.indented(|w| w.line(format!("throw new ArgumentOutOfRangeException(parameter, value, \"It is no `{name}`.\");")));
        });
    });
}
