//! Slices: of a buffer, its own memory; of a sequence, a copy, written back where Rust may write.

use super::conversion::{Conversion, KEPT, Template, kept_by};
use super::ffi_types;
use super::options::or_none;
use super::passage::{Body, Passage};
use super::primitives::in_words;
use super::table::Types;
use crate::cdef::{aligned, primitives::c_type as c_name, types as c_types};
use crate::runtime::Chunk;
use crate::syntax::lines::WIDTH;
use interoptopus::model::{Access, Primitive, Type, TypeKind};

/// How a slice crosses where it is a struct: what comes out is a list.
pub(crate) fn conversion(types: &Types<'_>, element: Type, access: Access, nullable: bool) -> Conversion {
    let inner = types.of(element);
    let items = items(types, element);
    let to_c = match access {
        Access::Write => Err("Rust may write to it, and nobody would see what: make it a parameter of its own".to_owned()),
        Access::Read => inner.to_c.clone().map(|_| {
            let made = format!("{}($, {items}, @)", kept(types, element));
            Template::new(if nullable { format!("((ffi.NULL, 0) if $ is None else {made})") } else { made })
        }),
    };
    let from_c = inner.from_c.clone().map(|from_c| {
        let value = read(types, element, &from_c, "$.data", "$.len");
        Template::new(if nullable { format!("({value} if $.data else None)") } else { value })
    });
    let sequence = format!("{}[{}]", types.names.python("Sequence"), inner.takes);
    let list = format!("{}[{}]", types.names.python("list"), inner.gives);
    let optional = |annotation: String| if nullable { or_none(types, &annotation) } else { annotation };
    Conversion { takes: optional(sequence.clone()), gives: optional(list), holds: optional(sequence), to_c, from_c }
}

/// A list of the `len` items at `data`. Null data has no items, and cffi unpacks no null.
fn read(types: &Types<'_>, element: Type, from_c: &Template, data: &str, len: &str) -> String {
    if types.is_primitive(element) {
        return format!("(ffi.unpack({data}, {len}) if {len} else [])");
    }
    if from_c.is_same() {
        return format!("{}({data}[0 : {len}])", types.names.python("list"));
    }
    let item = from_c.item();
    format!("[{} for {item} in {data}[0 : {len}]]", from_c.of(&item))
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
    let items = items(types, element);
    let c = body.scope.local(&format!("{name}_c"));
    let len = body.scope.python("len");
    let sequence = match access {
        Access::Read => format!("{}[{}]", types.names.python("Sequence"), inner.takes),
        Access::Write => format!("{}[{}]", types.names.python("MutableSequence"), inner.holds),
    };
    let annotation = if types.is_plain(element) {
        format!("{}[{}, {sequence}]", types.names.python("Union"), types.names.python("Buffer"))
    } else {
        sequence
    };
    let mut passage = Passage::new(name, if nullable { or_none(types, &annotation) } else { annotation });
    passage.note = buffers(types, element).map(|held| {
        let and = match access {
            Access::Read => " and is not copied",
            Access::Write => ", is writable, and is not copied",
        };
        format!("A buffer for `{name}` holds {held}{and}.")
    });
    match access {
        Access::Read => {
            let length = body.scope.local(&format!("{name}_len"));
            let made = match (body.lends, types.borrows(element)) {
                (true, _) => format!("{}({name}, {items}, @)", kept(types, element)),
                (false, true) => format!("_slice_leading({name}, {items}, @)"),
                (false, false) => format!("_slice({name}, {items})"),
            };
            let made = if nullable { format!("(ffi.NULL, 0) if {name} is None else {made}") } else { made };
            passage.before = vec![format!("{c}, {length} = {made}")];
            passage.arguments = vec![c.clone(), length];
        }
        Access::Write if types.borrows(element) => {
            return Err("Rust may write to items that point to others, and Python cannot tell which it then owns".to_owned());
        }
        Access::Write => {
            let copied = body.scope.local(&format!("{name}_copied"));
            let made = format!("_slice_mut({name}, {items})");
            let made = if nullable { format!("(ffi.NULL, False) if {name} is None else {made}") } else { made };
            passage.before = vec![format!("{c}, {copied} = {made}")];
            let length = if nullable { format!("0 if {name} is None else {len}({c})") } else { format!("{len}({c})") };
            passage.arguments = vec![c.clone(), length];
            let condition = if nullable { format!("if {copied} and {name} is not None:") } else { format!("if {copied}:") };
            passage.after = vec![condition, format!("    _write_back({name}, {c}, {items})")];
        }
    }
    passage.memory = types.is_plain(element).then(|| (c.clone(), access));
    // A guarded function says itself what is wrong with a buffer; a bare one could only abort.
    let is_bytes = cells(types, element).is_some_and(|(primitive, _)| primitive.size() == 1);
    if body.is_bare && types.is_plain(element) && !is_bytes {
        match nullable {
            true => passage.before.extend([format!("if {name} is not None:"), format!("    _aligned({c}, {items})")]),
            false => passage.before.push(format!("_aligned({c}, {items})")),
        }
    }
    Ok(passage)
}

