//! References, whose pointee is passed as if by value, and written back, and raw pointers, which are cffi's.

use super::conversion::{Conversion, Template};
use super::options::{or_none, refuse_nested};
use super::passage::{Body, Passage};
use super::support::Support;
use super::table::Types;
use super::{nonnull, slices, structs};
use crate::cdef::{aligned, types as c_types};
use crate::runtime::parts::{Part, ffi, null};
use crate::syntax::expressions::{Expr, choice, local, none, own};
use crate::syntax::statements::{Stmt, words};
use interoptopus::model::{self, Access, Item, PointerKind, StructId, Type, TypeKind};

/// The conversion of a pointer where it is not a parameter: what comes out is a copy of its pointee.
pub(crate) fn conversion(types: &Types<'_>, pointee: Type, access: Access, kind: PointerKind) -> Conversion {
    match kind {
        PointerKind::Raw => return Conversion::same(Part::CData.expr()),
        PointerKind::NonNull => return nonnull::conversion(),
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
            let new = kept_memory(types, pointee, to_c.inner().bare());
            Template::from(if nullable { choice(null(), Expr::Value.missing(), new).grouped() } else { new })
        }),
    };
    let from_c = inner.from_c.clone().map(|from_c| {
        let value = from_c.of(&dereferenced(types, pointee, Expr::Value));
        Template::from(if nullable { choice(value, Expr::Value, none()).grouped() } else { value })
    });
    let annotation = |inner: &Expr| if nullable { or_none(types, inner.clone()) } else { inner.clone() };
    Conversion { takes: annotation(&inner.takes), gives: annotation(&inner.gives), holds: annotation(&inner.holds), to_c, from_c }
}

/// The expression of memory of its own for a `pointee` that is made of `initial`, for as long as somebody holds it.
fn memory(types: &Types<'_>, pointee: Type, initial: Expr) -> Expr {
    match aligned::beyond_cffi(types.inventory, pointee) {
        Some(_) => aligned_memory(types, pointee, initial),
        None => ffi("new").call([own(pointer_type(types, pointee)), initial]),
    }
}

/// Memory for what is aligned to more than cffi knows.
fn aligned_memory(types: &Types<'_>, pointee: Type, initial: Expr) -> Expr {
    Part::AlignedNew.call([slices::array_type(types, pointee), initial])
}

/// Memory for a `pointee` that is made of `initial`, kept by the list of the call.
fn kept_memory(types: &Types<'_>, pointee: Type, initial: Expr) -> Expr {
    match aligned::beyond_cffi(types.inventory, pointee) {
        Some(_) => Part::Keep.call([aligned_memory(types, pointee, initial), Expr::Kept]),
        None => Part::New.call([own(pointer_type(types, pointee)), initial, Expr::Kept]),
    }
}

/// The name of cffi's type of pointers to `pointee`.
pub(crate) fn pointer_type(types: &Types<'_>, pointee: Type) -> String {
    format!("_{}_PTR", types.names.private(types.inventory.definition_of(pointee)))
}

/// cffi's type of pointers to `pointee`.
pub(crate) fn table(types: &Types<'_>, pointee: Type) -> Support {
    let c = c_types::c_type(types.inventory, pointee).pointer();
    Support::Type { name: pointer_type(types, pointee), c: c.declare("") }
}

