//! Constants: what C# knows when it compiles is a `const`, everything else is computed once; arrays cannot be changed.

use crate::context::Context;
use crate::dialect::Dialect;
use crate::docs::Documented;
use crate::literals::Literal;
use crate::primitives::is_number;
use crate::refusals::Refusals;
use crate::values;
use interoptopus::Writer;
use interoptopus::model::{Constant, Item, Type, TypeKind, Value};

/// A constant of C#.
pub(crate) struct Lowered<'a> {
    pub(crate) name: String,
    access: &'static str,
    documented: Documented<'a>,
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
}

pub(crate) fn lower<'a>(cx: &Context<'a>, at: usize, constant: &'a Constant, refusals: &mut Refusals) -> Option<Lowered<'a>> {
    let Constant { name, path, docs, ty, value, marks } = constant;
    let (ty_name, form) = refusals.take(path, form(cx, *ty, value))?;
    let documented = Documented::new(docs, Item::Constant(at));
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
    let items = values.iter().map(|value| list_item(cx, element, value)).collect::<Result<Vec<_>, _>>()?.join(", ");
    let is_data = cx.dialect == Dialect::DotNet && is_number(&name) && !matches!(name.as_str(), "nint" | "nuint");
    if is_data {
        return Ok((format!("ReadOnlySpan<{name}>"), Form::Data(format!("[{items}]"))));
    }
    Ok((format!("IReadOnlyList<{name}>"), Form::Computed(format!("Array.AsReadOnly(new {name}[] {{ {items} }})"))))
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
    let Value::Array(values) = value else { return values::element(cx, ty, value) };
    let element = element(cx, ty)?;
    let items = values.iter().map(|value| list_item(cx, element, value)).collect::<Result<Vec<_>, _>>()?.join(", ");
    Ok(format!("Array.AsReadOnly(new {}[] {{ {items} }})", list_element(cx, element)?))
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, access, documented, ty, form } = lowered;
    w.blank();
    documented.emit(cx, w);
    match form {
        Form::Constant(value) => w.line(format!("{access} const {ty} {name} = {value};")),
        Form::Computed(value) => w.line(format!("{access} static readonly {ty} {name} = {value};")),
        Form::Data(value) => w.line(format!("{access} static {ty} {name} => {value};")),
    }
}
