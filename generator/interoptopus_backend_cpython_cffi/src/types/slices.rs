//! Slices: of a buffer, its own memory; of a sequence, a copy, written back where Rust may write.

use super::conversion::{Conversion, KEPT, Template, kept_by};
use super::options::or_none;
use super::passage::{Body, Passage};
use super::primitives::in_words;
use super::strings::nothing;
use super::support::Support;
use super::table::Types;
use crate::cdef::{aligned, primitives::c_type as c_name, types as c_types};
use crate::runtime::parts::{Part, ffi, null};
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, choice, literal, local, none, own};
use crate::syntax::statements::{Stmt, words};
use interoptopus::model::{Access, Primitive, Type, TypeKind};

/// The conversion of a slice where it is a struct: what comes out is a list; of bytes that Rust only reads, `bytes`.
pub(crate) fn conversion(types: &Types<'_>, element: Type, access: Access, nullable: bool) -> Conversion {
    let inner = types.of(element);
    let items = items(types, element);
    let to_c = match access {
        Access::Write => Err("Rust may write to it, and nobody would see what: make it a parameter of its own".to_owned()),
        Access::Read => inner.to_c.clone().map(|_| {
            let made = kept(types, element).call([Expr::Value, items, Expr::Kept]);
            Template::from(if nullable { choice(nothing(), Expr::Value.missing(), made).grouped() } else { made })
        }),
    };
    let is_bytes = access == Access::Read && is_byte(types, element);
    let from_c = inner.from_c.clone().map(|from_c| {
        let [data, len] = ["data", "len"].map(|field| Expr::Value.attribute(field));
        let value = if is_bytes { bytes(types, data.clone(), len) } else { read(types, element, &from_c, data.clone(), len) };
        Template::from(if nullable { choice(value, data, none()).grouped() } else { value })
    });
    let sequence = types.names.python("Sequence").of([inner.takes.clone()]);
    let copy = if is_bytes { types.names.python("bytes") } else { types.names.python("list").of([inner.gives.clone()]) };
    let optional = |annotation: Expr| if nullable { or_none(types, annotation) } else { annotation };
    Conversion { takes: optional(sequence.clone()), gives: optional(copy), holds: optional(sequence), to_c, from_c }
}

/// Whether slices of `element` are `bytes` where they are only read.
fn is_byte(types: &Types<'_>, element: Type) -> bool {
    *types.inventory.kind(element) == TypeKind::Primitive(Primitive::U8)
}

/// The `len` bytes at `data`, which may be null if there are none.
fn bytes(types: &Types<'_>, data: Expr, len: Expr) -> Expr {
    let copied = types.names.python("bytes").call([ffi("buffer").call([data, len.clone()])]);
    choice(copied, len, literal("b\"\"")).grouped()
}

/// A list of the `len` items at `data`. Null data has no items, and cffi unpacks no null.
fn read(types: &Types<'_>, element: Type, from_c: &Template, data: Expr, len: Expr) -> Expr {
    if types.is_primitive(element) {
        return choice(ffi("unpack").call([data, len.clone()]), len, Expr::List(Vec::new())).grouped();
    }
    if from_c.is_same() {
        return types.names.python("list").call([data.up_to(len)]);
    }
    let item = from_c.item();
    from_c.of(&local(&item)).each(item, data.up_to(len))
}

