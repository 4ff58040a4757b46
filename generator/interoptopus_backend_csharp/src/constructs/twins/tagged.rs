//! The twin of an enum with data: a class that has its tag and one case, and can be switched on as what borrows nothing can.

use crate::constructs::tagged::emit_tags;
use crate::constructs::twins::equality;
use crate::constructs::twins::structs::{self, TwinField, part};
use crate::docs;
use crate::names::members::{OWN, accessor, own_member};
use crate::names::twins::raw_name;
use crate::names::{Scope, reserved};
use crate::syntax::{self, CsType, Dialect, Documented, Expr, Identifier, StructLayout};
use crate::types::{Types, access, layouts};
use interoptopus::model::{Case, Field, Item, Subject, Tagged, TaggedId, Type};
use interoptopus::{Refusals, Writer};

/// A twin.
pub(crate) struct TaggedTwin {
    name: String,
    access: &'static str,
    documented: Documented,
    underlying: CsType,
    pub(crate) cases: Vec<TwinCase>,
}

/// A case, which is a class within.
pub(crate) struct TwinCase {
    pub(crate) name: Identifier,
    parameter: Identifier,
    value: i128,
    pub(crate) class: structs::TwinClass,
}

impl TaggedTwin {
    fn tag(&self) -> String {
        format!("{}Tag", self.name)
    }

    fn own(&self, wanted: &str) -> String {
        own_member(&self.name, wanted)
    }
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> TaggedTwin {
    let Tagged { name: _, path: _, docs, marks: _, repr, cases } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let underlying = syntax::primitive(*repr, types.dialect);
    if underlying.is_address() {
        refusals.add(
            &Subject::ty(types.inventory, ty),
            "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size",
        );
    }
    let mut scope = Scope::new(format!("the class `{name}`"), reserved::INHERITED, "what every class has");
    reserved::USED_IN_CASES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    OWN.iter().for_each(|own| scope.reserve(own_member(&name, own), "what every enum with data has"));
    scope.reserve(&name, "the class itself (no member can be called as its type)");
    // Within the classes the name of a case is that case, also where a field is of a type that is called so.
    let rust = cases.iter().map(|c| types.names.naming.ty(&c.name));
    let shadowed: Vec<_> = rust.flat_map(|case| [raw_name(case.word()).into(), case]).collect();
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
        let mut fields = structs::lower_fields(types, &subject, fields, item, &mut structs::scope(name.word()), refusals);
        fields.iter_mut().for_each(|TwinField { field, raw: _ }| field.qualify(types, &shadowed));
        let class = part(name.to_string(), docs::of(types, docs, Item::Case(id, at)), fields);
        lowered.push(TwinCase { name, parameter, value: *value, class });
    }
    TaggedTwin {
        name,
        access: access::of_type(types, ty),
        documented: docs::of(types, docs, Item::Tagged(id)),
        underlying,
        cases: lowered,
    }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, access, documented, underlying, cases } = lowered;
    documented.emit(w);
    syntax::open(w, &format!("{access} sealed class {name} : IEquatable<{name}>"), |w| {
        emit_members(dialect, w, lowered);
        for case in cases {
            w.blank();
            structs::emit_class(dialect, w, &case.class);
        }
    });
    w.blank();
    let tags: Vec<_> = cases.iter().map(|case| (&case.name, case.value)).collect();
    emit_tags(w, access, name, underlying, &tags);
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
    emit_match(w, lowered);
    equality::emit_for_class(dialect, w, name, &[&case_of.as_str().into()]);
    syntax::inherited(w, &format!("public override string ToString() => $\"{{{case_of}}}\";"));
}

fn emit_match(w: &mut Writer, lowered: &TaggedTwin) {
    let (tag, case_of) = (lowered.tag(), lowered.own("Case"));
    let parameters = lowered.cases.iter().map(|case| format!("Func<{}, TResult> {}", case.name, case.parameter));
    let parameters: Vec<_> = parameters.collect();
    w.line("/// <summary>What the function for the case that it is makes of it.</summary>");
    let head = format!("public TResult {}<TResult>({})", lowered.own("Match"), parameters.join(", "));
    syntax::open(w, &head, |w| {
        syntax::open(w, &format!("switch ({})", lowered.own("Tag")), |w| {
            for TwinCase { name, parameter, .. } in &lowered.cases {
                w.line(format!("case {tag}.{name}:"));
                w.indented(|w| w.line(format!("return {parameter}(({name}){case_of});")));
            }
            w.line("default:");
            w.indented(|w| w.line(unknown(lowered, &format!("{{{}}}", lowered.own("Tag")))));
        });
    });
}

fn unknown(lowered: &TaggedTwin, tag: &str) -> String {
    format!("throw new InvalidOperationException($\"{tag} is no case of `{}`.\");", lowered.name)
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
        for TwinCase { name, class, .. } in with_data(cases) {
            w.blank();
            w.line("[StructLayout(LayoutKind.Sequential)]");
            syntax::open(w, &format!("internal struct {}", raw_name(name.word())), |w| {
                structs::emit_memory(w, &class.fields, &StructLayout::default());
            });
        }
    });
}

fn with_data(cases: &[TwinCase]) -> impl Iterator<Item = &TwinCase> {
    cases.iter().filter(|case| !case.class.fields.is_empty())
}

fn emit_of(dialect: Dialect, w: &mut Writer, lowered: &TaggedTwin) {
    let TaggedTwin { name, cases, .. } = lowered;
    let (raw, tag, tag_of) = (raw_name(name), lowered.tag(), lowered.own("Tag"));
    syntax::open(w, &format!("internal static {raw} Of({name} value, FfiArena arena, string parameter)"), |w| {
        structs::emit_null_check(dialect, w);
        w.line(format!("{raw} made = default({raw});"));
        w.line(format!("made.tag = value.{tag_of};"));
        syntax::open(w, &format!("switch (value.{tag_of})"), |w| {
            for TwinCase { name: case, class, .. } in with_data(cases) {
                w.line(format!("case {tag}.{case}:"));
                w.indented(|w| {
                    w.block("{", "}", |w| {
                        w.line(format!("{name}.{case} it = ({name}.{case})value.{};", lowered.own("Case")));
                        let initial: Vec<_> = class.fields.iter().map(|field| field.initial("it")).collect();
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
    let TaggedTwin { name, cases, .. } = lowered;
    let tag = lowered.tag();
    syntax::open(w, &format!("internal {name} ToManaged()"), |w| {
        syntax::open(w, "switch (tag)", |w| {
            for TwinCase { name: case, class, .. } in cases {
                w.line(format!("case {tag}.{case}:"));
                let managed = class.fields.iter().map(|field| field.managed(&format!("payload.{case}.")));
                let managed: Expr = syntax::new(CsType::named(format!("{name}.{case}")), managed);
                w.indented(|w| w.line(format!("return {managed};")));
            }
            w.line("default:");
            w.indented(|w| w.line(unknown(lowered, "{tag}")));
        });
    });
}