/// The pointee of `pointer`. The fields of a struct are attributes of a pointer to it as well.
pub(crate) fn dereferenced(types: &Types<'_>, pointee: Type, pointer: Expr) -> Expr {
    let is_pointer = aligned::beyond_cffi(types.inventory, pointee).is_none();
    let is_struct =
        matches!(types.inventory.kind(pointee), TypeKind::Struct(_)) && model::transparent(types.inventory, pointee).is_none();
    if is_pointer && is_struct { pointer } else { pointer.first() }
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
    let optional = |annotation: Expr| if nullable { or_none(types, annotation) } else { annotation };
    let or_null = |expression: Expr| if nullable { choice(null(), local(name).missing(), expression) } else { expression };
    match (types.service(pointee), kind, access) {
        (Some(_), PointerKind::Raw | PointerKind::NonNull, Access::Read | Access::Write) => {
            Err("a raw pointer to an object of a service has no lease: take a reference".to_owned())
        }
        (Some(id), PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) => {
            let mut passage = Passage::new(name, optional(own(types.names.of(Item::Service(id)))));
            passage.arguments = vec![or_null(object(local(name)))];
            Ok(passage)
        }
        (None, PointerKind::Raw, Access::Read | Access::Write) => Passage::by_value(name, &Conversion::same(Part::CData.expr())),
        (None, PointerKind::NonNull, Access::Read | Access::Write) => Passage::by_value(name, &nonnull::conversion()),
        // A union owns its memory, which Rust may as well use itself.
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read | Access::Write) if is_union(types, pointee) => {
            let conversion = types.of(pointee);
            conversion.to_c.clone()?;
            let mut passage = Passage::new(name, optional(conversion.takes.clone()));
            passage.arguments = vec![or_null(local(name).attribute("_c"))];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Read) => {
            let inner = types.of(pointee);
            let mut passage = Passage::new(name, optional(inner.takes.clone()));
            let initial = inner.to_c.clone()?.of(&local(name)).bare();
            // cffi takes a list for a pointer, and keeps its memory during the call.
            let is_listed = !body.lends && aligned::beyond_cffi(types.inventory, pointee).is_none();
            let c = if is_listed { Expr::List(vec![initial]) } else { memory(types, pointee, initial) };
            passage.arguments = vec![or_null(c)];
            Ok(passage)
        }
        (None, PointerKind::Reference | PointerKind::Nullable, Access::Write) => written_back(body, name, pointee, nullable),
    }
}

/// The address of an object of a service. A running call holds a reference to the owner, so that `close` on another thread frees nothing
/// under it.
pub(crate) fn object(of: Expr) -> Expr {
    of.clone().attribute("_c").binary("or", Part::Closed.call([of]))
}

/// `&mut T`: memory for the call, and then what Rust made of it.
fn written_back(body: &mut Body<'_, '_>, name: &str, pointee: Type, nullable: bool) -> Result<Passage, String> {
    let types = body.types;
    let inner = types.of(pointee);
    let variable = Variable::of(types, pointee);
    let to_c = inner.to_c.clone()?;
    let from_c = inner.from_c.clone()?;
    let value = local(name);
    let c = body.local(&format!("{name}_c"));
    let new = memory(types, pointee, to_c.of(&variable.read(&value)).bare());
    let annotation = variable.annotation(inner.takes.clone());
    let mut passage = Passage::new(name, if nullable { or_none(types, annotation) } else { annotation });
    let after = variable.write(types, &value, &c, pointee, &from_c);
    let is_list = matches!(variable, Variable::List);
    let checked: Vec<Stmt> = is_list.then(|| Stmt::of(Part::Changeable.call([value.clone()]))).into_iter().collect();
    let if_any = |lines: Vec<Stmt>| -> Vec<Stmt> {
        if nullable && !lines.is_empty() { vec![Stmt::when(value.clone().given(), lines)] } else { lines }
    };
    passage.before = if_any(checked);
    let new = if nullable { choice(null(), value.clone().missing(), new) } else { new };
    passage.before.push(Stmt::assign(c.clone(), new));
    passage.arguments = vec![c];
    passage.after = if_any(after);
    Ok(passage)
}

/// The Python object that Rust writes to.
#[derive(Clone, Copy)]
pub(crate) enum Variable {
    /// An object that has fields.
    Fields(StructId),
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
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => Variable::Ref,
        }
    }

    pub(crate) fn annotation(self, value: Expr) -> Expr {
        match self {
            Variable::Fields(_) | Variable::List => value,
            Variable::Ref => Part::Ref.expr().of([value]),
        }
    }

    pub(crate) fn read(self, variable: &Expr) -> Expr {
        match self {
            Variable::Fields(_) | Variable::List => variable.clone(),
            Variable::Ref => variable.clone().attribute("value"),
        }
    }

    /// Statements that store what is in memory at `c`.
    fn write(self, types: &Types<'_>, variable: &Expr, c: &Expr, pointee: Type, from_c: &Template) -> Vec<Stmt> {
        let at = dereferenced(types, pointee, c.clone());
        match self {
            Variable::Fields(id) => structs::write_back(types, id, variable, &at),
            Variable::List => vec![Stmt::line(words![variable.clone(), "[:] = ", from_c.of(&at).bare()])],
            Variable::Ref => vec![Stmt::assign(self.read(variable), from_c.of(&at).bare())],
        }
    }
}
