//! Pointers: a reference is `in` or `ref`, one that may be null a nullable value, a raw one an address.

use crate::names::Names;
use crate::names::members::local;
use crate::names::twins::borrows;
use crate::runtime::{Part, Parts};
use crate::syntax::{
    CsType, Dialect, Expr, Identifier, Modifier, Operator, ParameterType, Prefix, Statement, Template, generic_call, new,
};
use crate::types::conversions::{Passed, Place, Received, Returned, Stored, StoredOf};
use crate::types::options::refuse_nested;
use crate::types::validation::is_refused_null;
use crate::types::{aligned, arena, modifiers, services, size_limits, twins};
use interoptopus::model::{Access, PointerKind, Type, TypeKind};
use std::convert::Infallible;

/// The pointee of a pointer, as far as C# is concerned.
enum Pointee {
    /// Data that users have as a value.
    Data(Stored),
    /// Data that users have as a value or not at all.
    DataOrNull(Stored),
    /// Memory that only Rust reads: an address with a type of its own.
    Opaque(CsType),
    /// Anything: an address.
    Unknown,
    /// An object of a class.
    Object(CsType),
}

fn pointee(names: &Names<'_>, stored: StoredOf<'_>, pointee: Type, kind: PointerKind) -> Result<Pointee, String> {
    match (names.inventory.kind(pointee), kind) {
        (TypeKind::Opaque(_), _) => Ok(Pointee::Opaque(names.name_of(pointee).clone().into())),
        (TypeKind::Void, _) | (_, PointerKind::Raw | PointerKind::NonNull) => Ok(Pointee::Unknown),
        (TypeKind::Service(_), _) => Ok(Pointee::Object(names.name_of(pointee).clone().into())),
        (_, PointerKind::Reference) => stored(pointee).map(Pointee::Data),
        (_, PointerKind::Nullable) => {
            refuse_nested(names.inventory, pointee)?;
            stored(pointee).map(Pointee::DataOrNull)
        }
    }
}

/// A pointer in memory: as an address, of whose memory the user takes care if the author wrote a raw one; what a reference leads to is
/// copied.
pub(crate) fn stored(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    ty: Type,
    to: Type,
    access: Access,
    kind: PointerKind,
) -> Result<Stored, String> {
    if twins::is_copied(names, to, kind) {
        if access == Access::Write {
            twins::refuse_written(names, ty)?;
        }
        return copied(names, stored, to, kind);
    }
    let not_null = is_refused_null(kind);
    if matches!(names.inventory.kind(to), TypeKind::Service(_)) {
        return Err("an object of a service can be lent as a parameter only".to_owned());
    }
    let is_opaque = matches!(names.inventory.kind(to), TypeKind::Opaque(_));
    if is_opaque {
        return Ok(Stored::checked(names.name_of(to).clone(), not_null));
    }
    let stored = Stored::checked(names.dialect.address(), not_null);
    Ok(if not_null { stored.with_parts([Part::Memory]) } else { stored })
}

/// A reference in memory: as the address of a copy.
fn copied(names: &Names<'_>, stored: StoredOf<'_>, to: Type, kind: PointerKind) -> Result<Stored, String> {
    arena::refuse_aligned(names, to)?;
    size_limits::refuse_on_stack(names.inventory, to)?;
    let address = names.dialect.address();
    let inner = stored(to)?;
    let put = |value: &Template| {
        let put = [inner.to_element().on(value), Template::arena()];
        generic_call("FfiArena", "Put", [inner.element.clone()], put)
    };
    let read = inner.out_of_element().on(&read(&inner.element, Template::value()));
    if kind == PointerKind::Reference {
        let stored = Stored::class(inner.public.clone(), address, put(&Template::value()), read);
        let stored = stored.with_parts([Part::Arena, Part::Memory]);
        return Ok(Stored { is_class: inner.is_class, ..stored });
    }
    refuse_nested(names.inventory, to)?;
    let (public, (is_some, value)) = (inner.or_null(names.dialect), inner.is_some(names.dialect));
    let into = is_some.choose(put(&value), names.dialect.null_address());
    let out = unless_null(names.dialect, &public, read);
    let stored = Stored::class(public, address, into, out).with_parts([Part::Arena, Part::Memory]);
    Ok(Stored { is_class: inner.is_class, ..stored })
}

/// The value at an address.
fn read<Hole>(element: &CsType, address: Expr<Hole>) -> Expr<Hole> {
    generic_call("FfiMemory", "Read", [element.clone()], [address])
}

/// The value that `out` makes of an address, or no `public` if that is null.
fn unless_null(dialect: Dialect, public: &CsType, out: Template) -> Template {
    let is_null = Template::value().binary(Operator::Equal, dialect.null_address());
    is_null.choose(Expr::Default(public.clone()), out)
}

