//! Enums with data: a class, and for each variant a class derived from it, which `match` takes apart.

use crate::cdef::aligned;
use crate::docs::Docstring;
use crate::names::scope::Scope;
use crate::syntax::lines::{self, broken};
use crate::types::table::Types;
use crate::types::tagged::{class, fields};
use interoptopus::model::{Case, Field, Item, Tagged, TaggedId, TypeKind};
use interoptopus::{Refusal, Writer};
use std::iter;

/// The classes; or each field that Python cannot have.
pub(crate) fn emit(types: &Types<'_>, id: TaggedId) -> Result<String, Vec<Refusal>> {
    let Tagged { name: _, path, docs, marks, repr: _, cases } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: path.clone(), reason };
    let mut problems = Vec::new();
    for Case { name: case, docs: _, value: _, fields } in cases {
        for Field { name, docs: _, visibility: _, ty } in fields {
            let conversion = types.of(*ty);
            if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
                problems.push(refused(format!("the field `{name}` of its variant `{case}`: {reason}")));
            }
        }
    }
    let ty = types.inventory.find(TypeKind::Tagged(id));
    problems.extend(ty.and_then(|ty| aligned::refusal(types.inventory, ty)).map(refused));
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Tagged(id);
    let name = types.names.of(item);
    let mut docs = Docstring::of(types, docs, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let checking = types.names.python("TYPE_CHECKING");
    let case = |at: usize| types.names.of(Item::Case(id, at));
    let mut base = Writer::new("    ");
    base.line(format!("class {name}:"));
    base.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        w.line("__slots__ = ()");
        w.blank();
        w.line(format!("if {checking}:"));
        let alias = types.names.python("TypeAlias");
        w.indented(|w| (0..cases.len()).for_each(|at| w.line(format!("{}: {alias} = \"{}\"", case(at), class(types, id, at)))));
    });
    let mut bound = Writer::new("    ");
    bound.line(format!("if not {checking}:"));
    bound.indented(|w| (0..cases.len()).for_each(|at| w.line(format!("{name}.{} = {}", case(at), class(types, id, at)))));
    let variants = (0..cases.len()).map(|at| variant(types, id, at));
    let parts: Vec<String> = iter::once(base.finish()).chain(variants).chain([bound.finish()]).collect();
    Ok(parts.iter().map(|part| part.trim_end()).collect::<Vec<_>>().join("\n\n\n"))
}

fn variant(types: &Types<'_>, id: TaggedId, at: usize) -> String {
    let Case { name: _, docs, value: _, fields: _ } = &types.inventory[id].cases[at];
    let item = Item::Case(id, at);
    let names: Vec<&str> = fields(types, id, at).map(|(item, _)| types.names.of(item)).collect();
    let scope = Scope::class(types.names, names.iter().copied());
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| lines::natural(name));
    let quoted: Vec<String> = sorted.iter().map(|name| format!("\"{name}\"")).collect();
    let mut w = Writer::new("    ");
    w.line(format!("@{}", types.names.python("dataclass")));
    w.line(format!("class {}({}):", class(types, id, at), types.names.of(Item::Tagged(id))));
    w.indented(|w| {
        Docstring::of(types, docs, item).emit(w, 1);
        w.blank();
        broken(&format!("__slots__ = {}", lines::tuple(&quoted)), 1).iter().for_each(|line| w.line(line));
        w.line(format!("__qualname__ = \"{}\"", types.names.qualified(item)));
        if !names.is_empty() {
            w.blank();
        }
        for (item, Field { name: _, docs, visibility: _, ty }) in fields(types, id, at) {
            w.line(format!("{}: {}", types.names.of(item), scope.annotation(&types.of(*ty).holds)));
            Docstring::of(types, docs, item).emit(w, 1);
        }
    });
    w.finish()
}
