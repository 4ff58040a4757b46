//! Pointers: a reference is `in` or `ref`, one that may be null a nullable value, a raw one an address.

use crate::names::Names;
use crate::names::members::local;
use crate::names::twins::borrows;
use crate::runtime::{Part, Parts};
use crate::syntax::{CsType, Dialect, Modifier, ParameterType, Statement, Template};
use crate::types::conversions::{Passed, Place, Received, Returned, Stored, StoredOf};
use crate::types::options::refuse_nested;
use crate::types::validity::is_refused_null;
use crate::types::{aligned, arena, large, modifiers, services, twins};
use interoptopus::model::{Access, PointerKind, Type, TypeKind};

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

/// How a pointer is stored: as an address, of whose memory the user takes care if the author wrote a raw one; what a reference leads to is
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

/// How a reference is stored: as the address of a copy.
fn copied(names: &Names<'_>, stored: StoredOf<'_>, to: Type, kind: PointerKind) -> Result<Stored, String> {
    if aligned::needed(names, to).is_some_and(|align| align > ARENA) {
        return Err(format!(
            "C# aligns what is behind a reference within it to no more than {ARENA} bytes: take it as a parameter of its own"
        ));
    }
    let (address, null) = (names.dialect.address(), names.dialect.null_address());
    let inner = stored(to)?;
    let put = |value: &str| format!("FfiArena.Put<{}>({}, #)", inner.element, inner.to_element().on(value));
    let read = inner.out_of_element().on(&format!("FfiMemory.Read<{}>($)", inner.element));
    if kind == PointerKind::Reference {
        let stored = Stored::class(inner.public.clone(), address, &put("$"), &read);
        let stored = stored.with_parts([Part::Arena, Part::Memory]);
        return Ok(Stored { is_class: inner.is_class, ..stored });
    }
    refuse_nested(names.inventory, to)?;
    let (public, (is_some, value)) = (inner.or_null(names.dialect), inner.is_some(names.dialect));
    let into = format!("{is_some} ? {} : {null}", put(value));
    let out = format!("$ == {null} ? default({public}) : {read}");
    let stored = Stored::class(public, address, &into, &out).with_parts([Part::Arena, Part::Memory]);
    Ok(Stored { is_class: inner.is_class, ..stored })
}

/// The alignment of an arena's memory.
const ARENA: usize = 16;

/// How a reference goes in to what borrows: as the address of a copy.
fn passed_copied(names: &Names<'_>, stored: &Stored, name: &str) -> Passed {
    Passed {
        native: vec![names.dialect.address().into()],
        scopes: vec![arena::scope(name)],
        parts: stored.parts.clone(),
        arguments: vec![arena::bind(&stored.into.of(name, name), name)],
        ..Passed::of(stored.public.clone())
    }
}

/// How a pointer goes in as a parameter.
pub(crate) fn passed(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    to: Type,
    access: Access,
    kind: PointerKind,
    place: Place<'_>,
) -> Result<Passed, String> {
    let (name, address) = (place.name, names.dialect.address());
    let by_address = |public: CsType, argument: String| {
        let (native, arguments) = (vec![address.clone().into()], vec![argument]);
        Passed { native, arguments, ..Passed::of(public) }
    };
    if twins::is_copied(names, to, kind) && borrows(names.inventory, to) {
        return Ok(passed_copied(names, &self::stored(names, stored, to, to, access, kind)?, name));
    }
    let checked = if is_refused_null(kind) { format!("{name}.Checked(nameof({name}))") } else { name.to_owned() };
    Ok(match pointee(names, stored, to, kind)? {
        Pointee::Opaque(ty) if kind == PointerKind::Nullable => {
            by_address(ty.nullable(), format!("{name}.GetValueOrDefault().Address"))
        }
        Pointee::Opaque(ty) => by_address(ty, format!("{checked}.Address")),
        Pointee::Unknown => {
            let parts = if is_refused_null(kind) { [Part::Memory].into() } else { Parts::default() };
            Passed { parts, ..by_address(address.clone(), checked) }
        }
        Pointee::Object(class) => services::passed(names, &class, kind == PointerKind::Nullable, name),
        Pointee::Data(stored) => {
            large::refuse_reference(names.inventory, names.dialect, to, access)?;
            if let Some(align) = aligned::needed(names, to) {
                return Ok(aligned::reference(names.dialect, &stored, access, align, name));
            }
            reference(names.dialect, &stored, access, name)
        }
        Pointee::DataOrNull(stored) => {
            large::refuse_reference(names.inventory, names.dialect, to, access)?;
            match aligned::needed(names, to) {
                Some(align) => aligned::nullable(names.dialect, &stored, access, align, name),
                None => nullable(names.dialect, &stored, access, name),
            }
        }
    })
}

