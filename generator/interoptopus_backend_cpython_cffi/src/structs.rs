//! Structs: slotted dataclasses. Small flat ones are taken apart and built in place, all others by functions of their own.

use crate::docs::Docstring;
use crate::lines::{self, broken, without_parentheses};
use crate::marshal::{Context, Marshal, Template};
use crate::names::c_name;
use crate::runtime::Chunk;
use crate::scope::Scope;
use interoptopus::model::{Field, Item, Primitive, Struct, StructId, Type, TypeKind};
use interoptopus::{Refusal, Writer};

/// Up to this many fields a struct is taken apart in place.
const SMALL: usize = 4;

/// How a struct crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: StructId) -> Marshal {
    let name = cx.names.of(Item::Struct(id)).to_owned();
    let (to_c, from_c) = if is_small(cx, id) {
        (Template::new(tuple(cx, id, "$")), Template::new(construction(cx, id, "$")))
    } else {
        let [to_c, from_c] = converters(cx, id);
        (Template::new(format!("{to_c}($)")), Template::new(format!("{from_c}($)")))
    };
    Marshal::converted(name, to_c, from_c)
}

fn is_small(cx: &Context<'_>, id: StructId) -> bool {
    let is_number = |field: &Field| matches!(cx.inventory.kind(field.ty), TypeKind::Primitive(_) | TypeKind::Enum(_));
    let fields = &cx.inventory[id].fields;
    fields.len() <= SMALL && fields.iter().all(is_number)
}

/// The names of the functions that convert it.
fn converters(cx: &Context<'_>, id: StructId) -> [String; 2] {
    let name = cx.inventory.find(TypeKind::Struct(id)).map_or("", |ty| cx.names.private(ty)).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// What cffi takes for the struct `value`.
fn tuple(cx: &Context<'_>, id: StructId, value: &str) -> String {
    let fields = fields(cx, id).filter_map(|(item, field)| {
        let value = format!("{value}.{}", cx.names.of(item));
        Some(cx.marshal(field.ty).to_c.as_ref().ok()?.of(&value))
    });
    let fields: Vec<String> = fields.collect();
    lines::tuple(&fields)
}

/// The struct that `c` is.
fn construction(cx: &Context<'_>, id: StructId, c: &str) -> String {
    let fields = fields(cx, id).filter_map(|(_, field)| {
        let c = format!("{c}.{}", c_name(&field.name));
        Some(without_parentheses(&cx.marshal(field.ty).from_c.as_ref().ok()?.of(&c)))
    });
    format!("{}({})", cx.names.of(Item::Struct(id)), fields.collect::<Vec<_>>().join(", "))
}

fn fields<'a>(cx: &Context<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    cx.inventory[id].fields.iter().enumerate().map(move |(i, field)| (Item::Field(id, i), field))
}

/// Statements that store what Rust made of the struct `value` in memory at `c`.
pub(crate) fn write_back(cx: &Context<'_>, id: StructId, value: &str, c: &str) -> Vec<String> {
    let stores = fields(cx, id).filter_map(|(item, field)| {
        let from_c = cx.marshal(field.ty).from_c.as_ref().ok()?.of(&format!("{c}.{}", c_name(&field.name)));
        Some((format!("{value}.{}", cx.names.of(item)), without_parentheses(&from_c)))
    });
    let (targets, values): (Vec<_>, Vec<_>) = stores.unzip();
    if is_small(cx, id) {
        return vec![format!("{} = {}", targets.join(", "), values.join(", "))];
    }
    targets.iter().zip(values).map(|(target, value)| format!("{target} = {value}")).collect()
}

/// Statements that store the struct `value` in memory of Rust's at `c`.
pub(crate) fn write_into(cx: &Context<'_>, id: StructId, c: &str, value: &str) -> Vec<String> {
    let stores = fields(cx, id).filter_map(|(item, field)| {
        let to_c = cx.marshal(field.ty).to_c.as_ref().ok()?.of(&format!("{value}.{}", cx.names.of(item)));
        Some(format!("{c}.{} = {}", c_name(&field.name), without_parentheses(&to_c)))
    });
    stores.collect()
}