/// A slice as a parameter is two at the ABI.
pub(crate) fn passage(
    body: &mut Body<'_, '_>,
    name: &str,
    element: Type,
    access: Access,
    nullable: bool,
) -> Result<Passage, String> {
    let types = body.types;
    let inner = types.of(element);
    inner.to_c.as_ref().map_err(Clone::clone)?;
    inner.from_c.as_ref().map_err(Clone::clone)?;
    let (items, value) = (items(types, element), local(name));
    let c = body.local(&format!("{name}_c"));
    let sequence = match access {
        Access::Read => types.names.python("Sequence").of([inner.takes.clone()]),
        Access::Write => types.names.python("MutableSequence").of([inner.holds.clone()]),
    };
    let annotation =
        if types.is_plain(element) { types.names.python("Union").of([types.names.python("Buffer"), sequence]) } else { sequence };
    let mut passage = Passage::new(name, if nullable { or_none(types, annotation) } else { annotation });
    passage.note = buffers(types, element).map(|held| {
        let and = match access {
            Access::Read => " and is not copied",
            Access::Write => ", is writable, and is not copied",
        };
        format!("A buffer for `{name}` holds {held}{and}.")
    });
    match access {
        Access::Read => {
            let length = body.local(&format!("{name}_len"));
            let made = match (body.lends, types.borrows(element)) {
                (true, _) => kept(types, element).call([value.clone(), items.clone(), Expr::Kept]),
                (false, true) => Part::SliceLeading.call([value.clone(), items.clone(), Expr::Kept]),
                (false, false) => Part::Slice.call([value.clone(), items.clone()]),
            };
            let made = if nullable { choice(nothing(), value.clone().missing(), made) } else { made };
            passage.before = vec![Stmt::line(words![c.clone(), ", ", length.clone(), " = ", made])];
            passage.arguments = vec![c.clone(), length];
        }
        Access::Write if types.borrows(element) => {
            return Err("Rust may write to items that point to others, and Python cannot tell which it then owns".to_owned());
        }
        Access::Write => {
            let copied = body.local(&format!("{name}_copied"));
            let made = Part::SliceMut.call([value.clone(), items.clone()]);
            let none = Expr::Tuple(vec![null(), literal("False")]);
            let made = if nullable { choice(none, value.clone().missing(), made) } else { made };
            passage.before = vec![Stmt::line(words![c.clone(), ", ", copied.clone(), " = ", made])];
            let length = body.scope.python("len").call([c.clone()]);
            let length = if nullable { choice(literal(0), value.clone().missing(), length) } else { length };
            passage.arguments = vec![c.clone(), length];
            let condition = if nullable { copied.binary("and", value.clone().given()) } else { copied };
            let written = Part::WriteBack.call([value.clone(), c.clone(), items.clone()]);
            passage.after = vec![Stmt::when(condition, vec![Stmt::of(written)])];
        }
    }
    passage.memory = types.is_plain(element).then(|| (c.clone(), access));
    // A guarded function says itself what is wrong with a buffer; a bare one could only abort.
    let is_bytes = cells(types, element).is_some_and(|(primitive, _)| primitive.size() == 1);
    if body.is_bare && types.is_plain(element) && !is_bytes {
        let aligned = Stmt::of(Part::Aligned.call([c, items]));
        passage.before.push(if nullable { Stmt::when(value.given(), vec![aligned]) } else { aligned });
    }
    Ok(passage)
}

/// The function that makes a slice whose memory a list keeps.
fn kept(types: &Types<'_>, element: Type) -> Expr {
    if types.borrows(element) { Part::SliceKeptLeading.expr() } else { Part::SliceKept.expr() }
}

/// The table of the items of a slice.
pub(crate) fn items(types: &Types<'_>, element: Type) -> Expr {
    own(items_name(types, element))
}

fn items_name(types: &Types<'_>, element: Type) -> String {
    format!("_{}_ITEMS", types.names.private(element))
}

/// cffi's type of arrays of `element`.
pub(crate) fn array_type(types: &Types<'_>, element: Type) -> Expr {
    own(arrays(types, element)).attribute("item")
}

/// The name of cffi's type of pointers to such arrays, which is one that a function may take.
fn arrays(types: &Types<'_>, element: Type) -> String {
    format!("_{}_ARRAYS", types.names.private(types.inventory.definition_of(element)))
}

fn cell_type(primitive: Primitive) -> String {
    format!("_{}_CELL", primitive.rust_name().to_uppercase())
}

