//! Enums with data: converted by functions of their own, a case a variant.

use super::conversion::{Conversion, KEPT, kept_by};
use super::support::Support;
use super::table::Types;
use crate::cdef::names::c_name;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, literal, local, own, quoted};
use crate::syntax::statements::{Stmt, words};
use interoptopus::model::{Case, Field, Item, TaggedId};

/// The conversion of an enum with data.
pub(crate) fn conversion(types: &Types<'_>, id: TaggedId) -> Conversion {
    let [to_c, from_c] = converters(types, id).map(own);
    let name = own(types.names.of(Item::Tagged(id)));
    let arguments = if borrows(types, id) { vec![Expr::Value, Expr::Kept] } else { vec![Expr::Value] };
    Conversion::converted(name, to_c.call(arguments), from_c.call([Expr::Value]))
}

fn borrows(types: &Types<'_>, id: TaggedId) -> bool {
    types.borrows(types.names.type_of(Item::Tagged(id)))
}

/// The names of the functions that convert it.
fn converters(types: &Types<'_>, id: TaggedId) -> [String; 2] {
    let name = types.names.private(types.names.type_of(Item::Tagged(id))).to_lowercase();
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
pub(crate) fn conversions(types: &Types<'_>, id: TaggedId) -> [Support; 2] {
    let [into_c, from_c] = converters(types, id);
    let name = own(types.names.of(Item::Tagged(id)));
    let path = types.names.path(Item::Tagged(id));
    let any = types.names.python("Any");
    let cases = &types.inventory[id].cases;
    let keeps = match borrows(types, id) {
        true => words![format!(", {KEPT}: "), types.names.python("list").of([any.clone()])],
        false => Vec::new(),
    };
    let head = [words![format!("def {into_c}(value: "), name.clone()], keeps, words![") -> ", any.clone(), ":"]].concat();
    let value = local("value");
    let into = cases.iter().enumerate().map(|(at, Case { name: case, docs: _, value: tag, fields: _ })| {
        let parts = fields(types, id, at).filter_map(|(item, field)| {
            Some(types.of(field.ty).to_c.as_ref().ok()?.of(&value.clone().attribute(types.names.of(item))))
        });
        let parts: Vec<Expr> = parts.collect();
        let payload =
            (!parts.is_empty()).then(|| Expr::Dict(vec![(quoted(c_name(case)), kept_by(Expr::Tuple(parts), &local(KEPT)))]));
        let returned = Stmt::returned(Expr::Tuple([literal(tag)].into_iter().chain(payload).collect()));
        let is_case = types.names.python("isinstance").call([value.clone(), own(class(types, id, at))]);
        Stmt::when(is_case, vec![returned])
    });
    let problem = literal(format!("f\"{{value!r}} is no variant of {path}\""));
    let raise = Stmt::line(words!["raise ", types.names.python("TypeError").call([problem])]);
    let into = Stmt::block(head, into.chain([raise]).collect());
    let out = cases.iter().enumerate().map(|(at, Case { name: case, docs: _, value: tag, fields: _ })| {
        let (mut body, mut arguments) = (Vec::new(), Vec::new());
        let held = local("case");
        if fields(types, id, at).next().is_some() {
            body.push(Stmt::assign(held.clone(), local("c").attribute("payload").attribute(c_name(case))));
        }
        for (i, (_, field)) in fields(types, id, at).enumerate() {
            let Ok(from_c) = types.of(field.ty).from_c.clone() else { continue };
            let mut c = held.clone().attribute(c_name(&field.name));
            if from_c.repeats() {
                let variable = local(format!("field{i}"));
                body.push(Stmt::assign(variable.clone(), c));
                c = variable;
            }
            arguments.push(from_c.of(&c).bare());
        }
        body.push(Stmt::returned(own(class(types, id, at)).call(arguments)));
        Stmt::when(local("tag").binary("==", literal(tag)), body)
    });
    let tag = Stmt::assign(local("tag"), local("c").attribute("tag"));
    let problem = literal(format!("f\"{{tag}} is the tag of no {path}\""));
    let raise = Stmt::line(words!["raise ", own(&types.names.base_exception).call([problem])]);
    let head = words![format!("def {from_c}(c: "), any, ") -> ", name, ":"];
    let out = Stmt::block(head, [tag].into_iter().chain(out).chain([raise]).collect());
    [Definition::new(into_c, vec![into]), Definition::new(from_c, vec![out])].map(Support::Definition)
}