/// `in` or `ref`: a copy of the user's variable, which a callback or another thread could write to while Rust relies on it. What is only read
/// comes by value in C# 7.0, which has no `in`.
fn reference(dialect: Dialect, stored: &Stored, access: Access, name: &str) -> Passed {
    let Stored { public, raw: _, element, into: _, out: _, check, alone: _, is_class: _, parts: _ } = stored;
    let public = ParameterType::new(modifiers::of_reference(dialect, access), public.clone());
    let mut passed = Passed { native: vec![native_reference(dialect, element)], ..Passed::of(public) };
    if dialect.is_unity() && access == Access::Read && stored.is_addressable() {
        passed.before.extend(check.as_ref().map(|check| format!("{};", check.of(name, name)).into()));
        passed.arguments.push(format!("ref {name}"));
        return passed;
    }
    let copy = local(name);
    passed.before.push(format!("{element} {copy} = {};", stored.to_element().of(name, name)).into());
    passed.arguments.push(format!("{}{copy}", dialect.pick("&", "ref ")));
    if access == Access::Write {
        passed.after.push(format!("{name} = {};", stored.out_of_element().apply(&copy)).into());
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
fn nullable(dialect: Dialect, stored: &Stored, access: Access, name: &str) -> Passed {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let (copy, value) = (local(name), stored.to_element().of(&format!("{name}.Value"), name));
    let mut passed = Passed::of(ParameterType::new(modifiers::of_nullable(access), public.nullable()));
    let written = match dialect {
        Dialect::DotNet => {
            passed.native.push(element.pointer().into());
            passed.before.push(format!("{element} {copy} = {name}.HasValue ? {value} : default;").into());
            passed.arguments.push(format!("{name}.HasValue ? &{copy} : null"));
            copy
        }
        // The marshaller can make null of an array, here one of one element.
        Dialect::Unity => {
            passed.native.push(ParameterType::new(Modifier::MarshalledInOut, element.array()));
            passed.before.push(format!("{element}[] {copy} = {name}.HasValue ? new {element}[] {{ {value} }} : null;").into());
            passed.arguments.push(copy.clone());
            format!("{copy}[0]")
        }
    };
    if access == Access::Write {
        let assign = format!("{name} = {};", stored.out_of_element().apply(&written));
        passed.after.push(Statement::only_if(&format!("{name}.HasValue"), assign));
    }
    passed
}

/// How a pointer comes out: what a reference leads to is copied, an address stays one.
pub(crate) fn returned(names: &Names<'_>, stored: StoredOf<'_>, to: Type, kind: PointerKind) -> Result<Returned, String> {
    let (address, null) = (names.dialect.address(), names.dialect.null_address());
    let (mut is_class, mut parts) = (false, Parts::default());
    let (public, out) = match pointee(names, stored, to, kind)? {
        Pointee::Opaque(ty) if kind == PointerKind::Nullable => {
            (ty.nullable(), format!("$ == {null} ? default({ty}?) : new {ty}($)"))
        }
        Pointee::Opaque(ty) => (ty.clone(), format!("new {ty}($)")),
        Pointee::Unknown => (address.clone(), "$".to_owned()),
        Pointee::Object(class) => {
            return Err(format!("a borrowed `{class}` cannot be returned: it could be freed while C# has it"));
        }
        Pointee::Data(stored) => {
            parts.add(Part::Memory);
            let read = format!("FfiMemory.Read<{}>($)", stored.element);
            is_class = stored.is_class;
            (stored.public.clone(), stored.out_of_element().on(&read))
        }
        Pointee::DataOrNull(stored) if stored.is_addressable() => {
            parts.add(Part::Memory);
            (stored.public.nullable(), format!("FfiMemory.ReadNullable<{}>($)", stored.element))
        }
        Pointee::DataOrNull(stored) => {
            parts.add(Part::Memory);
            let value = stored.out_of_element().on(&format!("FfiMemory.Read<{}>($)", stored.element));
            let public = stored.or_null(names.dialect);
            is_class = stored.is_class;
            let out = format!("$ == {null} ? default({public}) : {value}");
            (public, out)
        }
    };
    Ok(Returned { public, raw: address, out: Template::new(out), is_class, parts, ..Returned::nothing() })
}

/// How a pointer comes into a callback: what a reference to read leads to is copied, one to write is `ref`.
pub(crate) fn received(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    to: Type,
    access: Access,
    kind: PointerKind,
    name: &str,
) -> Result<Received, String> {
    if access == Access::Write && twins::is_copied(names, to, kind) && borrows(names.inventory, to) {
        twins::refuse_written(names, to)?;
    }
    let pointee = pointee(names, stored, to, kind)?;
    if let Pointee::Data(_) | Pointee::DataOrNull(_) = pointee {
        large::refuse_reference(names.inventory, names.dialect, to, access)?;
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

fn received_to_write(dialect: Dialect, stored: &Stored, name: &str) -> Received {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let (native, target) = (native_reference(dialect, element), dialect.pick(format!("*{name}"), name.to_owned()));
    let public_reference = ParameterType::new(Modifier::Ref, public.clone());
    if stored.is_addressable() && stored.check.is_none() {
        return Received::value(public_reference, native, format!("ref {target}"));
    }
    let copy = local(name);
    Received {
        public: public_reference,
        native,
        before: vec![
            format!("{public} {copy} = {};", stored.out_of_element().apply(&dialect.pick(format!("({target})"), target.clone())))
                .into(),
        ],
        after: vec![format!("{target} = {};", stored.to_element().of(&copy, name)).into()],
        argument: format!("ref {copy}"),
        parts: Parts::default(),
    }
}

fn received_nullable(dialect: Dialect, stored: &Stored, name: &str) -> Received {
    let Stored { public, raw: _, element, into: _, out: _, check: _, alone: _, is_class: _, parts: _ } = stored;
    let (copy, null) = (local(name), dialect.null_address());
    let read = stored.out_of_element().apply(&format!("FfiMemory.Read<{element}>({name})"));
    let value = stored.to_element().of(&format!("{copy}.Value"), name);
    Received {
        public: ParameterType::new(Modifier::Ref, public.nullable()),
        native: dialect.address().into(),
        before: vec![format!("{public}? {copy} = {name} == {null} ? default({public}?) : {read};").into()],
        argument: format!("ref {copy}"),
        after: vec![Statement::only_if(
            &format!("{name} != {null} && {copy}.HasValue"),
            format!("FfiMemory.Write<{element}>({name}, {value});"),
        )],
        parts: [Part::Memory].into(),
    }
}
