//! Members of enums with data: they make one of a case, say which case it is, and give the case.

use crate::constructs::tagged::lowered::{CaseStruct, TaggedStruct};
use crate::constructs::tagged::switches::{emit_match, emit_switch};
use crate::names::members::accessor;
use crate::syntax::{self, CsType, Dialect, Identifier};
use interoptopus::Writer;

pub(super) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TaggedStruct) {
    emit_memory(w, lowered);
    w.blank();
    w.line("/// <summary>Which case it is.</summary>");
    w.line(format!("public {} {} => tag;", lowered.tag(), lowered.own("Tag")));
    w.blank();
    emit_boxed(w, lowered);
    for case in &lowered.cases {
        w.blank();
        emit_case(w, lowered, case);
    }
    w.blank();
    emit_match(w, lowered, "tag", value_of);
    w.blank();
    emit_equality(dialect, w, lowered);
}

fn emit_memory(w: &mut Writer, lowered: &TaggedStruct) {
    let (name, tag, has_payload) = (&lowered.name, lowered.tag(), lowered.has_payload());
    w.line(format!("private readonly {tag} tag;"));
    if has_payload {
        w.line(format!("private readonly {} payload;", lowered.own("Payload")));
    }
    w.blank();
    let payload = if has_payload { format!(", {} payload", lowered.own("Payload")) } else { String::new() };
    syntax::open(w, &format!("private {name}({tag} tag{payload})"), |w| {
        w.line("this.tag = tag;");
        if has_payload {
            w.line("this.payload = payload;");
        }
    });
}

/// The case, once it is known to be that one.
fn value_of(case: &CaseStruct) -> String {
    if case.has_data() { format!("payload.{}", case.name) } else { format!("default({})", case.name) }
}

fn emit_boxed(w: &mut Writer, lowered: &TaggedStruct) {
    w.line(
        "/// <summary>The case, for a <c>switch</c> on its type. It is boxed; what else there is here boxes nothing.</summary>",
    );
    syntax::open(w, &format!("public object {}", lowered.own("Case")), |w| {
        syntax::open(w, "get", |w| emit_switch(w, lowered, "tag", value_of));
    });
}

/// The way out and the way in of one case.
fn emit_case(w: &mut Writer, lowered: &TaggedStruct, case: &CaseStruct) {
    let (ty, tag, name) = (&lowered.name, lowered.tag(), &case.name);
    w.line(format!("/// <summary>The <see cref=\"{name}\"/> that it is, or null if it is another case.</summary>"));
    let accessor = accessor(name);
    w.line(format!("public {name}? {accessor} => tag == {tag}.{name} ? {} : default({name}?);", value_of(case)));
    w.blank();
    let payload = match (lowered.has_payload(), case.has_data()) {
        (false, _) => String::new(),
        (true, false) => format!(", default({})", lowered.own("Payload")),
        (true, true) => format!(", new {} {{ {name} = value }}", lowered.own("Payload")),
    };
    w.line("/// <summary>One that is <paramref name=\"value\"/>.</summary>");
    w.line(format!("public static implicit operator {ty}({name} value) => new {ty}({tag}.{name}{payload});"));
}

fn emit_equality(dialect: Dialect, w: &mut Writer, lowered: &TaggedStruct) {
    let (name, tag) = (&lowered.name, lowered.tag());
    let with_data = || lowered.cases.iter().filter(|case| case.has_data());
    let emit_each = |w: &mut Writer, each: &dyn Fn(&Identifier) -> String, other: &str| {
        if !lowered.has_payload() {
            return w.line(format!("return {other};"));
        }
        syntax::open(w, "switch (tag)", |w| {
            for CaseStruct { name, .. } in with_data() {
                w.line(format!("case {tag}.{name}:"));
                w.indented(|w| w.line(format!("return {};", each(name))));
            }
            w.line("default:");
            w.indented(|w| w.line(format!("return {other};")));
        });
    };
    w.line("/// <inheritdoc/>");
    syntax::open(w, &format!("public bool Equals({name} other)"), |w| {
        syntax::open(w, "if (tag != other.tag)", |w| w.line("return false;"));
        w.blank();
        emit_each(w, &|case| format!("payload.{case}.Equals(other.payload.{case})"), "true");
    });
    w.blank();
    let object = dialect.or_null(&CsType::OBJECT);
    syntax::inherited(w, &format!("public override bool Equals({object} obj) => obj is {name} other && Equals(other);"));
    w.line("/// <inheritdoc/>");
    syntax::open(w, "public override int GetHashCode()", |w| {
        emit_each(w, &|case| format!("unchecked((int)tag * 31 + payload.{case}.GetHashCode())"), "unchecked((int)tag)");
    });
    w.blank();
    w.line("/// <inheritdoc/>");
    syntax::open(w, "public override string ToString()", |w| {
        emit_each(w, &|case| format!("payload.{case}.ToString()"), "tag.ToString()");
    });
    w.blank();
    syntax::operators(w, name);
}
