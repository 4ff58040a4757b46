//! The twin of an enum with data: a class that has its tag and one case, and can be switched on as what borrows nothing can.

use crate::constructs::tagged::emit_tags;
use crate::constructs::tagged::lowered::{self, RustCase, TaggedCase, TaggedType};
use crate::constructs::tagged::switches::{emit_match, emit_switch};
use crate::constructs::twins::equality;
use crate::constructs::twins::structs::{self, TwinClass, TwinField, part};
use crate::names::members::accessor;
use crate::names::twins::raw_name;
use crate::syntax::{self, CsType, Dialect, Expr, StructLayout};
use crate::types::Types;
use interoptopus::model::{TaggedId, Type};
use interoptopus::{Refusals, Writer};

/// A twin of an enum with data.
pub(crate) type TaggedTwin = TaggedType<TwinClass>;

/// A case of a twin.
pub(crate) type TwinCase = TaggedCase<TwinClass>;

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> TaggedTwin {
    lowered::lower(types, (ty, id), "class", refusals, |case, refusals| {
        let RustCase { name, subject, documented, fields, item, shadowed } = case;
        let mut fields = structs::lower_fields(types, subject, fields, item, &mut structs::scope(name.word()), refusals);
        fields.iter_mut().for_each(|TwinField { field, raw: _ }| field.qualify(types, shadowed));
        part(name.to_string(), documented, fields)
    })
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, access, documented, underlying: _, cases } = lowered;
    documented.emit(w);
    syntax::open(w, &format!("{access} sealed class {name} : IEquatable<{name}>"), |w| {
        emit_members(dialect, w, lowered);
        for case in cases {
            w.blank();
            structs::emit_class(dialect, w, &case.body);
        }
    });
    w.blank();
    emit_tags(w, lowered);
    w.blank();
    emit_raw(dialect, w, lowered);
}

fn emit_members(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, cases, .. } = lowered;
    let (tag, tag_of, case_of) = (lowered.tag(), lowered.own("Tag"), lowered.own("Case"));
    syntax::open(w, &format!("private {name}({tag} tag, object value)"), |w| {
        w.line(format!("{tag_of} = tag;"));
        w.line(format!("{case_of} = value;"));
    });
    w.blank();
    w.line("/// <summary>Which case it is.</summary>");
    w.line(format!("public {tag} {tag_of} {{ get; }}"));
    w.blank();
    w.line("/// <summary>The case, for a <c>switch</c> on its type.</summary>");
    w.line(format!("public object {case_of} {{ get; }}"));
    for TwinCase { name: case, .. } in cases {
        let or_null = dialect.or_null(&CsType::named(case));
        w.blank();
        w.line(format!("/// <summary>The <see cref=\"{case}\"/> that it is, or null if it is another case.</summary>"));
        w.line(format!("public {or_null} {} => {case_of} as {case};", accessor(case)));
        w.blank();
        w.line("/// <summary>One that is <paramref name=\"value\"/>.</summary>");
        syntax::open(w, &format!("public static implicit operator {name}({case} value)"), |w| {
            syntax::statements(w, [&dialect.refuse_null(&"value".into())]);
            w.line(format!("return new {name}({tag}.{case}, value);"));
        });
    }
    w.blank();
    emit_match(w, lowered, &tag_of, |case| format!("({}){case_of}", case.name));
    equality::emit_for_class(dialect, w, name, &[&case_of.as_str().into()]);
    syntax::inherited(w, &format!("public override string ToString() => $\"{{{case_of}}}\";"));
}

/// The struct in memory, and its conversions.
fn emit_raw(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, cases, .. } = lowered;
    let (raw, tag, payload) = (raw_name(name), lowered.tag(), lowered.own("Payload"));
    w.line("[StructLayout(LayoutKind.Sequential)]");
    syntax::open(w, &format!("internal struct {raw}"), |w| {
        w.line(format!("private {tag} tag;"));
        w.line(format!("private {payload} payload;"));
        w.blank();
        emit_of(dialect, w, lowered);
        w.blank();
        emit_to_managed(w, lowered);
        w.blank();
        w.line("[StructLayout(LayoutKind.Explicit)]");
        syntax::open(w, &format!("private struct {payload}"), |w| {
            for TwinCase { name, .. } in with_data(cases) {
                w.line(format!("[FieldOffset(0)] internal {} {name};", raw_name(name.word())));
            }
        });
        for TwinCase { name, body, .. } in with_data(cases) {
            w.blank();
            w.line("[StructLayout(LayoutKind.Sequential)]");
            syntax::open(w, &format!("internal struct {}", raw_name(name.word())), |w| {
                structs::emit_memory(w, &body.fields, &StructLayout::default());
            });
        }
    });
}

fn with_data(cases: &[TwinCase]) -> impl Iterator<Item = &TwinCase> {
    cases.iter().filter(|case| !case.body.fields.is_empty())
}

fn emit_of(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, cases, .. } = lowered;
    let (raw, tag, tag_of) = (raw_name(name), lowered.tag(), lowered.own("Tag"));
    syntax::open(w, &format!("internal static {raw} Of({name} value, FfiArena arena, string parameter)"), |w| {
        structs::emit_null_check(dialect, w);
        w.line(format!("{raw} made = default({raw});"));
        w.line(format!("made.tag = value.{tag_of};"));
        syntax::open(w, &format!("switch (value.{tag_of})"), |w| {
            for TwinCase { name: case, body, .. } in with_data(cases) {
                w.line(format!("case {tag}.{case}:"));
                w.indented(|w| {
                    w.block("{", "}", |w| {
                        w.line(format!("{name}.{case} it = ({name}.{case})value.{};", lowered.own("Case")));
                        let initial: Vec<_> = body.fields.iter().map(|field| field.initial("it")).collect();
                        w.line(format!("made.payload.{case} = new {} {{ {} }};", raw_name(case.word()), initial.join(", ")));
                        w.line("break;");
                    });
                });
            }
        });
        w.blank();
        w.line("return made;");
    });
}

fn emit_to_managed(w: &mut Writer, lowered: &TaggedTwin) {
    let name = &lowered.name;
    syntax::open(w, &format!("internal {name} ToManaged()"), |w| {
        emit_switch(w, lowered, "tag", |TwinCase { name: case, body, .. }| {
            let managed = body.fields.iter().map(|field| field.managed(&format!("payload.{case}.")));
            let managed: Expr = syntax::new(CsType::named(format!("{name}.{case}")), managed);
            managed.to_string()
        });
    });
}
