//! Results: statuses, the exceptions that carry an error, and the value on success.

use crate::names::spelling;
use crate::runtime::parts::Part;
use crate::syntax::definitions::Definition;
use crate::syntax::docstrings::Docstring;
use crate::syntax::expressions::{Expr, literal, local, none, own};
use crate::syntax::statements::{Stmt, words};
use crate::types::enums::by_value;
use crate::types::passage::Body;
use crate::types::pointers::dereferenced;
use crate::types::table::Types;
use interoptopus::model::{EnumId, Item, Loan, PointerKind, Presence, Type, TypeKind};

/// The exception that carries a value of the enum: with more than one such enum, each has its own.
pub(crate) fn exception(types: &Types<'_>, id: EnumId) -> String {
    let is_only = types.errors.len() == 1;
    if is_only { "CallError".to_owned() } else { spelling::exception(types.names.of(Item::Enum(id))) }
}

/// The exceptions of the library's own errors.
pub(crate) fn exceptions(types: &Types<'_>) -> Vec<Definition> {
    let base = own(&types.names.base_exception);
    let class = |id: EnumId| own(types.names.of(Item::Enum(id)));
    let general = "Rust returned an error.";
    match types.errors[..] {
        [] => Vec::new(),
        [only] => vec![lower_exception(types, "CallError", base, general, class(only), true)],
        [..] => {
            let first = lower_exception(types, "CallError", base, general, types.names.python("IntEnum"), true);
            let own_one = types.errors.iter().map(|&id| {
                let docs = format!("Rust returned an error that is a variant of `{}`.", class(id));
                lower_exception(types, &exception(types, id), own("CallError"), &docs, class(id), false)
            });
            [first].into_iter().chain(own_one).collect()
        }
    }
}

/// An exception that carries a `kind`; `has_text` says whether it has to say what it prints as.
fn lower_exception(types: &Types<'_>, name: &str, base: Expr, docs: &str, kind: Expr, has_text: bool) -> Definition {
    let this = local("self");
    let error = Stmt::declare(local("error"), kind.clone(), this.clone().attribute("args").first());
    let mut body = vec![
        Stmt::Doc(Docstring::text(docs)),
        Stmt::Blank,
        Stmt::line(words!["@", types.names.python("property")]),
        Stmt::block(
            words!["def error(self) -> ", kind, ":"],
            vec![Stmt::Doc(Docstring::text("Which one.")), error, Stmt::returned(local("error"))],
        ),
    ];
    if has_text {
        let kind = types.names.python("type").call([this.attribute("error")]).attribute("__name__");
        let printed = Stmt::returned(literal("f\"{kind}.{self.error.name}\""));
        let head = words!["def __str__(self) -> ", types.names.python("str"), ":"];
        body.extend([Stmt::Blank, Stmt::block(head, vec![Stmt::assign(local("kind"), kind), printed])]);
    }
    Definition::new(name, vec![Stmt::block(words![format!("class {name}("), base, "):"], body)])
}

/// The call that raises what `status` stands for.
pub(crate) fn failure(types: &Types<'_>, error: Option<EnumId>, status: Expr) -> Expr {
    match error {
        None => Part::Fail.call([status]),
        Some(id) => Part::FailWith.call([status, own(exception(types, id)), own(by_value(types, id))]),
    }
}

/// Adds statements that return what the C expression `value` is.
pub(crate) fn returned(body: &mut Body<'_, '_>, ty: Type, value: Expr, lines: &mut Vec<Stmt>) -> Result<(), String> {
    let types = body.types;
    match *types.inventory.kind(ty) {
        TypeKind::Void => {}
        TypeKind::Option { value: inner } => {
            let option = body.variable("option", value, lines);
            lines.push(unless(option.clone().attribute("is_some")));
            returned(body, inner, option.attribute("value"), lines)?;
        }
        TypeKind::Pointer { pointee, access: _, kind }
            if matches!(kind, PointerKind::Reference | PointerKind::Nullable) && types.opaque(pointee).is_none() =>
        {
            if types.service(pointee).is_some() {
                return Err("an object of a service is lent only as a parameter; return an owned one".to_owned());
            }
            let pointer = body.variable("pointer", value, lines);
            if kind == PointerKind::Nullable {
                lines.push(unless(pointer.clone()));
            }
            returned(body, pointee, dereferenced(types, pointee, pointer), lines)?;
        }
        TypeKind::Slice { nullable: true, .. }
        | TypeKind::Str { nullable: true }
        | TypeKind::CStr { nullable: true }
        | TypeKind::Owned { nullable: true, .. } => {
            let found = body.variable("value", value, lines);
            let is_c = matches!(types.inventory.kind(ty), TypeKind::CStr { .. });
            lines.push(unless(if is_c { found.clone() } else { found.clone().attribute("data") }));
            returned(body, types.inventory.definition_of(ty), found, lines)?;
        }
        TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { nullable: false, .. }
        | TypeKind::Str { nullable: false }
        | TypeKind::CStr { nullable: false }
        | TypeKind::Owned { nullable: false, .. }
        | TypeKind::Outcome { .. } => {
            let conversion = types.of(ty);
            let from_c = conversion.from_c.clone()?;
            let value = if from_c.repeats() { body.variable("value", value, lines) } else { value };
            let value = from_c.of(&value).bare();
            if from_c.is_untyped() {
                let typed = body.local("value");
                lines.push(Stmt::declare(typed.clone(), conversion.gives.clone(), value));
                lines.push(Stmt::returned(typed));
            } else {
                lines.push(Stmt::returned(value));
            }
        }
    }
    Ok(())
}

/// Returns nothing unless `condition` holds.
fn unless(condition: Expr) -> Stmt {
    Stmt::when(condition.negated(), vec![Stmt::returned(none())])
}

/// The condition, besides a status of 0, on which `value` is lent: a none is nothing that could be given back.
pub(crate) fn is_lent(loan: Loan, value: Expr) -> Option<Expr> {
    match loan {
        Loan::Never | Loan::Always => None,
        Loan::IfSome(Presence::Flag) => Some(value.attribute("is_some")),
        Loan::IfSome(Presence::Data) => Some(value.attribute("data")),
        Loan::IfSome(Presence::Address) => Some(value),
    }
}
