//! References and raw pointers: what a reference leads to is passed as if by value, and written back; a raw pointer is cffi's.

use crate::lines::without_parentheses;
use crate::marshal::{Context, Marshal, Template};
use crate::options::or_none;
use crate::passage::{Body, Passage};
use crate::runtime::Chunk;
use crate::{aligned, declarators, nonnull, structs, transparent, types};
use interoptopus::model::{Access, Item, PointerKind, Type, TypeKind};

/// How a pointer crosses where it is not a parameter: what comes out is a copy of what it leads to.
pub(crate) fn marshal(cx: &Context<'_>, pointee: Type, access: Access, kind: PointerKind) -> Marshal {
    match kind {
        PointerKind::Raw => return Marshal::same(cx.names.python("CData")),
        PointerKind::NonNull => return nonnull::marshal(cx),
        PointerKind::Reference | PointerKind::Nullable => {}
    }
    if cx.service(pointee).is_some() {
        return Marshal::refused("an object of a service is lent only as a parameter of its own");
    }
    let inner = cx.marshal(pointee);
    let nullable = kind == PointerKind::Nullable;
    let to_c = match access {
        Access::Write => Err("Rust may write to it, and nobody would see what: make it a parameter of its own".to_owned()),
        Access::Read => inner.to_c.clone().map(|to_c| {
            let new = kept_memory(cx, pointee, &without_parentheses(&to_c.of("$")));
            Template::new(if nullable { format!("(ffi.NULL if $ is None else {new})") } else { new })
        }),
    };
    let from_c = inner.from_c.clone().map(|from_c| {
        let value = from_c.of(&dereferenced(cx, pointee, "$"));
        Template::new(if nullable { format!("({value} if $ else None)") } else { value })
    });
    let annotation = |inner: &str| if nullable { or_none(cx, inner) } else { inner.to_owned() };
    Marshal { takes: annotation(&inner.takes), gives: annotation(&inner.gives), holds: annotation(&inner.holds), to_c, from_c }
}

/// The expression of memory of its own for a `pointee` that is made of `initial`, for as long as somebody holds it.
fn memory(cx: &Context<'_>, pointee: Type, initial: &str) -> String {
    match aligned::beyond_cffi(cx.inventory, pointee) {
        Some(_) => aligned::new(cx, pointee, initial),
        None => format!("ffi.new({}, {initial})", pointer_type(cx, pointee)),
    }
}

/// The same, where the list of the call holds it.
fn kept_memory(cx: &Context<'_>, pointee: Type, initial: &str) -> String {
    match aligned::beyond_cffi(cx.inventory, pointee) {
        Some(_) => format!("_keep({}, @)", aligned::new(cx, pointee, initial)),
        None => format!("_new({}, {initial}, @)", pointer_type(cx, pointee)),
    }
}

/// The name of cffi's type of pointers to `pointee`.
pub(crate) fn pointer_type(cx: &Context<'_>, pointee: Type) -> String {
    format!("_{}_PTR", cx.names.private(cx.inventory.definition_of(pointee)))
}

/// cffi's type of pointers to `pointee`, parsed once.
pub(crate) fn table(cx: &Context<'_>, pointee: Type) -> Chunk {
    let c = declarators::c_type(cx.inventory, pointee).pointer();
    types::entry(&pointer_type(cx, pointee), &c.declare(""))
}

/// What is at `pointer`. The fields of a struct are attributes of a pointer to it as well.
pub(crate) fn dereferenced(cx: &Context<'_>, pointee: Type, pointer: &str) -> String {
    let is_pointer = aligned::beyond_cffi(cx.inventory, pointee).is_none();
    if is_pointer && transparent::has_fields(cx.inventory, pointee) { pointer.to_owned() } else { format!("{pointer}[0]") }
}

fn is_union(cx: &Context<'_>, ty: Type) -> bool {
    matches!(cx.inventory.kind(ty), TypeKind::Union(_))
}

