//! Services: classes that own an object of Rust's, and free it with the last reference or when told to.

use super::calls::callee;
use super::functions::{self, Role};
use crate::docs::Docstring;
use crate::names::scope::Scope;
use crate::types::table::Types;
use interoptopus::model::{Function, Item, Service, ServiceId, TypeKind};
use interoptopus::names::snake_case;
use interoptopus::{Refusal, Writer};

/// The class; or what its functions cannot take or return.
pub(crate) fn emit(types: &Types<'_>, id: ServiceId) -> Result<String, Vec<Refusal>> {
    let Service { name, path: _, docs, constructors, methods, destroy: _, release: _, marks } = &types.inventory[id];
    let item = Item::Service(id);
    let constructor = |at: usize| Item::Constructor(id, at);
    let members = (0..constructors.len()).map(constructor).chain((0..methods.len()).map(|at| Item::Method(id, at)));
    let scope = Scope::class(types.names, members.map(|item| types.names.of(item)).chain(["close"]));
    let (mut parts, mut refused) = (Vec::new(), Vec::new());
    let mut note = |emitted: Result<String, Vec<Refusal>>| match emitted {
        Ok(text) => parts.push(text),
        Err(problems) => refused.extend(problems),
    };
    let is_init = |at: usize| types.names.of(constructor(at)) == "__init__";
    let (init, factories): (Vec<usize>, Vec<usize>) = (0..constructors.len()).partition(|&at| is_init(at));
    for at in init.iter().chain(&factories).copied() {
        note(functions::emit(types, &constructors[at], Role::Constructor(id, at), &scope, 1));
    }
    for (at, method) in methods.iter().enumerate() {
        let loan = types.inventory.loan(method);
        note(functions::emit(types, &method.function, Role::Method(id, at, loan), &scope, 1));
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    if init.is_empty() {
        parts.insert(0, without_constructor(types, id, &factories));
    }
    parts.extend(is_adopted(types, id).then(|| scope.annotation(&adoption(types, id))));
    parts.push(scope.annotation(&types.names.unhidden(FRAME)).replace("WORD", &snake_case(name).replace('_', " ")));
    let mut docs = Docstring::of(types, docs, item);
    docs.add(
        "Use it in a `with` statement, or `close` it, to free it at a given time; otherwise it goes with its last reference.",
    );
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    w.line(format!("class {}:", types.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        w.line(format!(
            "_c: {} = None  # the owner of Rust's object: it is freed with the last reference, which may be a running call's",
            types.names.python("Any")
        ));
        for part in &parts {
            w.blank();
            w.lines(part);
        }
    });
    Ok(w.finish())
}

/// An object that nothing made would be a closed one.
fn without_constructor(types: &Types<'_>, id: ServiceId, factories: &[usize]) -> String {
    let name = types.names.of(Item::Service(id));
    let ways: Vec<String> = factories.iter().map(|&at| format!("{}()", types.names.path(Item::Constructor(id, at)))).collect();
    let reason = if ways.is_empty() { format!("only the library makes a {name}") } else { format!("use {}", ways.join(" or ")) };
    types.names.unhidden(WITHOUT_CONSTRUCTOR).replace("REASON", &reason)
}

const WITHOUT_CONSTRUCTOR: &str = r#"def __init__(self) -> None:
    """There is no such constructor: REASON."""
    raise TypeError("REASON")"#;

/// Whether objects are made by anything but calling the class.
fn is_adopted(types: &Types<'_>, id: ServiceId) -> bool {
    let is_init =
        |function: &Function| types.inventory[id].constructors.iter().any(|c| c.name == "new" && c.symbol == function.symbol);
    let makes = |function: &Function| {
        let mut ty = function.returns;
        while let TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } = *types.inventory.kind(ty) {
            ty = inner;
        }
        *types.inventory.kind(ty) == TypeKind::Service(id)
    };
    types.inventory.all_functions().any(|(_, function)| makes(function) && !is_init(function))
}

fn adoption(types: &Types<'_>, id: ServiceId) -> String {
    let destroy = callee(&types.inventory[id].destroy);
    types.names.unhidden(ADOPTION).replace("NAME", types.names.of(Item::Service(id))).replace("DESTROY", &destroy)
}

const ADOPTION: &str = r#"@classmethod
def _of(cls, c: Any) -> NAME:
    made = cls.__new__(cls)
    made._c = ffi.gc(c, DESTROY)
    return made"#;

/// What every service has: how an object is closed, and used in a `with` statement.
const FRAME: &str = r#"def close(self) -> None:
    """Frees the WORD, once no call is in it; any other use of it raises `ClosedError`. Closing twice is fine."""
    self._c = None

def __enter__(self) -> Self:
    return self

def __exit__(self, *_: object) -> None:
    self.close()"#;
