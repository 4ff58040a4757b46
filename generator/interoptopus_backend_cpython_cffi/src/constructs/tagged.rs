//! Enums with data: a class, and for each variant a class derived from it, which `match` takes apart.

use super::structs::slots;
use crate::cdef::aligned;
use crate::docs;
use crate::names::scope::Scope;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, own, quoted};
use crate::syntax::statements::{Stmt, words};
use crate::types::table::Types;
use crate::types::tagged::{class, fields};
use interoptopus::Refusal;
use interoptopus::model::{Case, Field, Head, Item, Subject, Tagged, TaggedId};

/// The classes, the variants' after that of the enum; or each field that Python cannot have.
pub(crate) fn lower(types: &Types<'_>, id: TaggedId) -> Result<Definition, Vec<Refusal>> {
    let Tagged { head: Head { docs: text, marks, .. }, repr: _, cases } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: Subject::item(types.inventory, Item::Tagged(id)), reason };
    let mut problems = Vec::new();
    for Case { name: case, docs: _, value: _, fields } in cases {
        for Field { name, docs: _, visibility: _, ty } in fields {
            let conversion = types.of(*ty);
            if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
                problems.push(refused(format!("the field `{name}` of its variant `{case}`: {reason}")));
            }
        }
    }
    problems.extend(aligned::refusal(types.inventory, types.names.type_of(Item::Tagged(id))).map(refused));
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Tagged(id);
    let name = types.names.of(item);
    let mut docs = docs::of(types, text, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let checking = || types.names.python("TYPE_CHECKING");
    let case = |at: usize| types.names.of(Item::Case(id, at));
    let alias = |at: usize| {
        Stmt::line(words![format!("{}: ", case(at)), types.names.python("TypeAlias"), " = ", quoted(class(types, id, at))])
    };
    let body = vec![
        Stmt::Doc(docs),
        Stmt::Blank,
        Stmt::assign("__slots__", Expr::Tuple(Vec::new())),
        Stmt::Blank,
        Stmt::when(checking(), (0..cases.len()).map(alias).collect()),
    ];
    let bind = |at: usize| Stmt::assign(own(name).attribute(case(at)), own(class(types, id, at)));
    let bound = Stmt::when(checking().negated(), (0..cases.len()).map(bind).collect());
    let mut statements = vec![Stmt::block(words![format!("class {name}:")], body)];
    for at in 0..cases.len() {
        statements.extend([Stmt::Gap].into_iter().chain(variant(types, id, at)));
    }
    statements.extend([Stmt::Gap, bound]);
    let names = (0..cases.len()).map(|at| class(types, id, at));
    Ok(Definition { names: [name.to_owned()].into_iter().chain(names).collect(), statements, is_row: false })
}

fn variant(types: &Types<'_>, id: TaggedId, at: usize) -> [Stmt; 2] {
    let Case { name: _, docs: text, value: _, fields: _ } = &types.inventory[id].cases[at];
    let item = Item::Case(id, at);
    let names: Vec<&str> = fields(types, id, at).map(|(item, _)| types.names.of(item)).collect();
    let scope = Scope::class(types.names, names.iter().copied());
    let mut body = vec![
        Stmt::Doc(docs::of(types, text, item)),
        Stmt::Blank,
        Stmt::assign("__slots__", slots(&names)),
        Stmt::assign("__qualname__", quoted(types.names.qualified(item))),
        Stmt::Blank,
    ];
    for (item, Field { name: _, docs: text, visibility: _, ty }) in fields(types, id, at) {
        body.push(Stmt::line(words![format!("{}: ", types.names.of(item)), scope.annotation(&types.of(*ty).holds)]));
        body.push(Stmt::Doc(docs::of(types, text, item)));
    }
    let base = own(types.names.of(Item::Tagged(id)));
    let class = Stmt::block(words![format!("class {}(", class(types, id, at)), base, "):"], body);
    [Stmt::line(words!["@", types.names.python("dataclass")]), class]
}