/// A pointer as a parameter.
pub(crate) fn passage(
    body: &mut Body<'_, '_>,
    name: &str,
    pointee: Type,
    access: Access,
    kind: PointerKind,
) -> Result<Passage, String> {
    let cx = body.cx;
    let nullable = kind == PointerKind::Nullable;
    let optional = |annotation: String| if nullable { or_none(cx, &annotation) } else { annotation };
    let or_null =
        |expression: String| if nullable { format!("ffi.NULL if {name} is None else {expression}") } else { expression };
    match (cx.service(pointee), kind, access) {
        (Some(_), PointerKind::Raw | PointerKind::NonNull, Access::Read | Access::Write) => {
            Err("a raw pointer to an object of a service has no lease: take a reference".to_owned())
        }
        (Some(id), PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) => {
            let mut passage = Passage::new(name, optional(cx.names.of(Item::Service(id)).to_owned()));
            // A running call holds a reference to the owner, so that `close` on another thread frees nothing under it.
            passage.arguments = vec![or_null(format!("{name}._c or _closed({name})"))];
            Ok(passage)
        }
        (None, PointerKind::Raw, Access::Read | Access::Write) => {
            Passage::by_value(name, &Marshal::same(cx.names.python("CData")))
        }
        (None, PointerKind::NonNull, Access::Read | Access::Write) => Passage::by_value(name, &nonnull::marshal(cx)),
        // A union owns its memory, which Rust may as well use itself.
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) if is_union(cx, pointee) => {
            let marshal = cx.marshal(pointee);
            marshal.to_c.clone()?;
            let mut passage = Passage::new(name, optional(marshal.takes.clone()));
            passage.arguments = vec![or_null(format!("{name}._c"))];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read) => {
            let inner = cx.marshal(pointee);
            let mut passage = Passage::new(name, optional(inner.takes.clone()));
            let initial = without_parentheses(&inner.to_c.clone()?.of(name));
            // cffi takes a list for a pointer, and keeps its memory during the call.
            let is_listed = !body.lends && aligned::beyond_cffi(cx.inventory, pointee).is_none();
            let c = if is_listed { format!("[{initial}]") } else { memory(cx, pointee, &initial) };
            passage.arguments = vec![or_null(c)];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Write) => written_back(body, name, pointee, nullable),
    }
}

/// `&mut T`: memory for the call, and then what Rust made of it.
fn written_back(body: &mut Body<'_, '_>, name: &str, pointee: Type, nullable: bool) -> Result<Passage, String> {
    let cx = body.cx;
    let inner = cx.marshal(pointee);
    let variable = Variable::of(cx, pointee);
    let to_c = inner.to_c.clone()?;
    let from_c = inner.from_c.clone()?;
    let c = body.scope.local(&format!("{name}_c"));
    let new = memory(cx, pointee, &without_parentheses(&to_c.of(&variable.read(name))));
    let annotation = variable.annotation(cx, &inner.takes);
    let mut passage = Passage::new(name, if nullable { or_none(cx, &annotation) } else { annotation });
    let mut after = variable.write(cx, name, &c, pointee, &from_c);
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
    pub(crate) fn of(cx: &Context<'_>, pointee: Type) -> Self {
        match *cx.inventory.kind(pointee) {
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

    pub(crate) fn annotation(&self, cx: &Context<'_>, value: &str) -> String {
        match self {
            Variable::Fields(_) | Variable::List => value.to_owned(),
            Variable::Ref => format!("{}[{value}]", cx.names.python("Ref")),
        }
    }

    pub(crate) fn read(&self, name: &str) -> String {
        match self {
            Variable::Fields(_) | Variable::List => name.to_owned(),
            Variable::Ref => format!("{name}.value"),
        }
    }

    /// Statements that store what is in memory at `c`.
    fn write(&self, cx: &Context<'_>, name: &str, c: &str, pointee: Type, from_c: &Template) -> Vec<String> {
        let value = without_parentheses(&from_c.of(&dereferenced(cx, pointee, c)));
        match self {
            Variable::Fields(id) => structs::write_back(cx, *id, name, &dereferenced(cx, pointee, c)),
            Variable::List => vec![format!("{name}[:] = {value}")],
            Variable::Ref => vec![format!("{name}.value = {value}")],
        }
    }
}
