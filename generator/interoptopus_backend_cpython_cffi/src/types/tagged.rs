//! Enums with data: converted by functions of their own, a case a variant.

use super::conversion::{Conversion, KEPT, Template, kept_by};
use super::table::Types;
use crate::cdef::names::c_name;
use crate::runtime::Chunk;
use crate::syntax::lines::{self, broken, without_parentheses};
use interoptopus::Writer;
use interoptopus::model::{Case, Field, Item, TaggedId, TypeKind};

/// How an enum with data crosses.
pub(crate) fn conversion(types: &Types<'_>, id: TaggedId) -> Conversion {
    let [to_c, from_c] = converters(types, id);
    let name = types.names.of(Item::Tagged(id)).to_owned();
    let to_c = if borrows(types, id) { format!("{to_c}($, @)") } else { format!("{to_c}($)") };
    Conversion::converted(name, Template::new(to_c), Template::new(format!("{from_c}($)")))
}

fn borrows(types: &Types<'_>, id: TaggedId) -> bool {
    types.inventory.find(TypeKind::Tagged(id)).is_some_and(|ty| types.borrows(ty))
}

/// The names of the functions that convert it.
fn converters(types: &Types<'_>, id: TaggedId) -> [String; 2] {
    let name = types.inventory.find(TypeKind::Tagged(id)).map_or("", |ty| types.names.private(ty)).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// The name under which the module has the class of a variant, which users write as `Shape.Circle`.
pub(crate) fn class(types: &Types<'_>, id: TaggedId, case: usize) -> String {
    format!("_{}_{}", types.names.of(Item::Tagged(id)), types.names.of(Item::Case(id, case)))
}

pub(crate) fn fields<'a>(types: &Types<'a>, id: TaggedId, case: usize) -> impl Iterator<Item = (Item, &'a Field)> {
    types.inventory[id].cases[case].fields.iter().enumerate().map(move |(i, field)| (Item::CaseField(id, case, i), field))
}

/// The functions that convert it.
pub(crate) fn conversions(types: &Types<'_>, id: TaggedId) -> Vec<Chunk> {
    let [to_c, from_c] = converters(types, id);
    let name = types.names.of(Item::Tagged(id));
    let [any, isinstance, error] = ["Any", "isinstance", "TypeError"].map(|name| types.names.python(name));
    let cases = &types.inventory[id].cases;
    let mut into = Writer::new("    ");
    let keeps = if borrows(types, id) { format!(", {KEPT}: {}[{any}]", types.names.python("list")) } else { String::new() };
    into.line(format!("def {to_c}(value: {name}{keeps}) -> {any}:"));
    into.indented(|w| {
        for (at, Case { name: case, docs: _, value, fields: _ }) in cases.iter().enumerate() {
            w.line(format!("if {isinstance}(value, {}):", class(types, id, at)));
            let parts: Vec<String> = fields(types, id, at)
                .filter_map(|(item, field)| {
                    Some(types.of(field.ty).to_c.as_ref().ok()?.of(&format!("value.{}", types.names.of(item))))
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
        w.line(format!("raise {error}(f\"{{value!r}} is no variant of {}\")", types.names.path(Item::Tagged(id))));
    });
    let mut out = Writer::new("    ");
    out.line(format!("def {from_c}(c: {any}) -> {name}:"));
    out.indented(|w| {
        w.line("tag = c.tag");
        for (at, Case { name: case, docs: _, value, fields: _ }) in cases.iter().enumerate() {
            w.line(format!("if tag == {value}:"));
            w.indented(|w| {
                let mut arguments = Vec::new();
                if fields(types, id, at).next().is_some() {
                    w.line(format!("case = c.payload.{}", c_name(case)));
                }
                for (i, (_, field)) in fields(types, id, at).enumerate() {
                    let Ok(from_c) = types.of(field.ty).from_c.clone() else { continue };
                    let mut c = format!("case.{}", c_name(&field.name));
                    if from_c.repeats() {
                        w.line(format!("field{i} = {c}"));
                        c = format!("field{i}");
                    }
                    arguments.push(without_parentheses(&from_c.of(&c)));
                }
                let line = format!("return {}({})", class(types, id, at), arguments.join(", "));
                broken(&line, 2).iter().for_each(|line| w.line(line));
            });
        }
        let problem = format!("f\"{{tag}} is the tag of no {}\"", types.names.path(Item::Tagged(id)));
        w.line(format!("raise {}({problem})", types.names.base_exception));
    });
    [into, out].map(|w| Chunk::new(w.finish())).into()
}
