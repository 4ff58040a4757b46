//! Functions and methods: each parameter's way in, the call, what is written back, the status, the value; one loop for all.

use super::calls::{Call, Refusing, callee};
use super::deprecated;
use super::results;
use crate::cdef::registers;
use crate::docs;
use crate::names::scope::Scope;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, local, none, own, quoted};
use crate::syntax::statements::{Stmt, Word, words};
use crate::types::parameters;
use crate::types::passage::{Body, Passage};
use crate::types::table::Types;
use interoptopus::Refusal;
use interoptopus::model::{self, Access, Crossing, Function, Head, Item, Loan, Marks, Parameter, ServiceId, Subject, Type};

/// The role of a function.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// A function of the module, by its place in the inventory.
    Free(usize),
    /// `__init__`, or a class method, by its place among the constructors.
    Constructor(ServiceId, usize),
    /// A method, by its place; and when what it returns stays borrowed until it is released.
    Method(ServiceId, usize, Loan),
}

impl Role {
    fn item(self) -> Item {
        match self {
            Role::Free(at) => Item::Function(at),
            Role::Constructor(id, at) => Item::Constructor(id, at),
            Role::Method(id, at, _) => Item::Method(id, at),
        }
    }

    /// The marks of what it makes stand for its own, if it has none.
    fn marks<'a>(self, types: &'a Types<'_>, own: &'a Marks) -> &'a Marks {
        match self {
            Role::Constructor(id, _) if own.deprecated.is_none() => &types.inventory[id].head.marks,
            Role::Free(_) | Role::Constructor(..) | Role::Method(..) => own,
        }
    }

    /// The name by which users call it.
    fn called(self, types: &Types<'_>) -> String {
        types.names.path(self.item())
    }
}

