//! Enums: numeric, of the integer that they are in Rust. C# lets any number be one, so what comes in is checked.

use crate::docs;
use crate::names::Scope;
use crate::syntax::{self, CsType, Documented, Identifier, Path};
use crate::types::{Types, access};
use interoptopus::model::{Enum, EnumId, Head, Item, Subject, Type, Variant};
use interoptopus::{Refusals, Writer};

/// An enum of C#.
pub(crate) struct EnumType {
    pub(crate) name: String,
    access: &'static str,
    documented: Documented,
    /// The integer that it is.
    underlying: CsType,
    /// Whether its values are sets of variants.
    is_flags: bool,
    variants: Vec<(Identifier, i128, Documented)>,
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: EnumId, refusals: &mut Refusals) -> EnumType {
    let Enum { head: Head { docs, .. }, repr, variants, error: _, flags } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let underlying = syntax::primitive(*repr, types.dialect);
    if underlying.is_address() {
        refusals.add(
            &Subject::ty(types.inventory, ty),
            "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size",
        );
    }
    let mut scope = Scope::new(format!("the enum `{name}`"), &["value__"], "what every enum has");
    let lower = |(at, Variant { name, docs, value }): (usize, &Variant)| {
        let name = types.names.naming.variant(name);
        scope.claim(&name, &Subject::item(types.inventory, Item::Variant(id, at)), refusals);
        (name, *value, docs::of(types, docs, Item::Variant(id, at)))
    };
    let variants: Vec<_> = variants.iter().enumerate().map(lower).collect();
    let is_flags = *flags;
    EnumType {
        name,
        access: access::of_type(types, ty),
        documented: docs::of(types, docs, Item::Enum(id)),
        underlying,
        is_flags,
        variants,
    }
}

pub(crate) fn emit(w: &mut Writer, lowered: &EnumType) {
    let EnumType { name, access, documented, underlying, is_flags, variants } = lowered;
    let base = if *underlying == CsType::INT { String::new() } else { format!(" : {underlying}") };
    documented.emit(w);
    if *is_flags {
        w.line("[Flags]");
    }
    syntax::open(w, &format!("{access} enum {name}{base}"), |w| {
        if lowered.needs_none() {
            w.blank();
            w.line("/// <summary>The empty set.</summary>");
            w.line("None = 0,");
        }
        for (name, value, documented) in variants {
            if documented.has_text() {
                w.blank();
            }
            documented.emit(w);
            w.line(format!("{name} = {value},"));
        }
    });
}

impl EnumType {
    /// The empty set has a name, unless Rust has a use for that.
    fn needs_none(&self) -> bool {
        self.is_flags && !self.variants.iter().any(|(name, value, _)| name.word() == "None" || *value == 0)
    }
}

/// The method that refuses what is no variant, or no set of variants; `path` is the enum's in this place.
pub(crate) fn emit_check(w: &mut Writer, path: &Path, lowered: &EnumType) {
    let EnumType { name: own, variants, .. } = lowered;
    syntax::open(w, &format!("internal static {path} Checked(this {path} value, string parameter)"), |w| {
        if lowered.is_flags {
            let all: Vec<_> = variants.iter().map(|(variant, ..)| format!("{path}.{variant}")).collect();
            syntax::open(w, &format!("if ((value & ~({})) != 0)", all.join(" | ")), |w| {
                w.line(format!("throw new ArgumentOutOfRangeException(parameter, value, \"It has bits that no `{own}` has.\");"));
            });
            w.blank();
            return w.line("return value;");
        }
        syntax::open(w, "switch (value)", |w| {
            variants.iter().for_each(|(variant, ..)| w.line(format!("case {path}.{variant}:")));
            w.indented(|w| w.line("return value;"));
            w.line("default:");
            w.indented(|w| w.line(format!("throw new ArgumentOutOfRangeException(parameter, value, \"It is no `{own}`.\");")));
        });
    });
}
