//! Enums with data: a class, and for each variant a class derived from it, which `match` takes apart.

use crate::aligned;
use crate::docs::Docstring;
use crate::lines::{self, broken, without_parentheses};
use crate::marshal::{Context, KEPT, Marshal, Template, kept_by};
use crate::runtime::Chunk;
use crate::scope::Scope;
use crate::spelling::c_name;
use interoptopus::model::{Case, Field, Item, Tagged, TaggedId, TypeKind};
use interoptopus::{Refusal, Writer};
use std::iter;

/// How an enum with data crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: TaggedId) -> Marshal {
    let [to_c, from_c] = converters(cx, id);
    let name = cx.names.of(Item::Tagged(id)).to_owned();
    let to_c = if borrows(cx, id) { format!("{to_c}($, @)") } else { format!("{to_c}($)") };
    Marshal::converted(name, Template::new(to_c), Template::new(format!("{from_c}($)")))
}

fn borrows(cx: &Context<'_>, id: TaggedId) -> bool {
    cx.inventory.find(TypeKind::Tagged(id)).is_some_and(|ty| cx.borrows(ty))
}

/// The names of the functions that convert it.
fn converters(cx: &Context<'_>, id: TaggedId) -> [String; 2] {
    let name = cx.inventory.find(TypeKind::Tagged(id)).map_or("", |ty| cx.names.private(ty)).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// The name under which the module has the class of a variant, which users write as `Shape.Circle`.
pub(crate) fn class(cx: &Context<'_>, id: TaggedId, case: usize) -> String {
    format!("_{}_{}", cx.names.of(Item::Tagged(id)), cx.names.of(Item::Case(id, case)))
}

fn fields<'a>(cx: &Context<'a>, id: TaggedId, case: usize) -> impl Iterator<Item = (Item, &'a Field)> {
    cx.inventory[id].cases[case].fields.iter().enumerate().map(move |(i, field)| (Item::CaseField(id, case, i), field))
}

/// The classes; or each field that Python cannot have.
pub(crate) fn emit(cx: &Context<'_>, id: TaggedId) -> Result<String, Vec<Refusal>> {
    let Tagged { name: _, path, docs, marks, repr: _, cases } = &cx.inventory[id];
    let refused = |reason: String| Refusal { item: path.clone(), reason };
    let mut problems = Vec::new();
    for Case { name: case, docs: _, value: _, fields } in cases {
        for Field { name, docs: _, visibility: _, ty } in fields {
            let marshal = cx.marshal(*ty);
            if let Some(reason) = marshal.to_c.as_ref().err().or(marshal.from_c.as_ref().err()) {
                problems.push(refused(format!("the field `{name}` of its variant `{case}`: {reason}")));
            }
        }
    }
    let ty = cx.inventory.find(TypeKind::Tagged(id));
    problems.extend(ty.and_then(|ty| aligned::refusal(cx.inventory, ty)).map(refused));
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Tagged(id);
    let name = cx.names.of(item);
    let mut docs = Docstring::of(cx, docs, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let checking = cx.names.python("TYPE_CHECKING");
    let case = |at: usize| cx.names.of(Item::Case(id, at));
    let mut base = Writer::new("    ");
    base.line(format!("class {name}:"));
    base.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        w.line("__slots__ = ()");
        w.blank();
        w.line(format!("if {checking}:"));
        let alias = cx.names.python("TypeAlias");
        w.indented(|w| (0..cases.len()).for_each(|at| w.line(format!("{}: {alias} = \"{}\"", case(at), class(cx, id, at)))));
    });
    let mut bound = Writer::new("    ");
    bound.line(format!("if not {checking}:"));
    bound.indented(|w| (0..cases.len()).for_each(|at| w.line(format!("{name}.{} = {}", case(at), class(cx, id, at)))));
    let variants = (0..cases.len()).map(|at| variant(cx, id, at));
    let parts: Vec<String> = iter::once(base.finish()).chain(variants).chain([bound.finish()]).collect();
    Ok(parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n\n"))
}

