//! Constants: what C# knows when it compiles is a `const`, everything else is computed once; arrays cannot be changed.

use crate::docs;
use crate::literals;
use crate::literals::numbers::Literal;
use crate::syntax::{CsType, Dialect, Documented, Expr, Identifier, call, generic_call};
use crate::types::validation::misplaced;
use crate::types::{Types, access};
use interoptopus::model::{Constant, Head, Item, Subject, Type, TypeKind, Value};
use interoptopus::{Refusals, Writer};

/// A constant of C#.
pub(crate) struct ConstantMember {
    pub(crate) name: Identifier,
    access: &'static str,
    documented: Documented,
    ty: CsType,
    form: Form,
}

/// The form of a constant in C#.
enum Form {
    /// It is known when C# compiles.
    Constant(Expr),
    /// It is computed when the class is first used.
    Computed(Expr),
    /// It is data of the assembly, and each use of it an address.
    Data(String),
    /// It is computed once, an array of these elements, and each use of it an address.
    Kept(CsType, String),
}

pub(crate) fn lower(types: &Types<'_>, at: usize, constant: &Constant, refusals: &mut Refusals) -> Option<ConstantMember> {
    let Constant { head: Head { name, docs, marks, .. }, ty, value } = constant;
    let (ty_name, form) = refusals.take(&Subject::item(types.inventory, Item::Constant(at)), form(types, *ty, value))?;
    let documented = docs::of(types, docs, Item::Constant(at));
    Some(ConstantMember {
        name: types.names.naming.constant(name),
        access: access::of_member(types, marks, [*ty]),
        documented,
        ty: ty_name,
        form,
    })
}

fn form(types: &Types<'_>, ty: Type, value: &Value) -> Result<(CsType, Form), String> {
    let Value::Array(values) = value else {
        let form = match literals::literal(types, ty, value)? {
            Literal::Constant(value) => Form::Constant(value),
            Literal::Computed(value) => Form::Computed(value),
        };
        return Ok((literals::public(types, ty)?, form));
    };
    let element = element(types, ty)?;
    let item = list_element(types, element)?;
    if types.dialect == Dialect::DotNet && item.is_number() && !item.is_address() {
        let items = values.iter().map(|value| literals::literal(types, element, value)).collect::<Result<Vec<_>, _>>()?;
        let is_known = items.iter().all(|item| matches!(item, Literal::Constant(_)));
        let items = items.into_iter().map(|item| item.into_expression().to_string()).collect::<Vec<_>>().join(", ");
        let items = format!("[{items}]");
        let form = if is_known { Form::Data(items) } else { Form::Kept(item.clone(), items) };
        return Ok((CsType::generic("ReadOnlySpan", item), form));
    }
    Ok((CsType::generic("IReadOnlyList", item), Form::Computed(list(types, element, values)?)))
}

fn element(types: &Types<'_>, ty: Type) -> Result<Type, String> {
    match *types.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => Ok(element),
        _ => Err(misplaced(types.inventory, ty, "as a constant")),
    }
}

/// The type of a list's elements: lists where Rust has arrays.
fn list_element(types: &Types<'_>, ty: Type) -> Result<CsType, String> {
    match *types.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => {
            Ok(CsType::generic("IReadOnlyList", list_element(types, element)?))
        }
        _ => literals::public(types, ty),
    }
}

fn list_item(types: &Types<'_>, ty: Type, value: &Value) -> Result<Expr, String> {
    match value {
        Value::Array(values) => list(types, element(types, ty)?, values),
        _ => literals::element(types, ty, value),
    }
}

fn list(types: &Types<'_>, element: Type, values: &[Value]) -> Result<Expr, String> {
    let item = list_element(types, element)?;
    let items = values.iter().map(|value| list_item(types, element, value)).collect::<Result<Vec<_>, _>>()?;
    let array = match items.is_empty() {
        true => generic_call("Array", "Empty", [item], []),
        false => Expr::Elements(item.array(), items),
    };
    Ok(call("Array", "AsReadOnly", [array]))
}

pub(crate) fn emit(w: &mut Writer, lowered: &ConstantMember) {
    let ConstantMember { name, access, documented, ty, form } = lowered;
    w.blank();
    documented.emit(w);
    match form {
        Form::Constant(value) => w.line(format!("{access} const {ty} {name} = {value};")),
        Form::Computed(value) => w.line(format!("{access} static readonly {ty} {name} = {value};")),
        Form::Data(value) => w.line(format!("{access} static {ty} {name} => {value};")),
        Form::Kept(element, value) => {
            // No member of C# begins with a small letter.
            let kept = format!("elementsOf{}", name.word());
            w.line(format!("{access} static {ty} {name} => {kept};"));
            w.blank();
            w.line(format!("private static readonly {element}[] {kept} = {value};"));
        }
    }
}
