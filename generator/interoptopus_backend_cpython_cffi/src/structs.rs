//! Structs: slotted dataclasses. Small flat ones are taken apart and built in place, all others by functions of their own.

use crate::docs::Docstring;
use crate::lines::{self, broken, without_parentheses};
use crate::marshal::{Context, KEPT, Marshal, Template, kept_by};
use crate::runtime::Chunk;
use crate::scope::Scope;
use crate::spelling::c_name;
use crate::{aligned, defaults};
use interoptopus::model::{Field, Item, Primitive, Repr, Struct, StructId, Type, TypeKind, Visibility};
use interoptopus::{Refusal, Writer};

/// Up to this many fields a struct is taken apart in place.
const SMALL: usize = 4;

/// How a struct crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: StructId) -> Marshal {
    let name = cx.names.of(Item::Struct(id)).to_owned();
    let (to_c, from_c) = if is_small(cx, id) {
        (Template::new(to_c(cx, id, "$")), Template::new(construction(cx, id, "$")))
    } else {
        let [to_c, from_c] = converters(cx, id);
        let to_c = if borrows(cx, id) { format!("{to_c}($, @)") } else { format!("{to_c}($)") };
        (Template::new(to_c), Template::new(format!("{from_c}($)")))
    };
    Marshal::converted(name, to_c, from_c)
}

fn borrows(cx: &Context<'_>, id: StructId) -> bool {
    cx.inventory.find(TypeKind::Struct(id)).is_some_and(|ty| cx.borrows(ty))
}

fn is_small(cx: &Context<'_>, id: StructId) -> bool {
    let is_number = |field: &Field| matches!(cx.inventory.kind(field.ty), TypeKind::Primitive(_) | TypeKind::Enum(_));
    let fields = &cx.inventory[id].fields;
    fields.len() <= SMALL && fields.iter().all(|field| is_number(field) && field.visibility == Visibility::Public)
}

/// The names of the functions that convert it.
fn converters(cx: &Context<'_>, id: StructId) -> [String; 2] {
    let name = cx.inventory.find(TypeKind::Struct(id)).map_or("", |ty| cx.names.private(ty)).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// What cffi takes for the struct `value`: its fields, or what it wraps.
fn to_c(cx: &Context<'_>, id: StructId, value: &str) -> String {
    let fields = fields(cx, id).filter_map(|(item, field)| {
        let value = format!("{value}.{}", cx.names.of(item));
        Some(cx.marshal(field.ty).to_c.as_ref().ok()?.of(&value))
    });
    let fields: Vec<String> = fields.collect();
    match (cx.inventory[id].repr, &fields[..]) {
        (Repr::Transparent, [only]) => only.clone(),
        // There padding is a field to cffi.
        _ if is_padded(cx, id) => named(cx, id, &fields),
        (Repr::C | Repr::Transparent | Repr::Packed(_) | Repr::Aligned(_), _) => lines::tuple(&fields),
    }
}

fn is_padded(cx: &Context<'_>, id: StructId) -> bool {
    cx.inventory.find(TypeKind::Struct(id)).is_some_and(|ty| aligned::beyond_cffi(cx.inventory, ty).is_some())
}

fn named(cx: &Context<'_>, id: StructId, values: &[String]) -> String {
    let names = cx.inventory[id].fields.iter().map(|field| c_name(&field.name));
    let named: Vec<String> = names.zip(values).map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", named.join(", "))
}

/// The field of the struct at `c`.
fn member(cx: &Context<'_>, id: StructId, field: &Field, c: &str) -> String {
    match cx.inventory[id].repr {
        Repr::Transparent => c.to_owned(),
        Repr::C | Repr::Packed(_) | Repr::Aligned(_) => format!("{c}.{}", c_name(&field.name)),
    }
}

/// The struct that `c` is.
fn construction(cx: &Context<'_>, id: StructId, c: &str) -> String {
    let fields = fields(cx, id).filter_map(|(_, field)| {
        Some(without_parentheses(&cx.marshal(field.ty).from_c.as_ref().ok()?.of(&member(cx, id, field, c))))
    });
    format!("{}({})", cx.names.of(Item::Struct(id)), fields.collect::<Vec<_>>().join(", "))
}

pub(crate) fn fields<'a>(cx: &Context<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    cx.inventory[id].fields.iter().enumerate().map(move |(i, field)| (Item::Field(id, i), field))
}

fn shown<'a>(cx: &Context<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    fields(cx, id).filter(|(_, field)| field.visibility == Visibility::Public)
}