/// A pointer as a parameter.
pub(crate) fn passed(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    to: Type,
    access: Access,
    kind: PointerKind,
    place: Place<'_>,
) -> Result<Passed, String> {
    let (name, address) = (place.name, names.dialect.address());
    let by_address =
        |public: CsType, argument: Expr| Passed { arguments: vec![argument], ..Passed::new(public, address.clone()) };
    if twins::is_copied(names, to, kind) && borrows(names.inventory, to) {
        let stored = self::stored(names, stored, to, to, access, kind)?;
        return Ok(Passed { parts: stored.parts, ..arena::passed(stored.public, stored.raw, &stored.into, name) });
    }
    let checked = match is_refused_null(kind) {
        true => Expr::from(name).method("Checked", [format!("nameof({name})").into()]),
        false => name.into(),
    };
    Ok(match pointee(names, stored, to, kind)? {
        Pointee::Opaque(ty) if kind == PointerKind::Nullable => {
            by_address(ty.nullable(), Expr::from(name).method("GetValueOrDefault", []).member("Address"))
        }
        Pointee::Opaque(ty) => by_address(ty, checked.member("Address")),
        Pointee::Unknown => {
            let parts = if is_refused_null(kind) { [Part::Memory].into() } else { Parts::default() };
            Passed { parts, ..by_address(address.clone(), checked) }
        }
        Pointee::Object(class) => services::passed(names, &class, kind == PointerKind::Nullable, name),
        Pointee::Data(stored) => {
            size_limits::refuse_reference(names.inventory, names.dialect, to, access)?;
            if let Some(align) = aligned::needed(names, to) {
                return Ok(aligned::reference(names.dialect, &stored, access, align, name));
            }
            reference(names.dialect, &stored, access, name)
        }
        Pointee::DataOrNull(stored) => {
            size_limits::refuse_reference(names.inventory, names.dialect, to, access)?;
            match aligned::needed(names, to) {
                Some(align) => aligned::nullable(names.dialect, &stored, access, align, name),
                None => nullable(names.dialect, &stored, access, name),
            }
        }
    })
}

/// `in` or `ref`: a copy of the user's variable, which a callback or another thread could write to while Rust relies on it. What is only read
/// comes by value in C# 7.0, which has no `in`.
fn reference(dialect: Dialect, stored: &Stored, access: Access, name: &Identifier) -> Passed {
    let Stored { public, raw: _, element, into: _, out: _, check, alone: _, is_class: _, parts: _ } = stored;
    let public = ParameterType::new(modifiers::of_reference(dialect, access), public.clone());
    let mut passed = Passed::new(public, native_reference(dialect, element));
    if dialect.is_unity() && access == Access::Read && stored.is_addressable() {
        passed.before.extend(check.as_ref().map(|check| check.statement(name, format!("nameof({name})")).into()));
        passed.arguments.push(Expr::from(name).prefixed(Prefix::Ref));
        return passed;
    }
    let copy = local(name);
    passed.before.push(format!("{element} {copy} = {};", stored.to_element().of(name, name)).into());
    passed.arguments.push(Expr::from(&copy).prefixed(dialect.pick(Prefix::AddressOf, Prefix::Ref)));
    if access == Access::Write {
        passed.after.push(format!("{name} = {};", stored.out_of_element().apply(copy)).into());
    }
    passed
}

/// A reference of a native function.
fn native_reference(dialect: Dialect, element: &CsType) -> ParameterType {
    match dialect {
        Dialect::DotNet => element.pointer().into(),
        Dialect::Unity => ParameterType::new(Modifier::Ref, element.clone()),
    }
}

/// A nullable value, of which native code has a copy.
fn nullable(dialect: Dialect, stored: &Stored, access: Access, name: &Identifier) -> Passed {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let (copy, value) = (local(name), stored.to_element().of(Expr::from(name).member("Value"), name));
    let native = match dialect {
        Dialect::DotNet => element.pointer().into(),
        // The marshaller can make null of an array, here one of one element.
        Dialect::Unity => ParameterType::new(Modifier::MarshalledInOut, element.array()),
    };
    let mut passed = Passed::new(ParameterType::new(modifiers::of_nullable(access), public.nullable()), native);
    let written = match dialect {
        Dialect::DotNet => {
            passed.before.push(format!("{element} {copy} = {name}.HasValue ? {value} : default;").into());
            let address = Expr::from(&copy).prefixed(Prefix::AddressOf);
            passed.arguments.push(Expr::from(name).member("HasValue").choose(address, "null".into()));
            copy
        }
        Dialect::Unity => {
            passed.before.push(format!("{element}[] {copy} = {name}.HasValue ? new {element}[] {{ {value} }} : null;").into());
            passed.arguments.push(Expr::from(&copy));
            format!("{copy}[0]")
        }
    };
    if access == Access::Write {
        let assign = format!("{name} = {};", stored.out_of_element().apply(written));
        passed.after.push(Statement::only_if(&format!("{name}.HasValue"), assign));
    }
    passed
}

