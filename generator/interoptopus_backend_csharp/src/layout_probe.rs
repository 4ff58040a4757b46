//! A program part by which C# measures the bindings' own types, as the runtime lays them out.

use crate::context::Context;
use crate::module::{Definition, Module};
use interoptopus::Writer;
use interoptopus::model::{Checked, Primitive, Type, TypeKind};

const RUNTIME: &str = include_str!("runtime/LayoutProbe.cs");

/// What has a layout and a declaration in C#.
pub(crate) fn types(inventory: &Checked) -> Vec<Type> {
    inventory
        .definition_order()
        .into_iter()
        .filter(|&ty| inventory.layout(ty).is_some() && has_declaration(inventory, ty))
        .collect()
}

fn has_declaration(inventory: &Checked, ty: Type) -> bool {
    match inventory.kind(ty) {
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => true,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => false,
    }
}

/// What is measured of a type.
struct Measured {
    name: String,
    declaration: String,
    is_integer: bool,
    fields: Vec<MeasuredField>,
}

/// What is measured of a field.
struct MeasuredField {
    /// The name in the model.
    name: String,
    /// The name in C#.
    member: String,
    is_integer: bool,
}

pub(crate) fn emit(cx: &Context<'_>, module: &Module<'_>) -> String {
    let mut w = Writer::new("    ");
    let measured: Vec<_> = types(cx.inventory).into_iter().filter_map(|ty| measured(cx, module, ty)).collect();
    for line in RUNTIME.lines() {
        match line.trim() {
            "// namespace" => w.line(format!("using {};", cx.namespace)),
            "// types" => w.indented(|w| w.indented(|w| measured.iter().for_each(|m| emit_type(w, m)))),
            _ => w.line(line),
        }
    }
    w.finish()
}

fn emit_type(w: &mut Writer, measured: &Measured) {
    let Measured { name, declaration, is_integer, fields } = measured;
    w.line(format!("Type<{declaration}>(to, \"{name}\", {is_integer});"));
    for MeasuredField { name: field, member, is_integer } in fields {
        w.line(format!("Field<{declaration}>(to, \"{name}\", \"{field}\", \"{member}\", {is_integer});"));
    }
}

fn measured(cx: &Context<'_>, module: &Module<'_>, ty: Type) -> Option<Measured> {
    let field = |name: &str, member: &str, is_integer: bool| {
        let [name, member] = [name, member].map(str::to_owned);
        MeasuredField { name, member, is_integer }
    };
    let raw_of = |value: Type| cx.returned(value).ok().map(|r| r.raw);
    let elements = || vec![field("data", "data", false), field("len", "length", true)];
    let (declaration, fields) = match *cx.inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let (_, Definition::Struct(lowered)) = module.types.iter().find(|(other, _)| *other == ty)? else { return None };
            let fields = cx.inventory[id].fields.iter().zip(&lowered.fields);
            let fields = fields.map(|(f, l)| field(&f.name, &l.storage(), is_integer(cx, f.ty)));
            (lowered.name.clone(), fields.collect())
        }
        TypeKind::Enum(_) => (cx.name_of(ty).to_owned(), Vec::new()),
        TypeKind::Slice { element, .. } => (cx.dialect.slice_of(&cx.stored(element).ok()?.element), elements()),
        TypeKind::Str { .. } => ("FfiStr".to_owned(), elements()),
        TypeKind::Option { value } => {
            let raw = raw_of(value)?;
            let fields = vec![field("value", "value", is_integer(cx, value)), field("is_some", "isSome", true)];
            (cx.dialect.option_of(&raw), fields)
        }
        TypeKind::Outcome { value } => {
            let raw = raw_of(value)?;
            let fields = vec![field("status", "status", true), field("value", "value", is_integer(cx, value))];
            (cx.dialect.result_of(&raw), fields)
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => return None,
    };
    let is_integer = matches!(cx.inventory.kind(ty), TypeKind::Enum(_));
    Some(Measured { name: cx.inventory.type_name(ty), declaration, is_integer, fields })
}

/// Whether the sign of a type is worth comparing.
fn is_integer(cx: &Context<'_>, ty: Type) -> bool {
    let is_integer = |primitive: Primitive| !primitive.is_float() && primitive != Primitive::Bool;
    matches!(*cx.inventory.kind(ty), TypeKind::Enum(_))
        || matches!(*cx.inventory.kind(ty), TypeKind::Primitive(p) if is_integer(p))
}
