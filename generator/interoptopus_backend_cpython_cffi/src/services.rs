//! Services: classes that own an object of Rust's, and free it with the last reference or when told to.

use crate::calls::callee;
use crate::docs::Docstring;
use crate::functions::{self, Role};
use crate::marshal::{Context, Marshal, Template};
use crate::scope::Scope;
use interoptopus::model::{Function, Item, Service, ServiceId, TypeKind};
use interoptopus::names::snake_case;
use interoptopus::{Refusal, Writer};

/// How an object that changes hands comes out; as an argument it is lent: see `pointers`.
pub(crate) fn marshal(cx: &Context<'_>, id: ServiceId) -> Marshal {
    let name = cx.names.of(Item::Service(id));
    let mut marshal = Marshal::converted(name.to_owned(), Template::same(), Template::new(format!("{name}._of($)")));
    marshal.to_c = Err("an object of a service cannot change hands here".to_owned());
    marshal
}

/// The class; or what its functions cannot take or return.
pub(crate) fn emit(cx: &Context<'_>, id: ServiceId) -> Result<String, Vec<Refusal>> {
    let Service { name, path: _, docs, constructors, methods, destroy: _, release: _, marks } = &cx.inventory[id];
    let item = Item::Service(id);
    let constructor = |at: usize| Item::Constructor(id, at);
    let members = (0..constructors.len()).map(constructor).chain((0..methods.len()).map(|at| Item::Method(id, at)));
    let scope = Scope::class(cx.names, members.map(|item| cx.names.of(item)).chain(["close"]));
    let (mut parts, mut refused) = (Vec::new(), Vec::new());
    let mut note = |emitted: Result<String, Vec<Refusal>>| match emitted {
        Ok(text) => parts.push(text),
        Err(problems) => refused.extend(problems),
    };
    let is_init = |at: usize| cx.names.of(constructor(at)) == "__init__";
    let (init, factories): (Vec<usize>, Vec<usize>) = (0..constructors.len()).partition(|&at| is_init(at));
    for at in init.iter().chain(&factories).copied() {
        note(functions::emit(cx, &constructors[at], Role::Constructor(id, at), &scope, 1));
    }
    for (at, method) in methods.iter().enumerate() {
        let loan = cx.inventory.loan(method);
        note(functions::emit(cx, &method.function, Role::Method(id, at, loan), &scope, 1));
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    if init.is_empty() {
        parts.insert(0, without_constructor(cx, id, &factories));
    }
    parts.extend(is_adopted(cx, id).then(|| scope.annotation(&adoption(cx, id))));
    parts.push(scope.annotation(&cx.names.unhidden(FRAME)).replace("WORD", &snake_case(name).replace('_', " ")));
    let mut docs = Docstring::of(cx, docs, item);
    docs.add(
        "Use it in a `with` statement, or `close` it, to free it at a given time; otherwise it goes with its last reference.",
    );
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    w.line(format!("class {}:", cx.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        w.line(format!(
            "_c: {} = None  # the owner of Rust's object: it is freed with the last reference, which may be a running call's",
            cx.names.python("Any")
        ));
        for part in &parts {
            w.blank();
            w.lines(part);
        }
    });
    Ok(w.finish())
}

/// An object that nothing made would be a closed one.
fn without_constructor(cx: &Context<'_>, id: ServiceId, factories: &[usize]) -> String {
    let name = cx.names.of(Item::Service(id));
    let ways: Vec<String> = factories.iter().map(|&at| format!("{}()", cx.names.path(Item::Constructor(id, at)))).collect();
    let reason = if ways.is_empty() { format!("only the library makes a {name}") } else { format!("use {}", ways.join(" or ")) };
    cx.names.unhidden(WITHOUT_CONSTRUCTOR).replace("REASON", &reason)
}

const WITHOUT_CONSTRUCTOR: &str = r#"def __init__(self) -> None:
    """There is no such constructor: REASON."""
    raise TypeError("REASON")"#;

/// Whether objects are made by anything but calling the class.
fn is_adopted(cx: &Context<'_>, id: ServiceId) -> bool {
    let is_init =
        |function: &Function| cx.inventory[id].constructors.iter().any(|c| c.name == "new" && c.symbol == function.symbol);
    let makes = |function: &Function| {
        let mut ty = function.returns;
        while let TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } = *cx.inventory.kind(ty) {
            ty = inner;
        }
        *cx.inventory.kind(ty) == TypeKind::Service(id)
    };
    cx.inventory.all_functions().any(|(_, function)| makes(function) && !is_init(function))
}

fn adoption(cx: &Context<'_>, id: ServiceId) -> String {
    let destroy = callee(&cx.inventory[id].destroy);
    cx.names.unhidden(ADOPTION).replace("NAME", cx.names.of(Item::Service(id))).replace("DESTROY", &destroy)
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
