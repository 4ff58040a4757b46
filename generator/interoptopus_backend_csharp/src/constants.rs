//! Constants: what C# knows when it compiles is a `const`, everything else is computed once; arrays cannot be changed.

use crate::context::Context;
use crate::literals::Literal;
use crate::refusals::Refusals;
use crate::syntax::{Dialect, Documented, is_address, is_number};
use crate::{docs, values};
use interoptopus::Writer;
use interoptopus::model::{Constant, Item, Type, TypeKind, Value};

/// A constant of C#.
pub(crate) struct Lowered {
    pub(crate) name: String,
    access: &'static str,
    documented: Documented,
    ty: String,
    form: Form,
}

/// How C# has a constant.
enum Form {
    /// It is known when C# compiles.
    Constant(String),
    /// It is computed when the class is first used.
    Computed(String),
    /// It is data of the assembly, and each use of it an address.
    Data(String),
    /// It is computed once, and each use of it an address.
    Kept(String),
}

pub(crate) fn lower(cx: &Context<'_>, at: usize, constant: &Constant, refusals: &mut Refusals) -> Option<Lowered> {
    let Constant { name, path, docs, ty, value, marks } = constant;
    let (ty_name, form) = refusals.take(path, form(cx, *ty, value))?;
    let documented = docs::of(cx, docs, Item::Constant(at));
    Some(Lowered { name: cx.naming.constant(name), access: cx.access_to(marks, [*ty]), documented, ty: ty_name, form })
}

fn form(cx: &Context<'_>, ty: Type, value: &Value) -> Result<(String, Form), String> {
    let Value::Array(values) = value else {
        let form = match values::literal(cx, ty, value)? {
            Literal::Constant(text) => Form::Constant(text),
            Literal::Computed(text) => Form::Computed(text),
        };
        return Ok((values::public(cx, ty)?, form));
    };
    let element = element(cx, ty)?;
    let name = list_element(cx, element)?;
    if cx.dialect == Dialect::DotNet && is_number(&name) && !is_address(&name) {
        let items = values.iter().map(|value| values::literal(cx, element, value)).collect::<Result<Vec<_>, _>>()?;
        let is_known = items.iter().all(|item| matches!(item, Literal::Constant(_)));
        let items = items.into_iter().map(Literal::into_text).collect::<Vec<_>>().join(", ");
        let form = if is_known { Form::Data } else { Form::Kept };
        return Ok((format!("ReadOnlySpan<{name}>"), form(format!("[{items}]"))));
    }
    Ok((format!("IReadOnlyList<{name}>"), Form::Computed(list(cx, element, values)?)))
}

fn element(cx: &Context<'_>, ty: Type) -> Result<Type, String> {
    match *cx.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => Ok(element),
        _ => Err(cx.misplaced(ty, "as a constant")),
    }
}

/// What a list has as its elements: lists where Rust has arrays.
fn list_element(cx: &Context<'_>, ty: Type) -> Result<String, String> {
    match *cx.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => {
            Ok(format!("IReadOnlyList<{}>", list_element(cx, element)?))
        }
        _ => values::public(cx, ty),
    }
}

fn list_item(cx: &Context<'_>, ty: Type, value: &Value) -> Result<String, String> {
    match value {
        Value::Array(values) => list(cx, element(cx, ty)?, values),
        _ => values::element(cx, ty, value),
    }
}

fn list(cx: &Context<'_>, element: Type, values: &[Value]) -> Result<String, String> {
    let name = list_element(cx, element)?;
    if values.is_empty() {
        return Ok(format!("Array.AsReadOnly(Array.Empty<{name}>())"));
    }
    let items = values.iter().map(|value| list_item(cx, element, value)).collect::<Result<Vec<_>, _>>()?.join(", ");
    Ok(format!("Array.AsReadOnly(new {name}[] {{ {items} }})"))
}

pub(crate) fn emit(w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, access, documented, ty, form } = lowered;
    w.blank();
    documented.emit(w);
    match form {
        Form::Constant(value) => w.line(format!("{access} const {ty} {name} = {value};")),
        Form::Computed(value) => w.line(format!("{access} static readonly {ty} {name} = {value};")),
        Form::Data(value) => w.line(format!("{access} static {ty} {name} => {value};")),
        Form::Kept(value) => {
            // No member of C# begins with a small letter.
            let kept = format!("elementsOf{}", name.trim_start_matches('@'));
            w.line(format!("{access} static {ty} {name} => {kept};"));
            w.blank();
            let element = ty.trim_start_matches("ReadOnlySpan<").trim_end_matches('>');
            w.line(format!("private static readonly {element}[] {kept} = {value};"));
        }
    }
}