fn variant(cx: &Context<'_>, id: TaggedId, at: usize) -> String {
    let Case { name: _, docs, value: _, fields: _ } = &cx.inventory[id].cases[at];
    let item = Item::Case(id, at);
    let names: Vec<&str> = fields(cx, id, at).map(|(item, _)| cx.names.of(item)).collect();
    let scope = Scope::class(cx.names, names.iter().copied());
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| lines::natural(name));
    let quoted: Vec<String> = sorted.iter().map(|name| format!("\"{name}\"")).collect();
    let mut w = Writer::new("    ");
    w.line(format!("@{}", cx.names.python("dataclass")));
    w.line(format!("class {}({}):", class(cx, id, at), cx.names.of(Item::Tagged(id))));
    w.indented(|w| {
        Docstring::of(cx, docs, item).emit(w, 1);
        w.blank();
        broken(&format!("__slots__ = {}", lines::tuple(&quoted)), 1).iter().for_each(|line| w.line(line));
        w.line(format!("__qualname__ = \"{}\"", cx.names.qualified(item)));
        if !names.is_empty() {
            w.blank();
        }
        for (item, Field { name: _, docs, visibility: _, ty }) in fields(cx, id, at) {
            w.line(format!("{}: {}", cx.names.of(item), scope.annotation(&cx.marshal(*ty).holds)));
            Docstring::of(cx, docs, item).emit(w, 1);
        }
    });
    w.finish()
}

/// The functions that convert it.
pub(crate) fn conversions(cx: &Context<'_>, id: TaggedId) -> Vec<Chunk> {
    let [to_c, from_c] = converters(cx, id);
    let name = cx.names.of(Item::Tagged(id));
    let [any, isinstance, error] = ["Any", "isinstance", "TypeError"].map(|name| cx.names.python(name));
    let cases = &cx.inventory[id].cases;
    let mut into = Writer::new("    ");
    let keeps = if borrows(cx, id) { format!(", {KEPT}: {}[{any}]", cx.names.python("list")) } else { String::new() };
    into.line(format!("def {to_c}(value: {name}{keeps}) -> {any}:"));
    into.indented(|w| {
        for (at, Case { name: case, docs: _, value, fields: _ }) in cases.iter().enumerate() {
            w.line(format!("if {isinstance}(value, {}):", class(cx, id, at)));
            let parts: Vec<String> = fields(cx, id, at)
                .filter_map(|(item, field)| {
                    Some(cx.marshal(field.ty).to_c.as_ref().ok()?.of(&format!("value.{}", cx.names.of(item))))
                })
                .collect();
            w.indented(|w| match parts[..] {
                [] => w.line(format!("return ({value},)")),
                [..] => {
                    let parts = kept_by(&lines::tuple(&parts), KEPT);
                    let line = format!("return ({value}, {{\"{}\": {parts}}})", c_name(case));
                    broken(&line, 2).iter().for_each(|line| w.line(line));
                }
            });
        }
        w.line(format!("raise {error}(f\"{{value!r}} is no variant of {}\")", cx.names.path(Item::Tagged(id))));
    });
    let mut out = Writer::new("    ");
    out.line(format!("def {from_c}(c: {any}) -> {name}:"));
    out.indented(|w| {
        w.line("tag = c.tag");
        for (at, Case { name: case, docs: _, value, fields: _ }) in cases.iter().enumerate() {
            w.line(format!("if tag == {value}:"));
            w.indented(|w| {
                let mut arguments = Vec::new();
                if fields(cx, id, at).next().is_some() {
                    w.line(format!("case = c.payload.{}", c_name(case)));
                }
                for (i, (_, field)) in fields(cx, id, at).enumerate() {
                    let Ok(from_c) = cx.marshal(field.ty).from_c.clone() else { continue };
                    let mut c = format!("case.{}", c_name(&field.name));
                    if from_c.repeats() {
                        w.line(format!("field{i} = {c}"));
                        c = format!("field{i}");
                    }
                    arguments.push(without_parentheses(&from_c.of(&c)));
                }
                let line = format!("return {}({})", class(cx, id, at), arguments.join(", "));
                broken(&line, 2).iter().for_each(|line| w.line(line));
            });
        }
        let problem = format!("f\"{{tag}} is the tag of no {}\"", cx.names.path(Item::Tagged(id)));
        w.line(format!("raise {}({problem})", cx.names.base_exception));
    });
    [into, out].map(|w| Chunk::new(w.finish())).into()
}