/// The support of slices of `element`.
pub(crate) fn support(types: &Types<'_>, element: Type) -> Vec<Support> {
    self::types(types, element).into_iter().chain(table(types, element)).collect()
}

/// cffi's types that the table of items of `element` is made of.
pub(crate) fn types(types: &Types<'_>, element: Type) -> Vec<Support> {
    let arrays = Support::Type { name: arrays(types, element), c: c_types::declare(types.inventory, element, "(*)[]") };
    let cell = cells(types, element)
        .map(|(primitive, _)| Support::Type { name: cell_type(primitive), c: format!("{} *", c_name(primitive)) });
    [arrays].into_iter().chain(cell).collect()
}

/// The table of the items of a slice, if they can be items of one.
pub(crate) fn table(types: &Types<'_>, element: Type) -> Option<Support> {
    let inner = types.of(element);
    let (Ok(to_c), Ok(from_c)) = (&inner.to_c, &inner.from_c) else { return None };
    let list = types.names.python("list");
    let lambda = |parameters: &[&str], value: Expr| {
        Expr::Lambda(parameters.iter().map(|&parameter| parameter.to_owned()).collect(), Box::new(value))
    };
    let copy = match to_c.is_same() {
        true => list.clone(),
        false => {
            let parameters = if types.borrows(element) { &["items", KEPT][..] } else { &["items"] };
            let made = to_c.of(&local(to_c.item())).each(to_c.item(), local("items"));
            lambda(parameters, kept_by(made, &local(KEPT)))
        }
    };
    let c = local("c");
    let read = match types.is_primitive(element) {
        true => {
            let len = types.names.python("len").call([c.clone()]);
            lambda(&["c"], choice(ffi("unpack").call([c, len.clone()]), len, Expr::List(Vec::new())))
        }
        false if from_c.is_same() => list,
        false => lambda(&["c"], from_c.of(&local(from_c.item())).each(from_c.item(), c)),
    };
    let array = array_type(types, element);
    let mut arguments = vec![array.clone(), copy, read];
    if types.is_plain(element) {
        let cell = cells(types, element).map(|(primitive, _)| own(cell_type(primitive)).attribute("item"));
        arguments.push(cell.unwrap_or_else(|| array.attribute("item")));
    }
    let class = if aligned::beyond_cffi(types.inventory, element).is_some() { Part::AlignedItems } else { Part::Items };
    let name = items_name(types, element);
    Some(Support::Definition(Definition::row(&name, Stmt::assign(name.as_str(), class.call(arguments)))))
}

/// The primitive that `element` consists of, and how many of it, if it consists of one alone.
fn cells(types: &Types<'_>, element: Type) -> Option<(Primitive, usize)> {
    match *types.inventory.kind(element) {
        TypeKind::Primitive(primitive) => Some((primitive, 1)),
        TypeKind::Array { element, len } => cells(types, element).map(|(primitive, n)| (primitive, n * len)),
        TypeKind::Struct(id) => {
            let parts: Option<Vec<_>> = types.inventory[id].fields.iter().map(|f| cells(types, f.ty)).collect();
            let parts = parts?;
            let &(first, _) = parts.first()?;
            parts.iter().all(|(primitive, _)| *primitive == first).then(|| (first, parts.iter().map(|(_, n)| n).sum()))
        }
        TypeKind::Void
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// The items of a buffer, in words; none where buffers are not taken.
fn buffers(types: &Types<'_>, element: Type) -> Option<String> {
    let named = |ty: Type| types.inventory.item_of(ty).map(|item| types.names.of(item).to_owned());
    match (types.is_plain(element), cells(types, element)) {
        (false, _) => None,
        (true, Some((primitive, 1))) => Some(in_words(primitive)),
        (true, Some((primitive, 2))) => Some(format!("pairs of {}", in_words(primitive))),
        (true, Some((primitive, n))) => Some(format!("rows of {n} {}", in_words(primitive))),
        (true, None) => Some(format!("structs as C has `{}`", named(element).unwrap_or_default())),
    }
}
