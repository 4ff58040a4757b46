//! Callbacks as parameters: functions of cffi that call what they are given, for the time of a call.

use super::callback_arguments::Argument;
use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::passage::{Body, Passage};
use super::support::Support;
use super::table::Types;
use super::{by_value, primitives};
use crate::cdef::{carriers, types as c_types};
use crate::names::scope::Scope;
use crate::runtime::parts::{Part, ffi, null};
use crate::syntax::expressions::{Expr, choice, literal, local, none, own};
use crate::syntax::statements::{Stmt, Word, words};
use interoptopus::model::{self, Callback, CallbackId, Item, PointerKind, Type, TypeKind};

/// A function pointer is good for one call, so it crosses only as a parameter.
pub(crate) fn conversion() -> Conversion {
    Conversion::refused("a function pointer crosses only as a parameter, because a callback lives as long as the call")
}

/// cffi's type of a callback.
pub(crate) fn table(types: &Types<'_>, id: CallbackId) -> Support {
    let c = c_types::declare(types.inventory, types.names.type_of(Item::Callback(id)), "");
    Support::Type { name: c_type(types, id), c }
}

fn c_type(types: &Types<'_>, id: CallbackId) -> String {
    format!("_{}_CALL", types.names.private(types.names.type_of(Item::Callback(id))))
}

/// A callback as a parameter.
pub(crate) fn passage(body: &mut Body<'_, '_>, name: &str, id: CallbackId, nullable: bool) -> Result<Passage, String> {
    let types = body.types;
    let raised = body.raised();
    let callback = &types.inventory[id];
    let call = body.scope.local("call");
    let c = local(body.scope.local(&format!("{name}_c")));
    let zero = zero(types, callback.returns)?;
    let alias = own(types.names.of(Item::Callback(id)));
    let target = local(name);
    let mut passage = Passage::new(name, if nullable { or_none(types, alias) } else { alias });
    let checked = Stmt::of(Part::Callable.call([target.clone()]));
    let stopped = match nullable {
        true => raised.clone().binary("or", target.clone().missing()),
        false => raised.clone(),
    };
    passage.before.push(if nullable { Stmt::when(target.clone().given(), vec![checked]) } else { checked });
    passage.before.extend(function(types, body.scope.clone(), callback, &call, &target, stopped, &zero)?);
    let noting = Part::Noting.call([raised]);
    let made = ffi("callback").call([own(c_type(types, id)), local(call), zero.unwrap_or_else(none), noting]);
    let made = if nullable { choice(null(), target.missing(), made) } else { made };
    passage.before.push(Stmt::assign(c.clone(), made));
    passage.arguments = vec![c];
    passage.calls_back = true;
    Ok(passage)
}

/// The function that Rust calls.
fn function(
    types: &Types<'_>,
    mut scope: Scope<'_>,
    callback: &Callback,
    call: &str,
    target: &Expr,
    stopped: Expr,
    zero: &Option<Expr>,
) -> Result<[Stmt; 3], String> {
    let names: Vec<String> = callback.parameters.iter().map(|p| scope.parameter(&p.name)).collect();
    let (mut parameters, mut values, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (parameter, name) in callback.parameters.iter().zip(&names) {
        let argument = Argument::of(types, parameter.ty)?;
        if carriers::has_carrier(types.inventory, parameter.ty) {
            before.push(Stmt::assign(local(name), by_value::open_copy(types, parameter.ty, local(name))));
        }
        let annotation = if argument.is_same { argument.annotation.clone() } else { types.names.python("Any") };
        parameters.push(words![format!("{name}: "), scope.annotation(&annotation)]);
        values.push(argument.pass(types, &mut scope, name, &mut before, &mut after));
    }
    let result = types.of(callback.returns);
    let mut to_c = result.to_c.clone()?;
    if carriers::has_carrier(types.inventory, callback.returns) {
        to_c = Template::from(by_value::carry(types, callback.returns, to_c.inner().bare()));
    }
    let gives = if to_c.is_same() { scope.annotation(&result.takes) } else { types.names.python("Any") };
    let invoked = target.clone().call(values);
    let is_direct = before.is_empty() && after.is_empty();
    let body = match zero {
        Some(zero) if is_direct && to_c.is_same() => vec![Stmt::returned(choice(zero.clone(), stopped, invoked))],
        None if is_direct => {
            let stopped = if let Expr::Binary(..) = stopped { stopped.grouped() } else { stopped };
            vec![Stmt::when(stopped.negated(), vec![Stmt::of(invoked)])]
        }
        _ => {
            let leave = zero.clone().map_or_else(|| Stmt::line(words!["return"]), Stmt::returned);
            let mut body = vec![Stmt::when(stopped, vec![leave])];
            body.extend(before);
            let returned = local(scope.local("returned"));
            body.push(if zero.is_some() { Stmt::assign(returned.clone(), invoked) } else { Stmt::of(invoked) });
            body.extend(after);
            body.extend(zero.as_ref().map(|_| Stmt::returned(to_c.of(&returned))));
            body
        }
    };
    let mut head = vec![Word::from(format!("def {call}("))];
    for (at, parameter) in parameters.into_iter().enumerate() {
        head.extend((at > 0).then(|| Word::from(", ")));
        head.extend(parameter);
    }
    head.extend(words![") -> ", gives, ":"]);
    Ok([Stmt::Blank, Stmt::block(head, body), Stmt::Blank])
}

/// The value that a callback returns once an exception is on its way: all bytes zero, nothing for nothing.
pub(crate) fn zero(types: &Types<'_>, ty: Type) -> Result<Option<Expr>, String> {
    let of = |ty: Type| zero(types, ty).map(|zero| zero.unwrap_or_else(none));
    match *types.inventory.kind(ty) {
        TypeKind::Void => Ok(None),
        TypeKind::Primitive(primitive) => Ok(Some(literal(primitives::zero(primitive)))),
        TypeKind::NonZero { primitive, nullable: true } => Ok(Some(literal(primitives::zero(primitive)))),
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Raw } => Ok(Some(null())),
        TypeKind::Union(_) => Ok(Some(by_value::zero(types, ty))),
        TypeKind::Array { element, len } => Ok(Some(Expr::List(vec![of(element)?]).binary("*", literal(len)))),
        TypeKind::Struct(id) => {
            if let Some(inner) = model::transparent(types.inventory, ty) {
                return zero(types, inner);
            }
            if carriers::has_carrier(types.inventory, ty) {
                return Ok(Some(by_value::zero(types, ty)));
            }
            let fields: Result<Vec<Expr>, String> = types.inventory[id].fields.iter().map(|f| of(f.ty)).collect();
            Ok(Some(Expr::Tuple(fields?)))
        }
        TypeKind::Option { value } => Ok(Some(Expr::Tuple(vec![of(value)?, literal("False")]))),
        TypeKind::Enum(id) if types.inventory[id].flags => Ok(Some(literal(0))),
        TypeKind::Enum(_)
        | TypeKind::NonZero { primitive: _, nullable: false }
        | TypeKind::Tagged(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => Err("after an exception there is no value of it to return".to_owned()),
    }
}
