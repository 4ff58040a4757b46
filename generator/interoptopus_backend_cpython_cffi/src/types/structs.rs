//! Structs: small flat ones are taken apart and built in place, all others by functions of their own.

use super::conversion::{Conversion, KEPT, Template, kept_by};
use super::table::Types;
use crate::cdef::aligned;
use crate::cdef::names::c_name;
use crate::runtime::Chunk;
use crate::syntax::lines::{self, broken, without_parentheses};
use interoptopus::Writer;
use interoptopus::model::{Field, Item, Repr, StructId, TypeKind, Visibility};

/// Up to this many fields a struct is taken apart in place.
const SMALL: usize = 4;

/// How a struct crosses.
pub(crate) fn conversion(types: &Types<'_>, id: StructId) -> Conversion {
    let name = types.names.of(Item::Struct(id)).to_owned();
    let (to_c, from_c) = if is_small(types, id) {
        (Template::new(to_c(types, id, "$")), Template::new(construction(types, id, "$")))
    } else {
        let [to_c, from_c] = converters(types, id);
        let to_c = if borrows(types, id) { format!("{to_c}($, @)") } else { format!("{to_c}($)") };
        (Template::new(to_c), Template::new(format!("{from_c}($)")))
    };
    Conversion::converted(name, to_c, from_c)
}

fn borrows(types: &Types<'_>, id: StructId) -> bool {
    types.inventory.find(TypeKind::Struct(id)).is_some_and(|ty| types.borrows(ty))
}

fn is_small(types: &Types<'_>, id: StructId) -> bool {
    let is_number = |field: &Field| matches!(types.inventory.kind(field.ty), TypeKind::Primitive(_) | TypeKind::Enum(_));
    let fields = &types.inventory[id].fields;
    fields.len() <= SMALL && fields.iter().all(|field| is_number(field) && field.visibility == Visibility::Public)
}

/// The names of the functions that convert it.
fn converters(types: &Types<'_>, id: StructId) -> [String; 2] {
    let name = types.inventory.find(TypeKind::Struct(id)).map_or("", |ty| types.names.private(ty)).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// What cffi takes for the struct `value`: its fields, or what it wraps.
fn to_c(types: &Types<'_>, id: StructId, value: &str) -> String {
    let fields = fields(types, id).filter_map(|(item, field)| {
        let value = format!("{value}.{}", types.names.of(item));
        Some(types.of(field.ty).to_c.as_ref().ok()?.of(&value))
    });
    let fields: Vec<String> = fields.collect();
    match (types.inventory[id].repr, &fields[..]) {
        (Repr::Transparent, [only]) => only.clone(),
        // There padding is a field to cffi.
        _ if is_padded(types, id) => named(types, id, &fields),
        (Repr::C | Repr::Transparent | Repr::Packed(_) | Repr::Aligned(_), _) => lines::tuple(&fields),
    }
}

fn is_padded(types: &Types<'_>, id: StructId) -> bool {
    types.inventory.find(TypeKind::Struct(id)).is_some_and(|ty| aligned::beyond_cffi(types.inventory, ty).is_some())
}

fn named(types: &Types<'_>, id: StructId, values: &[String]) -> String {
    let names = types.inventory[id].fields.iter().map(|field| c_name(&field.name));
    let named: Vec<String> = names.zip(values).map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{{}}}", named.join(", "))
}

/// The field of the struct at `c`.
fn member(types: &Types<'_>, id: StructId, field: &Field, c: &str) -> String {
    match types.inventory[id].repr {
        Repr::Transparent => c.to_owned(),
        Repr::C | Repr::Packed(_) | Repr::Aligned(_) => format!("{c}.{}", c_name(&field.name)),
    }
}

/// The struct that `c` is.
fn construction(types: &Types<'_>, id: StructId, c: &str) -> String {
    let fields = fields(types, id).filter_map(|(_, field)| {
        Some(without_parentheses(&types.of(field.ty).from_c.as_ref().ok()?.of(&member(types, id, field, c))))
    });
    format!("{}({})", types.names.of(Item::Struct(id)), fields.collect::<Vec<_>>().join(", "))
}

pub(crate) fn fields<'a>(types: &Types<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    types.inventory[id].fields.iter().enumerate().map(move |(i, field)| (Item::Field(id, i), field))
}

pub(crate) fn shown<'a>(types: &Types<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    fields(types, id).filter(|(_, field)| field.visibility == Visibility::Public)
}

/// Statements that store what Rust made of the struct `value` in memory at `c`.
pub(crate) fn write_back(types: &Types<'_>, id: StructId, value: &str, c: &str) -> Vec<String> {
    let stores = fields(types, id).filter_map(|(item, field)| {
        let from_c = types.of(field.ty).from_c.as_ref().ok()?.of(&member(types, id, field, c));
        Some((format!("{value}.{}", types.names.of(item)), without_parentheses(&from_c)))
    });
    let (targets, values): (Vec<_>, Vec<_>) = stores.unzip();
    if is_small(types, id) {
        return vec![format!("{} = {}", targets.join(", "), values.join(", "))];
    }
    targets.iter().zip(values).map(|(target, value)| format!("{target} = {value}")).collect()
}

/// Statements that store the struct `value` in memory of Rust's at `c`.
pub(crate) fn write_into(types: &Types<'_>, id: StructId, c: &str, value: &str) -> Vec<String> {
    let stores = fields(types, id).filter_map(|(item, field)| {
        let to_c = types.of(field.ty).to_c.as_ref().ok()?.of(&format!("{value}.{}", types.names.of(item)));
        Some(format!("{} = {}", member(types, id, field, c), without_parentheses(&to_c)))
    });
    stores.collect()
}

/// The functions that convert a struct that is not small.
pub(crate) fn conversions(types: &Types<'_>, id: StructId) -> Vec<Chunk> {
    let [into_c, from_c] = converters(types, id);
    let name = types.names.of(Item::Struct(id));
    let any = types.names.python("Any");
    let mut into = Writer::new("    ");
    let keeps = if borrows(types, id) { format!(", {KEPT}: {}[{any}]", types.names.python("list")) } else { String::new() };
    into.line(format!("def {into_c}(value: {name}{keeps}) -> {any}:"));
    let returned = kept_by(&format!("return {}", to_c(types, id, "value")), KEPT);
    into.indented(|w| broken(&returned, 1).iter().for_each(|line| w.line(line)));
    let mut out = Writer::new("    ");
    out.line(format!("def {from_c}(c: {any}) -> {name}:"));
    out.indented(|w| {
        let (mut arguments, mut hidden) = (Vec::new(), Vec::new());
        for (item, field) in fields(types, id) {
            let Ok(from_c) = types.of(field.ty).from_c.clone() else { continue };
            let mut c = member(types, id, field, "c");
            if from_c.repeats() && c != "c" {
                // cffi makes a new object for each look at a field that is a struct.
                let local = format!("{}_c", types.names.of(item));
                w.line(format!("{local} = {c}"));
                c = local;
            }
            let value = without_parentheses(&from_c.of(&c));
            match field.visibility {
                Visibility::Public => arguments.push(value),
                Visibility::Internal => hidden.push(format!("made.{} = {value}", types.names.of(item))),
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