/// What makes a slice whose memory a list keeps.
fn kept(types: &Types<'_>, element: Type) -> &'static str {
    if types.borrows(element) { "_slice_kept_leading" } else { "_slice_kept" }
}

/// The name of what is known of the items of a slice.
pub(crate) fn items(types: &Types<'_>, element: Type) -> String {
    format!("_{}_ITEMS", types.names.private(element))
}

/// cffi's type of arrays of `element`.
pub(crate) fn array_type(types: &Types<'_>, element: Type) -> String {
    format!("{}.item", arrays(types, element))
}

/// The name of cffi's type of pointers to such arrays, which is one that a function may take.
fn arrays(types: &Types<'_>, element: Type) -> String {
    format!("_{}_ARRAYS", types.names.private(types.inventory.definition_of(element)))
}

fn cell_type(primitive: Primitive) -> String {
    format!("_{}_CELL", primitive.rust_name().to_uppercase())
}

/// cffi's types that the table of items of `element` is made of.
pub(crate) fn types(types: &Types<'_>, element: Type) -> Vec<Chunk> {
    let arrays = ffi_types::entry(&arrays(types, element), &c_types::declare(types.inventory, element, "(*)[]"));
    let cell =
        cells(types, element).map(|(primitive, _)| ffi_types::entry(&cell_type(primitive), &format!("{} *", c_name(primitive))));
    [arrays].into_iter().chain(cell).collect()
}

/// What is known of the items of a slice, if they can be items of one.
pub(crate) fn table(types: &Types<'_>, element: Type) -> Option<Chunk> {
    let inner = types.of(element);
    let (Ok(to_c), Ok(from_c)) = (&inner.to_c, &inner.from_c) else { return None };
    let list = types.names.python("list");
    let copy = match to_c.is_same() {
        true => list.clone(),
        false => {
            let keeps = if types.borrows(element) { format!(", {KEPT}") } else { String::new() };
            let items = format!("lambda items{keeps}: [{} for {item} in items]", to_c.of(&to_c.item()), item = to_c.item());
            kept_by(&items, KEPT)
        }
    };
    let read = match types.is_primitive(element) {
        true => format!("lambda c: ffi.unpack(c, {}(c)) if {0}(c) else []", types.names.python("len")),
        false if from_c.is_same() => list,
        false => format!("lambda c: [{} for {item} in c]", from_c.of(&from_c.item()), item = from_c.item()),
    };
    let array = array_type(types, element);
    let mut arguments = vec![array.clone(), copy, read];
    if types.is_plain(element) {
        let cell = cells(types, element).map(|(primitive, _)| format!("{}.item", cell_type(primitive)));
        arguments.push(cell.unwrap_or_else(|| format!("{array}.item")));
    }
    let name = items(types, element);
    let class = if aligned::beyond_cffi(types.inventory, element).is_some() { "_AlignedItems" } else { "_Items" };
    let line = format!("{name} = {class}({})", arguments.join(", "));
    if line.chars().count() <= WIDTH {
        return Some(Chunk::new(line));
    }
    let arguments: String = arguments.iter().map(|argument| format!("    {argument},\n")).collect();
    Some(Chunk::new(format!("{name} = {class}(\n{arguments})")))
}

/// What a row of a table of numbers has to be for `element`: how many of which, if it is all made of the same.
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
        | TypeKind::Outcome { .. } => None,
    }
}

/// What a buffer holds, in words; none where buffers are not taken.
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