/// A pointer as a result: what a reference leads to is copied, an address stays one.
pub(crate) fn returned(names: &Names<'_>, stored: StoredOf<'_>, to: Type, kind: PointerKind) -> Result<Returned, String> {
    let address = names.dialect.address();
    let (mut is_class, mut parts) = (false, Parts::default());
    let value = Template::value;
    let pointee = pointee(names, stored, to, kind)?;
    if let Pointee::Data(_) | Pointee::DataOrNull(_) = pointee {
        size_limits::refuse_on_stack(names.inventory, to)?;
    }
    let (public, out) = match pointee {
        Pointee::Opaque(ty) if kind == PointerKind::Nullable => {
            (ty.nullable(), unless_null(names.dialect, &ty.nullable(), new(ty.clone(), [value()])))
        }
        Pointee::Opaque(ty) => (ty.clone(), new(ty, [value()])),
        Pointee::Unknown => (address.clone(), value()),
        Pointee::Object(class) => {
            return Err(format!("a borrowed `{class}` cannot be returned: it could be freed while C# has it"));
        }
        Pointee::Data(stored) => {
            parts.add(Part::Memory);
            is_class = stored.is_class;
            (stored.public.clone(), stored.out_of_element().on(&read(&stored.element, value())))
        }
        Pointee::DataOrNull(stored) if stored.is_addressable() => {
            parts.add(Part::Memory);
            let read = generic_call("FfiMemory", "ReadNullable", [stored.element.clone()], [value()]);
            (stored.public.nullable(), read)
        }
        Pointee::DataOrNull(stored) => {
            parts.add(Part::Memory);
            let public = stored.or_null(names.dialect);
            is_class = stored.is_class;
            let out = unless_null(names.dialect, &public, stored.out_of_element().on(&read(&stored.element, value())));
            (public, out)
        }
    };
    Ok(Returned { public, raw: address, out, is_class, parts, ..Returned::nothing() })
}

/// A pointer as an argument of a callback: what a reference to read leads to is copied, one to write is `ref`.
pub(crate) fn received(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    to: Type,
    access: Access,
    kind: PointerKind,
    name: &Identifier,
) -> Result<Received, String> {
    if access == Access::Write && twins::is_copied(names, to, kind) && borrows(names.inventory, to) {
        twins::refuse_written(names, to)?;
    }
    let pointee = pointee(names, stored, to, kind)?;
    if let Pointee::Data(_) | Pointee::DataOrNull(_) = pointee {
        size_limits::refuse_reference(names.inventory, names.dialect, to, access)?;
    }
    match (pointee, access) {
        (Pointee::Object(class), _) => Err(format!("a callback cannot be handed a `{class}`: it could keep it beyond the call")),
        (Pointee::Opaque(_) | Pointee::Unknown, _) | (Pointee::Data(_) | Pointee::DataOrNull(_), Access::Read) => {
            Ok(Received::returned(returned(names, stored, to, kind)?, name))
        }
        (Pointee::Data(stored), Access::Write) => Ok(received_to_write(names.dialect, &stored, name)),
        (Pointee::DataOrNull(stored), Access::Write) => Ok(received_nullable(names.dialect, &stored, name)),
    }
}

fn received_to_write(dialect: Dialect, stored: &Stored, name: &Identifier) -> Received {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let native = native_reference(dialect, element);
    let target = match dialect {
        Dialect::DotNet => Expr::from(name).prefixed(Prefix::Dereference),
        Dialect::Unity => name.into(),
    };
    let public_reference = ParameterType::new(Modifier::Ref, public.clone());
    if stored.is_addressable() && stored.check.is_none() {
        return Received::value(public_reference, native, target.prefixed(Prefix::Ref));
    }
    let copy = local(name);
    Received {
        before: vec![format!("{public} {copy} = {};", stored.out_of_element().apply(target.clone())).into()],
        after: vec![format!("{target} = {};", stored.to_element().of(&copy, name)).into()],
        ..Received::value(public_reference, native, Expr::from(copy).prefixed(Prefix::Ref))
    }
}

fn received_nullable(dialect: Dialect, stored: &Stored, name: &Identifier) -> Received {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let (copy, null) = (local(name), dialect.null_address::<Infallible>());
    let read = stored.out_of_element().on(&read(element, Template::value()));
    let read = unless_null(dialect, &public.nullable(), read).apply(name);
    let value = stored.to_element().of(Expr::from(&copy).member("Value"), name);
    Received {
        public: ParameterType::new(Modifier::Ref, public.nullable()),
        native: dialect.address().into(),
        before: vec![format!("{public}? {copy} = {read};").into()],
        after: vec![Statement::only_if(
            &format!("{name} != {null} && {copy}.HasValue"),
            format!("FfiMemory.Write<{element}>({name}, {value});"),
        )],
        argument: Expr::from(copy).prefixed(Prefix::Ref),
        parts: [Part::Memory].into(),
    }
}
