//! References and raw pointers: what a reference leads to is passed as if by value, and written back; a raw pointer is cffi's.

use super::conversion::{Conversion, Template};
use super::options::{or_none, refuse_nested};
use super::passage::{Body, Passage};
use super::table::Types;
use super::{ffi_types, nonnull, slices, structs};
use crate::cdef::{aligned, types as c_types};
use crate::runtime::Chunk;
use crate::syntax::lines::without_parentheses;
use interoptopus::model::{Access, Item, PointerKind, Type, TypeKind};

/// How a pointer crosses where it is not a parameter: what comes out is a copy of what it leads to.
pub(crate) fn conversion(types: &Types<'_>, pointee: Type, access: Access, kind: PointerKind) -> Conversion {
    match kind {
        PointerKind::Raw => return Conversion::same(types.names.python("CData")),
        PointerKind::NonNull => return nonnull::conversion(types),
        PointerKind::Reference | PointerKind::Nullable => {}
    }
    if types.service(pointee).is_some() {
        return Conversion::refused("an object of a service is lent only as a parameter of its own");
    }
    let nullable = kind == PointerKind::Nullable;
    if let Some(reason) = nullable.then(|| refuse_nested(types, pointee)).and_then(Result::err) {
        return Conversion::refused(&reason);
    }
    let inner = types.of(pointee);
    let to_c = match access {
        Access::Write => Err("Rust may write to it, and nobody would see what: make it a parameter of its own".to_owned()),
        Access::Read => inner.to_c.clone().map(|to_c| {
            let new = kept_memory(types, pointee, &without_parentheses(&to_c.of("$")));
            Template::new(if nullable { format!("(ffi.NULL if $ is None else {new})") } else { new })
        }),
    };
    let from_c = inner.from_c.clone().map(|from_c| {
        let value = from_c.of(&dereferenced(types, pointee, "$"));
        Template::new(if nullable { format!("({value} if $ else None)") } else { value })
    });
    let annotation = |inner: &str| if nullable { or_none(types, inner) } else { inner.to_owned() };
    Conversion { takes: annotation(&inner.takes), gives: annotation(&inner.gives), holds: annotation(&inner.holds), to_c, from_c }
}

/// The expression of memory of its own for a `pointee` that is made of `initial`, for as long as somebody holds it.
fn memory(types: &Types<'_>, pointee: Type, initial: &str) -> String {
    match aligned::beyond_cffi(types.inventory, pointee) {
        Some(_) => aligned_memory(types, pointee, initial),
        None => format!("ffi.new({}, {initial})", pointer_type(types, pointee)),
    }
}

/// Memory for what is aligned to more than cffi knows.
fn aligned_memory(types: &Types<'_>, pointee: Type, initial: &str) -> String {
    format!("_aligned_new({}, {initial})", slices::array_type(types, pointee))
}

/// The same, where the list of the call holds it.
fn kept_memory(types: &Types<'_>, pointee: Type, initial: &str) -> String {
    match aligned::beyond_cffi(types.inventory, pointee) {
        Some(_) => format!("_keep({}, @)", aligned_memory(types, pointee, initial)),
        None => format!("_new({}, {initial}, @)", pointer_type(types, pointee)),
    }
}

/// The name of cffi's type of pointers to `pointee`.
pub(crate) fn pointer_type(types: &Types<'_>, pointee: Type) -> String {
    format!("_{}_PTR", types.names.private(types.inventory.definition_of(pointee)))
}

/// cffi's type of pointers to `pointee`, parsed once.
pub(crate) fn table(types: &Types<'_>, pointee: Type) -> Chunk {
    let c = c_types::c_type(types.inventory, pointee).pointer();
    ffi_types::entry(&pointer_type(types, pointee), &c.declare(""))
}

/// What is at `pointer`. The fields of a struct are attributes of a pointer to it as well.
pub(crate) fn dereferenced(types: &Types<'_>, pointee: Type, pointer: &str) -> String {
    let is_pointer = aligned::beyond_cffi(types.inventory, pointee).is_none();
    let is_struct =
        matches!(types.inventory.kind(pointee), TypeKind::Struct(_)) && types.inventory.transparent(pointee).is_none();
    if is_pointer && is_struct { pointer.to_owned() } else { format!("{pointer}[0]") }
}

fn is_union(types: &Types<'_>, ty: Type) -> bool {
    matches!(types.inventory.kind(ty), TypeKind::Union(_))
}