/// The dataclass; or each field that Python cannot have.
pub(crate) fn emit(cx: &Context<'_>, id: StructId) -> Result<String, Vec<Refusal>> {
    let Struct { name: _, path, docs, fields: members, marks: _, repr: _, default: _ } = &cx.inventory[id];
    let mut refused = Vec::new();
    for Field { name, docs: _, ty, visibility: _ } in members {
        let marshal = cx.marshal(*ty);
        if let Some(reason) = marshal.to_c.as_ref().err().or(marshal.from_c.as_ref().err()) {
            refused.push(Refusal { item: path.clone(), reason: format!("its field `{name}`: {reason}") });
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let item = Item::Struct(id);
    let mut docs = Docstring::of(cx, docs, item);
    if let Some(note) = rounding(cx, id) {
        docs.add_to_summary(&note);
    }
    let names: Vec<&str> = fields(cx, id).map(|(item, _)| cx.names.of(item)).collect();
    let scope = Scope::class(cx.names, names.iter().copied());
    let mut quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.sort_by_key(|name| lines::natural(name));
    let mut w = Writer::new("    ");
    w.line(format!("@{}", cx.names.python("dataclass")));
    w.line(format!("class {}:", cx.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        broken(&format!("__slots__ = {}", lines::tuple(&quoted)), 1).iter().for_each(|line| w.line(line));
        w.blank();
        for (item, Field { name: _, docs, ty, visibility: _ }) in fields(cx, id) {
            w.line(format!("{}: {}", cx.names.of(item), scope.annotation(&cx.marshal(*ty).holds)));
            Docstring::of(cx, docs, item).emit(w, 1);
        }
    });
    Ok(w.finish())
}

/// Python's floats are wider than `f32`: a value that comes back is rounded.
fn rounding(cx: &Context<'_>, id: StructId) -> Option<String> {
    let is_narrow = |ty: Type| *cx.inventory.kind(ty) == TypeKind::Primitive(Primitive::F32);
    let narrow: Vec<String> =
        fields(cx, id).filter(|(_, field)| is_narrow(field.ty)).map(|(item, _)| format!("`{}`", cx.names.of(item))).collect();
    match narrow.len() {
        0 => None,
        all if all == cx.inventory[id].fields.len() && all > 1 => Some("Rust keeps its fields as 32-bit floats.".to_owned()),
        1 => Some(format!("Rust keeps {} as a 32-bit float.", narrow[0])),
        _ => Some(format!("Rust keeps {} as 32-bit floats.", narrow.join(", "))),
    }
}

/// The functions that convert a struct that is not small.
pub(crate) fn conversions(cx: &Context<'_>, id: StructId) -> Vec<Chunk> {
    let [to_c, from_c] = converters(cx, id);
    let name = cx.names.of(Item::Struct(id));
    let any = cx.names.python("Any");
    let mut into = Writer::new("    ");
    into.line(format!("def {to_c}(value: {name}) -> {any}:"));
    into.indented(|w| broken(&format!("return {}", tuple(cx, id, "value")), 1).iter().for_each(|line| w.line(line)));
    let mut out = Writer::new("    ");
    out.line(format!("def {from_c}(c: {any}) -> {name}:"));
    out.indented(|w| {
        let mut arguments = Vec::new();
        for (item, field) in fields(cx, id) {
            let Ok(from_c) = cx.marshal(field.ty).from_c.clone() else { continue };
            let mut c = format!("c.{}", c_name(&field.name));
            if from_c.repeats() {
                // cffi makes a new object for each look at a field that is a struct.
                let local = format!("{}_c", cx.names.of(item));
                w.line(format!("{local} = {c}"));
                c = local;
            }
            arguments.push(without_parentheses(&from_c.of(&c)));
        }
        broken(&format!("return {name}({})", arguments.join(", ")), 1).iter().for_each(|line| w.line(line));
    });
    [into, out].map(|w| Chunk::new(w.finish())).into()
}
