//! Enums with data: a value type that holds its tag and one case, blittable as Rust has it, that one can switch on.

mod members;

use crate::context::Context;
use crate::marshal::Stored;
use crate::names::{self, Scope};
use crate::refusals::Refusals;
use crate::structs::{self, LoweredField};
use crate::syntax::{self, Dialect, Documented};
use crate::{docs, layouts};
use interoptopus::Writer;
use interoptopus::model::{Case, Item, Tagged, TaggedId, Type};

/// How an enum with data is stored: as it is.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Stored {
    Stored::checked(cx.name_of(ty), true)
}

/// An enum with data of C#.
pub(crate) struct Lowered {
    name: String,
    access: &'static str,
    documented: Documented,
    /// The integer that is the tag.
    underlying: &'static str,
    pub(crate) cases: Vec<LoweredCase>,
}

/// A case, which is a struct within.
pub(crate) struct LoweredCase {
    pub(crate) name: String,
    /// What a parameter for it is called.
    parameter: String,
    tag: i128,
    structure: structs::Lowered,
}

impl LoweredCase {
    pub(crate) fn fields(&self) -> &[LoweredField] {
        &self.structure.fields
    }

    fn has_data(&self) -> bool {
        !self.fields().is_empty()
    }
}

impl Lowered {
    /// The enum of the tags.
    fn tag(&self) -> String {
        format!("{}Tag", self.name)
    }

    /// What the member is called that would be `wanted`.
    fn own(&self, wanted: &str) -> String {
        own_member(&self.name, wanted)
    }

    fn has_payload(&self) -> bool {
        self.cases.iter().any(LoweredCase::has_data)
    }
}

pub(crate) fn lower(cx: &Context<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> Lowered {
    let Tagged { name: _, path, docs, marks: _, repr, cases } = &cx.inventory[id];
    let name = cx.declared(ty).to_owned();
    let underlying = syntax::keyword(*repr, cx.dialect);
    if syntax::is_address(underlying) {
        refusals.add(path, "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size");
    }
    let mut scope = Scope::new(format!("the struct `{name}`"), names::INHERITED, "what every struct has");
    names::USED_IN_CASES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    OWN.iter().for_each(|own| scope.reserve(own_member(&name, own), "what every enum with data has"));
    scope.reserve(&name, "the struct itself (no member can be called as its type)");
    // Within the struct the name of a case is that case, also where a field is of a type that is called so.
    let shadowed: Vec<_> = cases.iter().map(|c| cx.naming.ty(&c.name)).collect();
    let mut lowered = Vec::new();
    for (at, Case { name: rust, docs, value, fields }) in cases.iter().enumerate() {
        let place = format!("{path}::{rust}");
        let (parameter, name) = (cx.naming.parameter(rust, at), cx.naming.ty(rust));
        scope.claim(&name, &place, refusals);
        scope.claim(&accessor(&name), &place, refusals);
        for field in fields {
            refusals.take(&format!("{place}::{}", field.name), layouts::beside(cx.inventory, field.ty));
        }
        let item = |field| Item::CaseField(id, at, field);
        let mut fields = structs::lower_fields(cx, &place, fields, item, &mut structs::scope(&name), refusals);
        fields.iter_mut().for_each(|field| field.qualify(cx, &shadowed));
        let structure = structs::part(name.clone(), docs::of(cx, docs, Item::Case(id, at)), fields);
        lowered.push(LoweredCase { name, parameter, tag: *value, structure });
    }
    let documented = docs::of(cx, docs, Item::Tagged(id));
    Lowered { name, access: cx.access_of(ty), documented, underlying, cases: lowered }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, access, documented, underlying, cases } = lowered;
    documented.emit(w);
    w.line("[StructLayout(LayoutKind.Sequential)]");
    let head = dialect.pick("readonly struct", "struct");
    syntax::open(w, &format!("{access} {head} {name} : IEquatable<{name}>"), |w| {
        members::emit(dialect, w, lowered);
        for case in cases {
            w.blank();
            structs::emit(dialect, w, &case.structure);
        }
        if lowered.has_payload() {
            w.blank();
            emit_payload(w, &lowered.own("Payload"), cases);
        }
    });
    w.blank();
    let tags: Vec<_> = cases.iter().map(|case| (case.name.as_str(), case.tag)).collect();
    emit_tags(w, access, name, underlying, &tags);
}

/// What holds the case, whichever it is.
fn emit_payload(w: &mut Writer, payload: &str, cases: &[LoweredCase]) {
    w.line("[StructLayout(LayoutKind.Explicit)]");
    syntax::open(w, &format!("private struct {payload}"), |w| {
        for LoweredCase { name, .. } in cases.iter().filter(|case| case.has_data()) {
            w.blank();
            w.line("[FieldOffset(0)]");
            w.line(format!("internal {name} {name};"));
        }
    });
}

/// The enum of the tags of the type `name`, each case with its tag.
pub(crate) fn emit_tags(w: &mut Writer, access: &str, name: &str, underlying: &str, cases: &[(&str, i128)]) {
    let base = if underlying == "int" { String::new() } else { format!(" : {underlying}") };
    w.line(format!("/// <summary>Which case a <see cref=\"{name}\"/> is.</summary>"));
    syntax::open(w, &format!("{access} enum {name}Tag{base}"), |w| {
        for (case, tag) in cases {
            w.blank();
            w.line(format!("/// <summary>It is a <see cref=\"{name}.{case}\"/>.</summary>"));
            w.line(format!("{case} = {tag},"));
        }
    });
}

/// What every enum with data has besides its cases.
pub(crate) const OWN: [&str; 4] = ["Tag", "Case", "Match", "Payload"];

/// What the member of the enum `name` is called that would be `wanted`: C# lets no member be called as its type.
pub(crate) fn own_member(name: &str, wanted: &str) -> String {
    if name == wanted { format!("{wanted}Of") } else { wanted.to_owned() }
}

/// What gives the case called `name`, if it is that one.
pub(crate) fn accessor(name: &str) -> String {
    format!("As{}", name.trim_start_matches('@'))
}

/// The method that refuses a tag that no case has, and a case with a field that is no value of its type; `name` is the type's in this place.
pub(crate) fn emit_check(w: &mut Writer, name: &str, lowered: &Lowered) {
    let (tag, property) = (format!("{name}Tag"), lowered.own("Tag"));
    syntax::open(w, &format!("internal static {name} Checked(this {name} value, string parameter)"), |w| {
        syntax::open(w, &format!("switch (value.{property})"), |w| {
            for case in &lowered.cases {
                w.line(format!("case {tag}.{}:", case.name));
                let is_checked = case.fields().iter().any(LoweredField::is_checked);
                w.indented(|w| {
                    if is_checked {
                        w.block("{", "}", |w| {
                            w.line(format!("var it = value.{}.GetValueOrDefault();", accessor(&case.name)));
                            structs::emit_checks(w, "it", &case.structure);
                            w.line("return value;");
                        });
                    } else {
                        w.line("return value;");
                    }
                });
            }
            w.line("default:");
            let lowered_name = &lowered.name;
            w.indented(|w| {
                w.line(format!(
                    "throw new ArgumentOutOfRangeException(parameter, value.{property}, \"It is no case of `{lowered_name}`.\");"
                ))
            });
        });
    });
}
