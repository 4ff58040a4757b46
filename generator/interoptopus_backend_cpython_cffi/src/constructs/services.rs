//! Services: classes that own an object of Rust's, and free it with the last reference or when told to.

use super::functions::{self, Role};
use crate::docs;
use crate::names::scope::Scope;
use crate::syntax::definitions::Definition;
use crate::syntax::docstrings::Docstring;
use crate::syntax::expressions::{local, none, own, quoted};
use crate::syntax::statements::{Stmt, words};
use crate::types::table::Types;
use interoptopus::Refusal;
use interoptopus::model::{self, Function, Head, Item, Service, ServiceId, TypeKind};
use interoptopus::names::snake_case;

/// The class; or what its functions cannot take or return.
pub(crate) fn lower(types: &Types<'_>, id: ServiceId) -> Result<Definition, Vec<Refusal>> {
    let Service { head: Head { name, docs: text, marks, .. }, constructors, methods, destroy: _, release: _ } =
        &types.inventory[id];
    let item = Item::Service(id);
    let constructor = |at: usize| Item::Constructor(id, at);
    let members = (0..constructors.len()).map(constructor).chain((0..methods.len()).map(|at| Item::Method(id, at)));
    let scope = Scope::class(types.names, members.map(|item| types.names.of(item)).chain(["close"]));
    let (mut parts, mut refused) = (Vec::new(), Vec::new());
    let mut note = |lowered: Result<Vec<Stmt>, Vec<Refusal>>| match lowered {
        Ok(statements) => parts.push(statements),
        Err(problems) => refused.extend(problems),
    };
    let is_init = |at: usize| types.names.of(constructor(at)) == "__init__";
    let (init, factories): (Vec<usize>, Vec<usize>) = (0..constructors.len()).partition(|&at| is_init(at));
    for at in init.iter().chain(&factories).copied() {
        note(functions::lower(types, &constructors[at], Role::Constructor(id, at), &scope));
    }
    for (at, method) in methods.iter().enumerate() {
        let loan = model::loan(types.inventory, method);
        note(functions::lower(types, &method.function, Role::Method(id, at, loan), &scope));
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    if init.is_empty() {
        parts.insert(0, vec![without_constructor(types, id, &factories)]);
    }
    parts.extend(is_adopted(types, id).then(|| scope.statements(adoption(types, id))));
    parts.extend(frame(types, name).map(|method| scope.statements(vec![method])));
    let mut docs = docs::of(types, text, item);
    docs.add(
        "Use it in a `with` statement, or `close` it, to free it at a given time; otherwise it goes with its last reference.",
    );
    docs.add_deprecation(marks.deprecated.as_deref());
    let owner = Stmt::declare("_c", types.names.python("Any"), none());
    let owner = owner.with("the owner of Rust's object: it is freed with the last reference, which may be a running call's");
    let mut body = vec![Stmt::Doc(docs), Stmt::Blank, owner];
    for part in parts {
        body.push(Stmt::Blank);
        body.extend(part);
    }
    let name = types.names.of(item);
    Ok(Definition::new(name, vec![Stmt::block(words![format!("class {name}:")], body)]))
}

/// An object that nothing made would be a closed one.
fn without_constructor(types: &Types<'_>, id: ServiceId, factories: &[usize]) -> Stmt {
    let name = types.names.of(Item::Service(id));
    let ways: Vec<String> = factories.iter().map(|&at| format!("{}()", types.names.path(Item::Constructor(id, at)))).collect();
    let reason = if ways.is_empty() { format!("only the library makes a {name}") } else { format!("use {}", ways.join(" or ")) };
    let docs = Stmt::Doc(Docstring::text(format!("There is no such constructor: {reason}.")));
    let raise = Stmt::line(words!["raise ", types.names.python("TypeError").call([quoted(reason)])]);
    Stmt::block(words!["def __init__(self) -> None:"], vec![docs, raise])
}

/// Whether objects are made by anything but calling the class.
fn is_adopted(types: &Types<'_>, id: ServiceId) -> bool {
    let is_init = |function: &Function| {
        types.inventory[id].constructors.iter().any(|c| c.head.name == "new" && c.symbol == function.symbol)
    };
    let makes = |function: &Function| {
        let mut ty = function.returns;
        while let TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } = *types.inventory.kind(ty) {
            ty = inner;
        }
        *types.inventory.kind(ty) == TypeKind::Service(id)
    };
    types.inventory.all_functions().any(|(_, function)| makes(function) && !is_init(function))
}

/// The class method that makes an object of an owner of what the library gives.
fn adoption(types: &Types<'_>, id: ServiceId) -> Vec<Stmt> {
    let (made, name) = (local("made"), own(types.names.of(Item::Service(id))));
    let body = vec![
        Stmt::assign(made.clone(), local("cls").attribute("__new__").call([local("cls")])),
        Stmt::assign(made.clone().attribute("_c"), local("owner")),
        Stmt::returned(made),
    ];
    let head = words!["def _of(cls, owner: ", types.names.python("Any"), ") -> ", name, ":"];
    vec![Stmt::line(words!["@", types.names.python("classmethod")]), Stmt::block(head, body)]
}

/// The methods of every service: closing, and the `with` statement.
fn frame(types: &Types<'_>, name: &str) -> [Stmt; 3] {
    let this = local("self");
    let word = snake_case(name).replace('_', " ");
    let docs =
        format!("Frees the {word}, once no call is in it; any other use of it raises `ClosedError`. Closing twice is fine.");
    let closed = vec![Stmt::Doc(Docstring::text(docs)), Stmt::assign(this.clone().attribute("_c"), none())];
    [
        Stmt::block(words!["def close(self) -> None:"], closed),
        Stmt::block(words!["def __enter__(self) -> ", types.names.python("Self"), ":"], vec![Stmt::returned(this.clone())]),
        Stmt::block(
            words!["def __exit__(self, *_: ", types.names.python("object"), ") -> None:"],
            vec![Stmt::of(this.attribute("close").call([]))],
        ),
    ]
}
