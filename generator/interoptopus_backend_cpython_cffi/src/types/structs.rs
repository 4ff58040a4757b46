//! Structs: small flat ones are taken apart and built in place, all others by functions of their own.

use super::conversion::{Conversion, KEPT, kept_by};
use super::support::Support;
use super::table::Types;
use crate::cdef::aligned;
use crate::cdef::names::c_name;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, local, own, quoted};
use crate::syntax::statements::{Stmt, Word, words};
use interoptopus::model::{Field, Item, Repr, StructId, TypeKind, Visibility};

/// Up to this many fields a struct is taken apart in place.
const SMALL: usize = 4;

/// The conversion of a struct.
pub(crate) fn conversion(types: &Types<'_>, id: StructId) -> Conversion {
    let name = own(types.names.of(Item::Struct(id)));
    if is_small(types, id) {
        return Conversion::converted(name, to_c(types, id, &Expr::Value), construction(types, id, &Expr::Value));
    }
    let [to_c, from_c] = converters(types, id).map(own);
    let arguments = if borrows(types, id) { vec![Expr::Value, Expr::Kept] } else { vec![Expr::Value] };
    Conversion::converted(name, to_c.call(arguments), from_c.call([Expr::Value]))
}

fn borrows(types: &Types<'_>, id: StructId) -> bool {
    types.borrows(types.names.type_of(Item::Struct(id)))
}

fn is_small(types: &Types<'_>, id: StructId) -> bool {
    let is_number = |field: &Field| matches!(types.inventory.kind(field.ty), TypeKind::Primitive(_) | TypeKind::Enum(_));
    let fields = &types.inventory[id].fields;
    fields.len() <= SMALL && fields.iter().all(|field| is_number(field) && field.visibility == Visibility::Public)
}

/// The names of the functions that convert it.
fn converters(types: &Types<'_>, id: StructId) -> [String; 2] {
    let name = types.names.private(types.names.type_of(Item::Struct(id))).to_lowercase();
    ["to_c", "from_c"].map(|way| format!("_{name}_{way}"))
}

/// The initialiser of the struct `value`: its fields, or the value that it wraps.
fn to_c(types: &Types<'_>, id: StructId, value: &Expr) -> Expr {
    let fields = fields(types, id).filter_map(|(item, field)| {
        let value = value.clone().attribute(types.names.of(item));
        Some(types.of(field.ty).to_c.as_ref().ok()?.of(&value))
    });
    let mut fields: Vec<Expr> = fields.collect();
    match (types.inventory[id].repr, fields.pop()) {
        (Repr::Transparent, Some(only)) if fields.is_empty() => only,
        (_, last) => {
            fields.extend(last);
            // There padding is a field to cffi.
            if is_padded(types, id) { named(types, id, fields) } else { Expr::Tuple(fields) }
        }
    }
}

fn is_padded(types: &Types<'_>, id: StructId) -> bool {
    aligned::beyond_cffi(types.inventory, types.names.type_of(Item::Struct(id))).is_some()
}

fn named(types: &Types<'_>, id: StructId, values: Vec<Expr>) -> Expr {
    let names = types.inventory[id].fields.iter().map(|field| quoted(c_name(&field.name)));
    Expr::Dict(names.zip(values).collect())
}

/// The field of the struct at `c`.
fn member(types: &Types<'_>, id: StructId, field: &Field, c: &Expr) -> Expr {
    match types.inventory[id].repr {
        Repr::Transparent => c.clone(),
        Repr::C | Repr::Packed(_) | Repr::Aligned(_) => c.clone().attribute(c_name(&field.name)),
    }
}

/// The struct that `c` is.
fn construction(types: &Types<'_>, id: StructId, c: &Expr) -> Expr {
    let fields = fields(types, id)
        .filter_map(|(_, field)| Some(types.of(field.ty).from_c.as_ref().ok()?.of(&member(types, id, field, c)).bare()));
    own(types.names.of(Item::Struct(id))).call(fields)
}

