//! Enums with data: a value type that holds its tag and one case, blittable as Rust has it, that one can switch on.

pub(crate) mod lowered;
mod members;
pub(crate) mod switches;

use crate::constructs::structs::{self, StructField};
use crate::constructs::tagged::lowered::{CaseStruct, RustCase, TaggedCase, TaggedStruct, TaggedType};
use crate::names::members::accessor;
use crate::syntax::{self, CsType, Dialect, Path};
use crate::types::Types;
use interoptopus::model::{TaggedId, Type};
use interoptopus::{Refusals, Writer};

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> TaggedStruct {
    lowered::lower(types, (ty, id), "struct", refusals, |case, refusals| {
        let RustCase { name, subject: _, documented, fields, item, shadowed } = case;
        let mut fields = structs::lower_fields(types, fields, item, &mut structs::scope(name.word()), refusals);
        fields.iter_mut().for_each(|field| field.qualify(types, shadowed));
        structs::part(name.to_string(), documented, fields)
    })
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TaggedStruct) {
    let TaggedStruct { name, access, documented, underlying: _, cases } = lowered;
    documented.emit(w);
    w.line("[StructLayout(LayoutKind.Sequential)]");
    let head = dialect.pick("readonly struct", "struct");
    syntax::open(w, &format!("{access} {head} {name} : IEquatable<{name}>"), |w| {
        members::emit(dialect, w, lowered);
        for case in cases {
            w.blank();
            structs::emit(dialect, w, &case.body);
        }
        if lowered.has_payload() {
            w.blank();
            emit_payload(w, &lowered.own("Payload"), cases);
        }
    });
    w.blank();
    emit_tags(w, lowered);
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

/// The enum of the tags, each case with its tag.
pub(crate) fn emit_tags<Body>(w: &mut Writer, lowered: &TaggedType<Body>) {
    let TaggedType { name, access, documented: _, underlying, cases } = lowered;
    let base = if *underlying == CsType::INT { String::new() } else { format!(" : {underlying}") };
    w.line(format!("/// <summary>Which case a <see cref=\"{name}\"/> is.</summary>"));
    syntax::open(w, &format!("{access} enum {}{base}", lowered.tag()), |w| {
        for TaggedCase { name: case, tag, .. } in cases {
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
                            structs::emit_checks(w, "it", &case.body);
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