/// Statements that store what Rust made of the struct `value` in memory at `c`.
pub(crate) fn write_back(cx: &Context<'_>, id: StructId, value: &str, c: &str) -> Vec<String> {
    let stores = fields(cx, id).filter_map(|(item, field)| {
        let from_c = cx.marshal(field.ty).from_c.as_ref().ok()?.of(&member(cx, id, field, c));
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
        Some(format!("{} = {}", member(cx, id, field, c), without_parentheses(&to_c)))
    });
    stores.collect()
}

/// The dataclass; or each field that Python cannot have.
pub(crate) fn emit(cx: &Context<'_>, id: StructId) -> Result<String, Vec<Refusal>> {
    let Struct { name: _, path, docs, fields: members, marks, repr: _, default } = &cx.inventory[id];
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
    if shown(cx, id).count() < members.len() {
        docs.add("It has more fields than these, which are the library's own: they are copied with it.");
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let names: Vec<&str> = fields(cx, id).map(|(item, _)| cx.names.of(item)).collect();
    let scope = Scope::class(cx.names, names.iter().copied());
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| lines::natural(name));
    let quoted: Vec<String> = sorted.iter().map(|name| format!("\"{name}\"")).collect();
    let has_own_constructor = default.is_some() || shown(cx, id).count() < members.len();
    let dataclass = cx.names.python("dataclass");
    let mut w = Writer::new("    ");
    w.line(if has_own_constructor { format!("@{dataclass}(init=False)") } else { format!("@{dataclass}") });
    w.line(format!("class {}:", cx.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        broken(&format!("__slots__ = {}", lines::tuple(&quoted)), 1).iter().for_each(|line| w.line(line));
        w.blank();
        for (item, Field { name: _, docs, ty, visibility: _ }) in shown(cx, id) {
            w.line(format!("{}: {}", cx.names.of(item), scope.annotation(&cx.marshal(*ty).holds)));
            Docstring::of(cx, docs, item).emit(w, 1);
        }
        if has_own_constructor {
            w.blank();
            w.lines(defaults::constructor(cx, id, &scope));
        }
    });
    Ok(w.finish())
}

/// Python's floats are wider than `f32`: a value that comes back is rounded.
fn rounding(cx: &Context<'_>, id: StructId) -> Option<String> {
    let is_narrow = |ty: Type| *cx.inventory.kind(ty) == TypeKind::Primitive(Primitive::F32);
    let narrow: Vec<String> =
        shown(cx, id).filter(|(_, field)| is_narrow(field.ty)).map(|(item, _)| format!("`{}`", cx.names.of(item))).collect();
    match narrow.len() {
        0 => None,
        all if all == cx.inventory[id].fields.len() && all > 1 => Some("Rust keeps its fields as 32-bit floats.".to_owned()),
        1 => Some(format!("Rust keeps {} as a 32-bit float.", narrow[0])),
        _ => Some(format!("Rust keeps {} as 32-bit floats.", narrow.join(", "))),
    }
}

/// The functions that convert a struct that is not small.
pub(crate) fn conversions(cx: &Context<'_>, id: StructId) -> Vec<Chunk> {
    let [into_c, from_c] = converters(cx, id);
    let name = cx.names.of(Item::Struct(id));
    let any = cx.names.python("Any");
    let mut into = Writer::new("    ");
    let keeps = if borrows(cx, id) { format!(", {KEPT}: {}[{any}]", cx.names.python("list")) } else { String::new() };
    into.line(format!("def {into_c}(value: {name}{keeps}) -> {any}:"));
    let returned = kept_by(&format!("return {}", to_c(cx, id, "value")), KEPT);
    into.indented(|w| broken(&returned, 1).iter().for_each(|line| w.line(line)));
    let mut out = Writer::new("    ");
    out.line(format!("def {from_c}(c: {any}) -> {name}:"));
    out.indented(|w| {
        let (mut arguments, mut hidden) = (Vec::new(), Vec::new());
        for (item, field) in fields(cx, id) {
            let Ok(from_c) = cx.marshal(field.ty).from_c.clone() else { continue };
            let mut c = member(cx, id, field, "c");
            if from_c.repeats() && c != "c" {
                // cffi makes a new object for each look at a field that is a struct.
                let local = format!("{}_c", cx.names.of(item));
                w.line(format!("{local} = {c}"));
                c = local;
            }
            let value = without_parentheses(&from_c.of(&c));
            match field.visibility {
                Visibility::Public => arguments.push(value),
                Visibility::Internal => hidden.push(format!("made.{} = {value}", cx.names.of(item))),
            }
        }
        let made = format!("{name}({})", arguments.join(", "));
        let first = if hidden.is_empty() { format!("return {made}") } else { format!("made = {made}") };
        broken(&first, 1).iter().for_each(|line| w.line(line));
        if !hidden.is_empty() {
            hidden.iter().for_each(|line| w.line(line));
            w.line("return made");
        }
    });
    [into, out].map(|w| Chunk::new(w.finish())).into()
}
