//! Unions: classes that own their memory, with a property for each field.

use super::calls::Refusing;
use crate::cdef::aligned;
use crate::cdef::names::c_name;
use crate::docs;
use crate::names::scope::Scope;
use crate::runtime::parts::{Part, ffi};
use crate::syntax::definitions::Definition;
use crate::syntax::docstrings::Docstring;
use crate::syntax::expressions::{Expr, literal, local, none, own, quoted};
use crate::syntax::statements::{Stmt, Word, words};
use crate::types::options::or_none;
use crate::types::pointers::pointer_type;
use crate::types::table::Types;
use interoptopus::Refusal;
use interoptopus::model::{Field, Head, Item, Subject, Union, UnionId, Visibility};

/// The class; or each field that Python cannot have.
pub(crate) fn lower(types: &Types<'_>, id: UnionId) -> Result<Definition, Vec<Refusal>> {
    let Union { head: Head { docs: text, marks, .. }, fields } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: Subject::item(types.inventory, Item::Union(id)), reason };
    let mut problems = Vec::new();
    for Field { name, docs: _, visibility: _, ty } in fields {
        let conversion = types.of(*ty);
        if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
            problems.push(refused(format!("its field `{name}`: {reason}")));
        }
    }
    problems.extend(aligned::refusal(types.inventory, types.names.type_of(Item::Union(id))).map(refused));
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Union(id);
    let shown: Vec<(usize, &Field)> =
        fields.iter().enumerate().filter(|(_, field)| field.visibility == Visibility::Public).collect();
    let scope = Scope::class(types.names, shown.iter().map(|(at, _)| types.names.of(Item::UnionField(id, *at))));
    let mut docs = docs::of(types, text, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let slots = Stmt::assign("__slots__", Expr::Tuple(Vec::new()));
    let mut body = vec![Stmt::Doc(docs), Stmt::Blank, slots, Stmt::Blank, constructor(types, id, &shown, &scope)];
    for (at, field) in &shown {
        body.push(Stmt::Blank);
        body.extend(property(types, Item::UnionField(id, *at), field, &scope));
    }
    let name = types.names.of(item);
    Ok(Definition::new(name, vec![Stmt::block(words![format!("class {name}("), Part::Union.expr(), "):"], body)]))
}

/// Makes memory of zeros, and stores what it is given, of which there is at most one.
fn constructor(types: &Types<'_>, id: UnionId, shown: &[(usize, &Field)], class: &Scope<'_>) -> Stmt {
    let memory = pointer_type(types, types.names.type_of(Item::Union(id)));
    let name = |at: usize| types.names.of(Item::UnionField(id, at));
    let mut scope = Scope::new(types.names);
    let names: Vec<(&str, String)> = shown.iter().map(|(at, _)| (name(*at), scope.parameter(name(*at)))).collect();
    let parameter = |((_, field), (_, name)): (&(usize, &Field), &(&str, String))| {
        let annotation = class.annotation(&or_none(types, types.of(field.ty).holds.clone()));
        words![format!("{name}: "), annotation, " = ", none()]
    };
    let star = (!shown.is_empty()).then(|| words!["*"]);
    let parameters = shown.iter().zip(&names).map(parameter);
    let items: Vec<Vec<Word>> = [words!["self"]].into_iter().chain(star).chain(parameters).collect();
    let given = |name: &str| local(name).given();
    let mut body = vec![
        Stmt::Doc(Docstring::text("Memory of zeros, or of one field's value.")),
        Stmt::assign(local("self").attribute("_c"), ffi("new").call([own(memory)])),
    ];
    if names.len() > 1 {
        let all = Expr::Tuple(names.iter().map(|(_, name)| given(name)).collect());
        let count = scope.python("sum").call([all]);
        let problem = scope.python("TypeError").call([quoted("a union has the value of one field")]);
        body.push(Stmt::when(count.binary(">", literal(1)), vec![Stmt::line(words!["raise ", problem])]));
    }
    let store = |(field, name): &(&str, String)| {
        Stmt::when(given(name), vec![Stmt::assign(local("self").attribute(*field), local(name))])
    };
    let stores: Vec<Stmt> = names.iter().map(store).collect();
    let error = scope.local("error");
    let function = quoted(format!("{}.__init__", types.names.of(Item::Union(id))));
    let arguments = names.iter().map(|(_, name)| local(name).named(name));
    let refusal = Part::Refuse.call([local(&error), function].into_iter().chain(arguments));
    body.extend(Refusing { error, refusal }.around(stores));
    Stmt::Listing { open: words!["def __init__("], items, close: words![") -> None:"], body }
}

/// The property of a field: its getter, and its setter.
fn property(types: &Types<'_>, item: Item, field: &Field, class: &Scope<'_>) -> Vec<Stmt> {
    let Field { name: rust_name, docs: text, visibility: _, ty } = field;
    let conversion = types.of(*ty);
    let name = types.names.of(item);
    let mut c = local("self").attribute("_c").attribute(c_name(rust_name));
    let annotation = class.annotation(&conversion.holds);
    let mut getter = vec![Stmt::Doc(docs::of(types, text, item))];
    let mut setter = Vec::new();
    if let Ok(to_c) = &conversion.to_c {
        let stores = vec![Stmt::assign(c.clone(), to_c.of(&local("value")).bare())];
        let refusal = Part::RefuseField.call([local("error"), local("self"), quoted(name), local("value")]);
        setter = Refusing { error: "error".to_owned(), refusal }.around(stores);
    }
    if let Ok(from_c) = &conversion.from_c {
        if from_c.repeats() {
            getter.push(Stmt::assign(local("c"), std::mem::replace(&mut c, local("c"))));
            getter.push(Stmt::returned(from_c.of(&c).bare()));
        } else {
            getter.push(Stmt::declare(local("value"), annotation.clone(), from_c.of(&c).bare()));
            getter.push(Stmt::returned(local("value")));
        }
    }
    vec![
        Stmt::line(words!["@", class.python("property")]),
        Stmt::block(words![format!("def {name}(self) -> "), annotation.clone(), ":"], getter),
        Stmt::Blank,
        Stmt::line(words![format!("@{name}.setter")]),
        Stmt::block(words![format!("def {name}(self, value: "), annotation, ") -> None:"], setter),
    ]
}
