//! Callbacks as parameters: functions of cffi that call what they are given, for the time of a call.

use super::callback_arguments::Argument;
use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::passage::{Body, Passage};
use super::table::Types;
use super::{by_value, ffi_types, primitives};
use crate::cdef::{carriers, types as c_types};
use crate::names::scope::Scope;
use crate::runtime::Chunk;
use crate::syntax::lines::{self, without_parentheses};
use interoptopus::model::{Callback, CallbackId, Item, PointerKind, Type, TypeKind};

/// A function pointer is good for one call, so it crosses only as a parameter.
pub(crate) fn conversion() -> Conversion {
    Conversion::refused("a function pointer crosses only as a parameter, because a callback lives as long as the call")
}

/// cffi's type of a callback, parsed once.
pub(crate) fn table(types: &Types<'_>, id: CallbackId) -> Chunk {
    let c = types.inventory.find(TypeKind::Callback { id, nullable: false });
    let c = c.map(|ty| c_types::declare(types.inventory, ty, "")).unwrap_or_default();
    ffi_types::entry(&c_type(types, id), &c)
}

fn c_type(types: &Types<'_>, id: CallbackId) -> String {
    let ty = types.inventory.find(TypeKind::Callback { id, nullable: false });
    format!("_{}_CALL", ty.map_or("", |ty| types.names.private(ty)))
}

/// A callback as a parameter.
pub(crate) fn passage(body: &mut Body<'_, '_>, name: &str, id: CallbackId, nullable: bool) -> Result<Passage, String> {
    let types = body.types;
    let raised = body.raised();
    let callback = &types.inventory[id];
    let call = body.scope.local("call");
    let c = body.scope.local(&format!("{name}_c"));
    let zero = zero(types, callback.returns)?;
    let alias = types.names.of(Item::Callback(id));
    let mut passage = Passage::new(name, if nullable { or_none(types, alias) } else { alias.to_owned() });
    let stopped = if nullable { format!("{raised} or {name} is None") } else { raised.clone() };
    let called = format!("_callable({name})");
    passage.before = match nullable {
        true => vec![format!("if {name} is not None:"), format!("    {called}")],
        false => vec![called],
    };
    passage.before.extend(function(types, body.scope.clone(), callback, &call, name, &stopped, &zero)?);
    let made = format!("ffi.callback({}, {call}, {}, _noting({raised}))", c_type(types, id), zero.as_deref().unwrap_or("None"));
    passage.before.push(match nullable {
        true => format!("{c} = ffi.NULL if {name} is None else {made}"),
        false => format!("{c} = {made}"),
    });
    passage.arguments = vec![c];
    passage.calls_back = true;
    Ok(passage)
}

/// The function that Rust calls, as lines.
fn function(
    types: &Types<'_>,
    mut scope: Scope<'_>,
    callback: &Callback,
    call: &str,
    target: &str,
    stopped: &str,
    zero: &Option<String>,
) -> Result<Vec<String>, String> {
    let names: Vec<String> = callback.parameters.iter().map(|p| scope.parameter(&p.name)).collect();
    let (mut parameters, mut values, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (parameter, name) in callback.parameters.iter().zip(&names) {
        let argument = Argument::of(types, parameter.ty)?;
        if carriers::has_carrier(types.inventory, parameter.ty) {
            before.push(format!("{name} = {}", by_value::open_copy(types, parameter.ty, name)));
        }
        let annotation = if argument.is_same { argument.annotation.clone() } else { types.names.python("Any") };
        parameters.push(format!("{name}: {}", scope.annotation(&annotation)));
        values.push(argument.pass(types, &mut scope, name, &mut before, &mut after));
    }
    let result = types.of(callback.returns);
    let mut to_c = result.to_c.clone()?;
    if carriers::has_carrier(types.inventory, callback.returns) {
        to_c = Template::new(by_value::carry(types, callback.returns, &without_parentheses(&to_c.of("$"))));
    }
    let gives = if to_c.is_same() { scope.annotation(&result.takes) } else { types.names.python("Any") };
    let invoked = format!("{target}({})", values.join(", "));
    let mut lines = vec![String::new(), format!("def {call}({}) -> {gives}:", parameters.join(", "))];
    let mut body = Vec::new();
    match zero {
        Some(zero) if before.is_empty() && after.is_empty() && to_c.is_same() => {
            body.push(format!("return {zero} if {stopped} else {invoked}"));
        }
        None if before.is_empty() && after.is_empty() => {
            let stopped = if stopped.contains(' ') { format!("({stopped})") } else { stopped.to_owned() };
            body.extend([format!("if not {stopped}:"), format!("    {invoked}")]);
        }
        _ => {
            body.extend([
                format!("if {stopped}:"),
                format!("    return {}", zero.as_deref().unwrap_or("")).trim_end().to_owned(),
            ]);
            body.extend(before);
            let returned = scope.local("returned");
            body.push(if zero.is_some() { format!("{returned} = {invoked}") } else { invoked });
            body.extend(after);
            body.extend(zero.as_ref().map(|_| format!("return {}", to_c.of(&returned))));
        }
    }
    lines.extend(body.into_iter().map(|line| format!("    {line}")));
    lines.push(String::new());
    Ok(lines)
}

/// What a callback returns once an exception is on its way: all bytes zero, nothing for nothing.
pub(crate) fn zero(types: &Types<'_>, ty: Type) -> Result<Option<String>, String> {
    let of = |ty: Type| zero(types, ty).map(|zero| zero.unwrap_or_else(|| "None".to_owned()));
    match *types.inventory.kind(ty) {
        TypeKind::Void => Ok(None),
        TypeKind::Primitive(primitive) => Ok(Some(primitives::zero(primitive).to_owned())),
        TypeKind::NonZero { primitive, nullable: true } => Ok(Some(primitives::zero(primitive).to_owned())),
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Raw } => Ok(Some("ffi.NULL".to_owned())),
        TypeKind::Union(_) => Ok(Some(by_value::zero(types, ty))),
        TypeKind::Array { element, len } => Ok(Some(format!("[{}] * {len}", of(element)?))),
        TypeKind::Struct(id) => {
            if let Some(inner) = types.inventory.transparent(ty) {
                return zero(types, inner);
            }
            if carriers::has_carrier(types.inventory, ty) {
                return Ok(Some(by_value::zero(types, ty)));
            }
            let fields: Result<Vec<String>, String> = types.inventory[id].fields.iter().map(|f| of(f.ty)).collect();
            Ok(Some(lines::tuple(&fields?)))
        }
        TypeKind::Option { value } => Ok(Some(format!("({}, False)", of(value)?))),
        TypeKind::Enum(id) if types.inventory[id].flags => Ok(Some("0".to_owned())),
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
        | TypeKind::Outcome { .. } => Err("after an exception there is no value of it to return".to_owned()),
    }
}
