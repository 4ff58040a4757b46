//! Callbacks: a `Callable` for the time of a call; the exception that it raises is raised by the call.

use crate::by_value::{self, Place};
use crate::callback_arguments::Argument;
use crate::docs::Docstring;
use crate::lines::without_parentheses;
use crate::marshal::{Context, Marshal, Template};
use crate::options::or_none;
use crate::passage::{Body, Passage};
use crate::runtime::Chunk;
use crate::scope::Scope;
use crate::{cycles, declarators, lines, primitives, transparent, types};
use interoptopus::model::{Callback, CallbackId, Item, PointerKind, Type, TypeKind};
use interoptopus::{Refusal, Writer};

/// A function pointer is good for one call, so it crosses only as a parameter.
pub(crate) fn marshal() -> Marshal {
    Marshal::refused("a function pointer crosses only as a parameter, because a callback lives as long as the call")
}

/// The alias; or what its parameters and result cannot be.
pub(crate) fn emit(cx: &Context<'_>, id: CallbackId) -> Result<String, Vec<Refusal>> {
    let Callback { name: _, path, docs, parameters, returns, marks } = &cx.inventory[id];
    let refused = |reason: String| Refusal { item: path.clone(), reason };
    let mut problems = Vec::new();
    let mut taken = Vec::new();
    for parameter in parameters {
        match Argument::of(cx, parameter.ty) {
            Ok(argument) => taken.push(argument.annotation),
            Err(reason) => problems.push(refused(format!("its parameter `{}`: {reason}", parameter.name))),
        }
    }
    let carried = |ty: Type| by_value::is_carried(cx.inventory, ty, Place::Argument).map(drop);
    for parameter in parameters {
        let reason = carried(parameter.ty).err();
        problems.extend(reason.map(|reason| refused(format!("its parameter `{}`: {reason}", parameter.name))));
    }
    if let Err(reason) = zero(cx, *returns).and_then(|_| carried(*returns)) {
        problems.push(refused(format!("what it returns: {reason}")));
    }
    if cycles::is_circular(cx.inventory, id) {
        let reason = "what it passes by value contains it, which cffi can declare in no order: take a reference".to_owned();
        problems.push(refused(reason));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Callback(id);
    let mut docs = Docstring::of(cx, docs, item);
    if !parameters.is_empty() {
        let names: Vec<String> = parameters.iter().map(|p| format!("`{}`", cx.names.parameter(&p.name))).collect();
        docs.add(format!("Parameters: {}.", names.join(", ")));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let gives = cx.marshal(*returns).takes.clone();
    let mut w = Writer::new("    ");
    let (name, callable) = (cx.names.of(item), cx.names.python("Callable"));
    let line = format!("{name} = {callable}[[{}], {gives}]", taken.join(", "));
    if line.chars().count() <= lines::WIDTH {
        w.line(line);
    } else {
        w.block(format!("{name} = {callable}["), "]", |w| {
            w.line(format!("[{}],", taken.join(", ")));
            w.line(format!("{gives},"));
        });
    }
    docs.emit(&mut w, 0);
    Ok(w.finish())
}

/// The annotations of what they take and return, which stand as text in the aliases.
pub(crate) fn annotations(cx: &Context<'_>) -> Vec<String> {
    let callbacks = cx.inventory.callbacks().iter();
    let returned = callbacks.clone().map(|callback| cx.marshal(callback.returns).takes.clone());
    let taken = callbacks.flat_map(|callback| &callback.parameters);
    returned.chain(taken.filter_map(|parameter| Some(Argument::of(cx, parameter.ty).ok()?.annotation))).collect()
}

/// cffi's type of a callback, parsed once.
pub(crate) fn table(cx: &Context<'_>, id: CallbackId) -> Chunk {
    let c = cx.inventory.find(TypeKind::Callback { id, nullable: false });
    let c = c.map(|ty| declarators::declare(cx.inventory, ty, "")).unwrap_or_default();
    types::entry(&c_type(cx, id), &c)
}

fn c_type(cx: &Context<'_>, id: CallbackId) -> String {
    let ty = cx.inventory.find(TypeKind::Callback { id, nullable: false });
    format!("_{}_CALL", ty.map_or("", |ty| cx.names.private(ty)))
}

/// A callback as a parameter.
pub(crate) fn passage(body: &mut Body<'_, '_>, name: &str, id: CallbackId, nullable: bool) -> Result<Passage, String> {
    let cx = body.cx;
    let raised = body.raised();
    let callback = &cx.inventory[id];
    let call = body.scope.local("call");
    let c = body.scope.local(&format!("{name}_c"));
    let zero = zero(cx, callback.returns)?;
    let alias = cx.names.of(Item::Callback(id));
    let mut passage = Passage::new(name, if nullable { or_none(cx, alias) } else { alias.to_owned() });
    let stopped = if nullable { format!("{raised} or {name} is None") } else { raised.clone() };
    let called = format!("_callable({name})");
    passage.before = match nullable {
        true => vec![format!("if {name} is not None:"), format!("    {called}")],
        false => vec![called],
    };
    passage.before.extend(function(cx, body.scope.clone(), callback, &call, name, &stopped, &zero)?);
    let made = format!("ffi.callback({}, {call}, {}, _noting({raised}))", c_type(cx, id), zero.as_deref().unwrap_or("None"));
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
    cx: &Context<'_>,
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
        let argument = Argument::of(cx, parameter.ty)?;
        if by_value::has_carrier(cx.inventory, parameter.ty) {
            before.push(format!("{name} = {}", by_value::open_copy(cx, parameter.ty, name)));
        }
        let annotation = if argument.is_same { argument.annotation.clone() } else { cx.names.python("Any") };
        parameters.push(format!("{name}: {}", scope.annotation(&annotation)));
        values.push(argument.pass(cx, &mut scope, name, &mut before, &mut after));
    }
    let result = cx.marshal(callback.returns);
    let mut to_c = result.to_c.clone()?;
    if by_value::has_carrier(cx.inventory, callback.returns) {
        to_c = Template::new(by_value::carry(cx, callback.returns, &without_parentheses(&to_c.of("$"))));
    }
    let gives = if to_c.is_same() { scope.annotation(&result.takes) } else { cx.names.python("Any") };
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
fn zero(cx: &Context<'_>, ty: Type) -> Result<Option<String>, String> {
    let of = |ty: Type| zero(cx, ty).map(|zero| zero.unwrap_or_else(|| "None".to_owned()));
    match *cx.inventory.kind(ty) {
        TypeKind::Void => Ok(None),
        TypeKind::Primitive(primitive) => Ok(Some(primitives::zero(primitive).to_owned())),
        TypeKind::NonZero { primitive, nullable: true } => Ok(Some(primitives::zero(primitive).to_owned())),
        TypeKind::Pointer { pointee: _, access: _, kind: PointerKind::Raw } => Ok(Some("ffi.NULL".to_owned())),
        TypeKind::Union(_) => Ok(Some(by_value::zero(cx, ty))),
        TypeKind::Array { element, len } => Ok(Some(format!("[{}] * {len}", of(element)?))),
        TypeKind::Struct(id) => {
            if let Some(inner) = transparent::inner(cx.inventory, ty) {
                return zero(cx, inner);
            }
            if by_value::has_carrier(cx.inventory, ty) {
                return Ok(Some(by_value::zero(cx, ty)));
            }
            let fields: Result<Vec<String>, String> = cx.inventory[id].fields.iter().map(|f| of(f.ty)).collect();
            Ok(Some(lines::tuple(&fields?)))
        }
        TypeKind::Option { value } => Ok(Some(format!("({}, False)", of(value)?))),
        TypeKind::Enum(id) if cx.inventory[id].flags => Ok(Some("0".to_owned())),
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