/// A pointer as a parameter.
pub(crate) fn passage(
    body: &mut Body<'_, '_>,
    name: &str,
    pointee: Type,
    access: Access,
    kind: PointerKind,
) -> Result<Passage, String> {
    let types = body.types;
    let nullable = kind == PointerKind::Nullable;
    if nullable {
        refuse_nested(types, pointee)?;
    }
    let optional = |annotation: String| if nullable { or_none(types, &annotation) } else { annotation };
    let or_null =
        |expression: String| if nullable { format!("ffi.NULL if {name} is None else {expression}") } else { expression };
    match (types.service(pointee), kind, access) {
        (Some(_), PointerKind::Raw | PointerKind::NonNull, Access::Read | Access::Write) => {
            Err("a raw pointer to an object of a service has no lease: take a reference".to_owned())
        }
        (Some(id), PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) => {
            let mut passage = Passage::new(name, optional(types.names.of(Item::Service(id)).to_owned()));
            // A running call holds a reference to the owner, so that `close` on another thread frees nothing under it.
            passage.arguments = vec![or_null(format!("{name}._c or _closed({name})"))];
            Ok(passage)
        }
        (None, PointerKind::Raw, Access::Read | Access::Write) => {
            Passage::by_value(name, &Conversion::same(types.names.python("CData")))
        }
        (None, PointerKind::NonNull, Access::Read | Access::Write) => Passage::by_value(name, &nonnull::conversion(types)),
        // A union owns its memory, which Rust may as well use itself.
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) if is_union(types, pointee) => {
            let conversion = types.of(pointee);
            conversion.to_c.clone()?;
            let mut passage = Passage::new(name, optional(conversion.takes.clone()));
            passage.arguments = vec![or_null(format!("{name}._c"))];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read) => {
            let inner = types.of(pointee);
            let mut passage = Passage::new(name, optional(inner.takes.clone()));
            let initial = without_parentheses(&inner.to_c.clone()?.of(name));
            // cffi takes a list for a pointer, and keeps its memory during the call.
            let is_listed = !body.lends && aligned::beyond_cffi(types.inventory, pointee).is_none();
            let c = if is_listed { format!("[{initial}]") } else { memory(types, pointee, &initial) };
            passage.arguments = vec![or_null(c)];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Write) => written_back(body, name, pointee, nullable),
    }
}

/// `&mut T`: memory for the call, and then what Rust made of it.
fn written_back(body: &mut Body<'_, '_>, name: &str, pointee: Type, nullable: bool) -> Result<Passage, String> {
    let types = body.types;
    let inner = types.of(pointee);
    let variable = Variable::of(types, pointee);
    let to_c = inner.to_c.clone()?;
    let from_c = inner.from_c.clone()?;
    let c = body.scope.local(&format!("{name}_c"));
    let new = memory(types, pointee, &without_parentheses(&to_c.of(&variable.read(name))));
    let annotation = variable.annotation(types, &inner.takes);
    let mut passage = Passage::new(name, if nullable { or_none(types, &annotation) } else { annotation });
    let mut after = variable.write(types, name, &c, pointee, &from_c);
    let checked: Vec<String> = matches!(variable, Variable::List).then(|| format!("_changeable({name})")).into_iter().collect();
    passage.before = if nullable {
        let if_any = |lines: &[String]| -> Vec<String> {
            let condition = (!lines.is_empty()).then(|| format!("if {name} is not None:"));
            condition.into_iter().chain(lines.iter().map(|line| format!("    {line}"))).collect()
        };
        after = if_any(&after);
        let mut before = if_any(&checked);
        before.extend([format!("{c} = ffi.NULL if {name} is None else {new}")]);
        before
    } else {
        [checked, vec![format!("{c} = {new}")]].concat()
    };
    passage.arguments = vec![c];
    passage.after = after;
    Ok(passage)
}

/// What Rust writes to, as Python sees it.
pub(crate) enum Variable {
    /// An object that has fields.
    Fields(interoptopus::model::StructId),
    /// A list of a fixed length.
    List,
    /// A `Ref`, because the value itself cannot change.
    Ref,
}

impl Variable {
    pub(crate) fn of(types: &Types<'_>, pointee: Type) -> Self {
        match *types.inventory.kind(pointee) {
            TypeKind::Struct(id) => Variable::Fields(id),
            TypeKind::Array { .. } => Variable::List,
            TypeKind::Void
            | TypeKind::Primitive(_)
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
            | TypeKind::Outcome { .. } => Variable::Ref,
        }
    }

    pub(crate) fn annotation(&self, types: &Types<'_>, value: &str) -> String {
        match self {
            Variable::Fields(_) | Variable::List => value.to_owned(),
            Variable::Ref => format!("{}[{value}]", types.names.python("Ref")),
        }
    }

    pub(crate) fn read(&self, name: &str) -> String {
        match self {
            Variable::Fields(_) | Variable::List => name.to_owned(),
            Variable::Ref => format!("{name}.value"),
        }
    }

    /// Statements that store what is in memory at `c`.
    fn write(&self, types: &Types<'_>, name: &str, c: &str, pointee: Type, from_c: &Template) -> Vec<String> {
        let value = without_parentheses(&from_c.of(&dereferenced(types, pointee, c)));
        match self {
            Variable::Fields(id) => structs::write_back(types, *id, name, &dereferenced(types, pointee, c)),
            Variable::List => vec![format!("{name}[:] = {value}")],
            Variable::Ref => vec![format!("{name}.value = {value}")],
        }
    }
}