pub(crate) fn fields<'a>(types: &Types<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    types.inventory[id].fields.iter().enumerate().map(move |(i, field)| (Item::Field(id, i), field))
}

pub(crate) fn shown<'a>(types: &Types<'a>, id: StructId) -> impl Iterator<Item = (Item, &'a Field)> {
    fields(types, id).filter(|(_, field)| field.visibility == Visibility::Public)
}

/// Statements that store what Rust made of the struct `value` in memory at `c`.
pub(crate) fn write_back(types: &Types<'_>, id: StructId, value: &Expr, c: &Expr) -> Vec<Stmt> {
    let stores = fields(types, id).filter_map(|(item, field)| {
        let from_c = types.of(field.ty).from_c.as_ref().ok()?.of(&member(types, id, field, c));
        Some((value.clone().attribute(types.names.of(item)), from_c.bare()))
    });
    if !is_small(types, id) {
        return stores.map(|(target, value)| Stmt::assign(target, value)).collect();
    }
    let (targets, values): (Vec<Expr>, Vec<Expr>) = stores.unzip();
    let listed = |all: Vec<Expr>| {
        let separated = |(at, expression): (usize, Expr)| {
            let separator = (at > 0).then(|| Word::from(", "));
            separator.into_iter().chain([Word::from(expression)])
        };
        all.into_iter().enumerate().flat_map(separated).collect::<Vec<Word>>()
    };
    vec![Stmt::line([listed(targets), words![" = "], listed(values)].concat())]
}

/// Statements that store the struct `value` in memory of Rust's at `c`.
pub(crate) fn write_into(types: &Types<'_>, id: StructId, c: &Expr, value: &Expr) -> Vec<Stmt> {
    let stores = fields(types, id).filter_map(|(item, field)| {
        let to_c = types.of(field.ty).to_c.as_ref().ok()?.of(&value.clone().attribute(types.names.of(item)));
        Some(Stmt::assign(member(types, id, field, c), to_c.bare()))
    });
    stores.collect()
}

/// The functions that convert a struct that is not small.
pub(crate) fn conversions(types: &Types<'_>, id: StructId) -> [Support; 2] {
    let [into_c, from_c] = converters(types, id);
    let name = own(types.names.of(Item::Struct(id)));
    let any = types.names.python("Any");
    let keeps = match borrows(types, id) {
        true => words![format!(", {KEPT}: "), types.names.python("list").of([any.clone()])],
        false => Vec::new(),
    };
    let head = [words![format!("def {into_c}(value: "), name.clone()], keeps, words![") -> ", any.clone(), ":"]].concat();
    let returned = Stmt::returned(kept_by(to_c(types, id, &local("value")), &local(KEPT)));
    let into = Stmt::block(head, vec![returned]);
    let (mut body, mut arguments, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
    for (item, field) in fields(types, id) {
        let Ok(from_c) = types.of(field.ty).from_c.clone() else { continue };
        let mut c = member(types, id, field, &local("c"));
        if from_c.repeats() && c != local("c") {
            // cffi makes a new object for each look at a field that is a struct.
            let variable = local(format!("{}_c", types.names.of(item)));
            body.push(Stmt::assign(variable.clone(), c));
            c = variable;
        }
        let value = from_c.of(&c).bare();
        match field.visibility {
            Visibility::Public => arguments.push(value),
            Visibility::Internal => hidden.push(Stmt::assign(local("made").attribute(types.names.of(item)), value)),
        }
    }
    let made = name.clone().call(arguments);
    if hidden.is_empty() {
        body.push(Stmt::returned(made));
    } else {
        body.push(Stmt::assign(local("made"), made));
        body.extend(hidden);
        body.push(Stmt::returned(local("made")));
    }
    let out = Stmt::block(words![format!("def {from_c}(c: "), any, ") -> ", name, ":"], body);
    [Definition::new(into_c, vec![into]), Definition::new(from_c, vec![out])].map(Support::Definition)
}
