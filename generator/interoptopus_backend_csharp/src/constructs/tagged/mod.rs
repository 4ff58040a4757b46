//! Enums with data: a value type that holds its tag and one case, blittable as Rust has it, that one can switch on.

pub(crate) mod lowered;
mod members;

use crate::constructs::structs::{self, StructField};
use crate::constructs::tagged::lowered::{CaseStruct, TaggedStruct};
use crate::docs;
use crate::names::members::{OWN, accessor, own_member};
use crate::names::{Scope, reserved};
use crate::syntax::{self, CsType, Dialect, Identifier, Path};
use crate::types::{Types, access, layouts};
use interoptopus::model::{Case, Field, Item, Subject, Tagged, TaggedId, Type};
use interoptopus::{Refusals, Writer};

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> TaggedStruct {
    let Tagged { name: _, path: _, docs, marks: _, repr, cases } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let underlying = syntax::primitive(*repr, types.dialect);
    if underlying.is_address() {
        refusals.add(
            &Subject::ty(types.inventory, ty),
            "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size",
        );
    }
    let mut scope = Scope::new(format!("the struct `{name}`"), reserved::INHERITED, "what every struct has");
    reserved::USED_IN_CASES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    OWN.iter().for_each(|own| scope.reserve(own_member(&name, own), "what every enum with data has"));
    scope.reserve(&name, "the struct itself (no member can be called as its type)");
    // Within the struct the name of a case is that case, also where a field is of a type that is called so.
    let shadowed: Vec<_> = cases.iter().map(|c| types.names.naming.ty(&c.name)).collect();
    let mut lowered = Vec::new();
    for (at, Case { name: rust, docs, value, fields }) in cases.iter().enumerate() {
        let subject = Subject::item(types.inventory, Item::Case(id, at));
        let (parameter, name) = (types.names.naming.parameter(rust, at), types.names.naming.ty(rust));
        scope.claim(&name, &subject, refusals);
        scope.claim(&accessor(&name), &subject, refusals);
        let item = |field| Item::CaseField(id, at, field);
        for (field, Field { ty, .. }) in fields.iter().enumerate() {
            refusals.take(&Subject::item(types.inventory, item(field)), layouts::beside(types.inventory, *ty));
        }
        let mut fields = structs::lower_fields(types, fields, item, &mut structs::scope(name.word()), refusals);
        fields.iter_mut().for_each(|field| field.qualify(types, &shadowed));
        let structure = structs::part(name.to_string(), docs::of(types, docs, Item::Case(id, at)), fields);
        lowered.push(CaseStruct { name, parameter, tag: *value, structure });
    }
    let documented = docs::of(types, docs, Item::Tagged(id));
    TaggedStruct { name, access: access::of_type(types, ty), documented, underlying, cases: lowered }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TaggedStruct) {
    let TaggedStruct { name, access, documented, underlying, cases } = lowered;
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
    let tags: Vec<_> = cases.iter().map(|case| (&case.name, case.tag)).collect();
    emit_tags(w, access, name, underlying, &tags);
}

/// The union of all cases.
fn emit_payload(w: &mut Writer, payload: &str, cases: &[CaseStruct]) {
    w.line("[StructLayout(LayoutKind.Explicit)]");
    syntax::open(w, &format!("private struct {payload}"), |w| {
        for CaseStruct { name, .. } in cases.iter().filter(|case| case.has_data()) {
            w.blank();
            w.line("[FieldOffset(0)]");
            w.line(format!("internal {name} {name};"));
        }
    });
}

/// The enum of the tags of the type `name`, each case with its tag.
pub(crate) fn emit_tags(w: &mut Writer, access: &str, name: &str, underlying: &CsType, cases: &[(&Identifier, i128)]) {
    let base = if *underlying == CsType::INT { String::new() } else { format!(" : {underlying}") };
    w.line(format!("/// <summary>Which case a <see cref=\"{name}\"/> is.</summary>"));
    syntax::open(w, &format!("{access} enum {name}Tag{base}"), |w| {
        for (case, tag) in cases {
            w.blank();
            w.line(format!("/// <summary>It is a <see cref=\"{name}.{case}\"/>.</summary>"));
            w.line(format!("{case} = {tag},"));
        }
    });
}

/// The method that refuses a tag that no case has, and a case with a field that is no value of its type; `path` is the type's in this place.
pub(crate) fn emit_check(w: &mut Writer, path: &Path, lowered: &TaggedStruct) {
    let (tag, property) = (path.with_suffix("Tag"), lowered.own("Tag"));
    syntax::open(w, &format!("internal static {path} Checked(this {path} value, string parameter)"), |w| {
        syntax::open(w, &format!("switch (value.{property})"), |w| {
            for case in &lowered.cases {
                w.line(format!("case {tag}.{}:", case.name));
                let is_checked = case.fields().iter().any(StructField::is_checked);
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