/// The definition of a function; `class` is what its class defines. Or what it cannot take or return.
pub(crate) fn lower(types: &Types<'_>, function: &Function, role: Role, class: &Scope<'_>) -> Result<Vec<Stmt>, Vec<Refusal>> {
    let Function { head: Head { docs: text, marks, .. }, symbol, is_unsafe: _, parameters, returns, abi_returns, crossing } =
        function;
    let refused = |what: &str, reason: String| Refusal {
        item: Subject::item(types.inventory, role.item()),
        reason: format!("{what}: {reason}"),
    };
    let error = function.error();
    let is_bare = matches!(crossing, Crossing::Bare);
    let lends = types.borrows(*returns) || parameters.iter().any(|p| types.may_receive(p.ty));
    let mut body = Body { types, scope: Scope::new(types.names), is_bare, lends, raised: None, kept: None };
    let names: Vec<String> = parameters.iter().map(|p| body.scope.parameter(&p.name)).collect();
    let (mut passages, mut problems) = (Vec::new(), Vec::new());
    for (Parameter { name: rust_name, ty }, name) in parameters.iter().zip(&names) {
        match parameters::lower(&mut body, name, *ty) {
            Ok(passage) => passages.push(passage),
            Err(reason) => problems.push(refused(&format!("its parameter `{rust_name}`"), reason)),
        }
    }
    let warning = deprecated::warning(types, role.marks(types, marks), &role.called(types));
    let mut statements: Vec<Stmt> = warning.into_iter().collect();
    if let Some(raised) = &body.raised {
        statements.push(Stmt::assign(raised.clone(), Part::Raised.call([])));
    }
    if let Some(kept) = &body.kept {
        statements.push(body.empty_list(kept.clone()));
    }
    let unconverted = statements.len();
    statements.extend(passages.iter().flat_map(|passage| passage.before.clone()));
    statements.extend(apart(&body, &passages));
    let call = Call {
        callee: callee(types, symbol),
        returns: *abi_returns,
        arguments: passages.iter().flat_map(|passage| passage.arguments.clone()).collect(),
        after: passages.iter().flat_map(|passage| passage.after.clone()).collect(),
        raised: body.raised.clone(),
        failure: |status: Expr| results::failure(types, error, status),
        unconverted,
        refusing: refusing(&mut body, role, &names),
    };
    let call = if matches!(role, Role::Method(_, _, Loan::Never)) { call.on_object() } else { call };
    let done = match (role, types.service(*returns)) {
        (Role::Method(id, _, loan @ (Loan::Always | Loan::IfSome(_))), _) => {
            call.lends(&mut body, id, loan, *returns, &mut statements)
        }
        (_, Some(made)) => {
            let owner = call.makes(&mut body, made, crossing, &mut statements);
            let of = |class: Expr| Stmt::returned(class.attribute("_of").call([owner.clone()]));
            statements.push(match role {
                Role::Constructor(..) if types.names.of(role.item()) == "__init__" => {
                    Stmt::assign(local("self").attribute("_c"), owner)
                }
                Role::Constructor(..) => of(local("cls")),
                Role::Free(_) | Role::Method(..) => of(own(types.names.of(Item::Service(made)))),
            });
            Ok(())
        }
        (_, None) => call.gives(&mut body, *returns, crossing, &mut statements),
    };
    if let Err(reason) = done {
        problems.push(refused("what it returns", reason));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let abi = match role {
        Role::Free(_) | Role::Constructor(..) => model::abi_parameters(types.inventory, function),
        Role::Method(id, at, _) => model::abi_of_method(types.inventory, id, &types.inventory[id].methods[at]),
    };
    if let Some(parameter) = registers::destroyer(types.inventory, &abi, *abi_returns) {
        let reason = "libffi would overwrite a float of this call with it: take a reference, or let it come earlier";
        return Err(vec![refused(&format!("its parameter `{}`", parameter.name), reason.to_owned())]);
    }
    let exception = error.map(|id| results::exception(types, id));
    let mut docs = docs::of_function(types, text, role.item(), exception.as_deref());
    let notes = passages.iter().filter_map(|passage| passage.note.clone());
    let notes: Vec<String> = notes.chain(raises(&passages)).collect();
    if !notes.is_empty() {
        docs.add(notes.join(" "));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let statements = body.scope.statements(statements);
    Ok(definition(types, role, &passages, *returns, class, [Stmt::Doc(docs)].into_iter().chain(statements).collect()))
}

/// The refusal of an argument of a wrong type, if there is any argument.
fn refusing(body: &mut Body<'_, '_>, role: Role, names: &[String]) -> Option<Refusing> {
    let of = |item: Item| body.types.names.of(item);
    let function = match role {
        Role::Free(_) => of(role.item()).to_owned(),
        Role::Constructor(id, _) | Role::Method(id, ..) => format!("{}.{}", of(Item::Service(id)), of(role.item())),
    };
    let error = (!names.is_empty()).then(|| body.scope.local("error"))?;
    let arguments = names.iter().map(|name| local(name).named(name));
    let refusal = Part::Refuse.call([local(&error), quoted(function)].into_iter().chain(arguments));
    Some(Refusing { error, refusal })
}

/// Before a call that could only abort if buffers overlapped.
fn apart(body: &Body<'_, '_>, passages: &[Passage]) -> Option<Stmt> {
    let memory = passages.iter().filter_map(|passage| passage.memory.clone());
    let (written, read): (Vec<_>, Vec<_>) = memory.partition(|(_, access)| *access == Access::Write);
    let can_overlap = body.is_bare && !written.is_empty() && written.len() + read.len() > 1;
    let list = |of: Vec<(Expr, Access)>| Expr::List(of.into_iter().map(|(variable, _)| variable).collect());
    can_overlap.then(|| Stmt::of(Part::Apart.call([list(written), list(read)])))
}

/// The note on callbacks for the docs.
fn raises(passages: &[Passage]) -> Option<String> {
    let called: Vec<String> = passages.iter().filter(|p| p.calls_back).map(|p| format!("`{}`", p.name)).collect();
    match &called[..] {
        [] => None,
        [only] => Some(format!("What {only} raises is raised here; from then on it is not called.")),
        [before @ .., last] => {
            Some(format!("What {} or {last} raises is raised here; from then on none of them is called.", before.join(", ")))
        }
    }
}

fn definition(
    types: &Types<'_>,
    role: Role,
    passages: &[Passage],
    returns: Type,
    class: &Scope<'_>,
    body: Vec<Stmt>,
) -> Vec<Stmt> {
    let name = types.names.of(role.item());
    let gives = match role {
        Role::Constructor(..) if name == "__init__" => none(),
        Role::Constructor(id, _) => own(types.names.of(Item::Service(id))),
        Role::Free(_) | Role::Method(..) => class.annotation(&types.of(returns).gives),
    };
    let (decorator, first) = match role {
        Role::Free(_) => (None, None),
        Role::Constructor(..) if name != "__init__" => {
            (Some(Stmt::line(words!["@", class.python("classmethod")])), Some(words!["cls"]))
        }
        Role::Constructor(..) | Role::Method(..) => (None, Some(words!["self"])),
    };
    let parameters = passages.iter().map(|p| words![format!("{}: ", p.name), class.annotation(&p.annotation)]);
    let items: Vec<Vec<Word>> = first.into_iter().chain(parameters).collect();
    let function = Stmt::Listing { open: words![format!("def {name}(")], items, close: words![") -> ", gives, ":"], body };
    decorator.into_iter().chain([function]).collect()
}
