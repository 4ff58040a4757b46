//! Slices: spans where the language has them, arrays where not; what comes out is copied.

use crate::names::Names;
use crate::names::members::local;
use crate::names::twins::borrows;
use crate::runtime::{Part, Parts};
use crate::syntax::{
    CsType, Dialect, Expr, Identifier, Modifier, ParameterType, Prefix, Statement, Template, call, generic_call,
};
use crate::types::conversions::{Disposed, Passed, Place, Received, Returned, Stored, StoredOf};
use crate::types::validation::may_misalign;
use crate::types::{aligned, arena, size_limits, twins};
use interoptopus::model::{Access, Crossing, Type};

/// A slice in memory: as an address and a length, of what the user has in an array.
pub(crate) fn stored(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    ty: Type,
    element: Type,
    access: Access,
    nullable: bool,
) -> Result<Stored, String> {
    if access == Access::Write {
        twins::refuse_written(names, ty)?;
    }
    arena::refuse_aligned(names, element)?;
    let element = element_of(names, stored, element)?;
    let Stored { public, element: raw, .. } = &element;
    let method = if nullable { "NullableSlice" } else { "Slice" };
    let mut arguments = vec![Template::value(), Template::arena(), Template::parameter()];
    let types = if element.is_addressable() && element.check.is_none() {
        vec![raw.clone()]
    } else {
        arguments.push(arena::each_in(&element));
        vec![public.clone(), raw.clone()]
    };
    let into = generic_call("FfiArena", method, types, arguments);
    let array = array_of(names.dialect, public, nullable);
    let stored = Stored::class(array, names.dialect.slice_of(raw), into, copied(names.dialect, &element, nullable));
    Ok(stored.with_parts([Part::Slices, Part::Arena]))
}

/// An element, of which the language can have arrays.
fn element_of(names: &Names<'_>, stored: StoredOf<'_>, element: Type) -> Result<Stored, String> {
    size_limits::refuse_element(names.inventory, names.dialect, element)?;
    stored(element)
}

fn array_of(dialect: Dialect, element: &CsType, nullable: bool) -> CsType {
    let array = element.array();
    if nullable { dialect.or_null(&array) } else { array }
}

/// The array of the elements of a slice.
fn copied(dialect: Dialect, element: &Stored, nullable: bool) -> Template {
    let Stored { public, element: raw, .. } = element;
    let method = if nullable { "ToNullableArray" } else { "ToArray" };
    if element.is_addressable() {
        return dialect.slice_method(Template::value(), method, raw);
    }
    let types = dialect.pick(vec![public.clone()], vec![raw.clone(), public.clone()]);
    Template::value().member(method).of_types(types).call([arena::each_out(element)])
}

/// A slice of what borrows as a parameter: an array, of which native code has a copy.
fn passed_copied(names: &Names<'_>, slice: &Stored, name: &Identifier) -> Passed {
    let copy = local(name);
    let into = arena::argument(&slice.into, name);
    Passed {
        scopes: vec![arena::scope(name)],
        parts: [Part::Slices, Part::Arena].into(),
        pinned: vec![format!("{} {copy} = {into};", slice.raw).into()],
        arguments: ["Address", "Length"].map(|member| Expr::from(&copy).member(member)).into(),
        ..Passed::new(slice.public.clone(), names.dialect.address())
    }
}

/// A slice as a parameter: two of the native function.
pub(crate) fn passed(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    ty: Type,
    element: Type,
    access: Access,
    nullable: bool,
    place: Place<'_>,
) -> Result<Passed, String> {
    if borrows(names.inventory, element) {
        return Ok(passed_copied(names, &self::stored(names, stored, ty, element, access, nullable)?, place.name));
    }
    let stored = element_of(names, stored, element)?;
    let is_bare = place.crossing == Crossing::Bare;
    let mut passed = elements(names.dialect, &stored, access, nullable, place.name);
    if let Some(align) = aligned::needed(names, element) {
        let Passed { native, scopes, arguments, after, parts, .. } =
            aligned::elements(names.dialect, &stored.element, passed.public.clone(), access, nullable, align, place.name);
        (passed.scopes, passed.after, passed.pins) = (scopes, after, Vec::new());
        passed.parts.extend(&parts);
        passed.native = native;
        passed.arguments.splice(..1, arguments);
    }
    // What is guarded reports such elements itself, and then nobody looks at them twice.
    if let Some(check) = stored.check.as_ref().filter(|_| is_bare) {
        let check = check.statement(local(&"each".into()), format!("nameof({})", place.name));
        passed.before.push(check_each(place.name, stored.sliced(), check, nullable));
    }
    if is_bare && !nullable && passed.scopes.is_empty() && may_misalign(names.inventory, names.dialect, element) {
        passed.parts.add(Part::Memory);
        passed.pinned.push(format!("FfiMemory.CheckAligned({}, nameof({}));", local(place.name), place.name).into());
    }
    Ok(passed)
}

fn check_each(name: &Identifier, element: &CsType, check: String, nullable: bool) -> Statement {
    let each = Statement::Block(format!("foreach ({element} {} in {name})", local(&"each".into())), vec![check.into()]);
    if nullable { Statement::only_if(&format!("{name} != null"), each) } else { each }
}

fn elements(dialect: Dialect, stored: &Stored, access: Access, nullable: bool, name: &Identifier) -> Passed {
    let (element, sliced, pointer) = (&stored.element, stored.sliced(), local(name));
    let len = Expr::from(name).member("Length");
    let len = if nullable { dialect.is_null(name.into()).choose("0".into(), len) } else { len };
    let len = len.prefixed(Prefix::Cast(dialect.length()));
    match dialect {
        Dialect::DotNet => {
            // An empty span may have no address, so that only an array can be told from none.
            let public = if nullable { array_of(dialect, sliced, nullable) } else { span_of(sliced, access) };
            let start = if nullable { format!("&FfiMemory.Reference({name})") } else { name.to_string() };
            Passed {
                pins: vec![format!("{element}* {pointer} = {start}")],
                arguments: vec![pointer.into(), len],
                parts: if nullable { [Part::Memory].into() } else { Parts::default() },
                ..Passed::new(public, element.pointer())
            }
        }
        Dialect::Unity => {
            let mut passed = Passed::new(sliced.array(), unity_native(element, access));
            if !nullable {
                passed.before.push(dialect.refuse_null(name));
            }
            let given = unity_array(&mut passed, stored, access, name);
            passed.arguments = vec![given.into(), len];
            passed
        }
    }
}

fn span_of(element: &CsType, access: Access) -> CsType {
    let span = match access {
        Access::Read => "ReadOnlySpan",
        Access::Write => "Span",
    };
    CsType::generic(span, element.clone())
}

/// The native parameter for elements: what the marshaller does not pin by itself is an address.
fn unity_native(element: &CsType, access: Access) -> ParameterType {
    let modifier = if access == Access::Write { Modifier::MarshalledInOut } else { Modifier::MarshalledIn };
    if element.is_number() { ParameterType::new(modifier, element.array()) } else { Dialect::Unity.address().into() }
}

/// The argument for the elements, of which what the marshaller pins by itself are numbers only: it would copy structs one by one.
fn unity_array(passed: &mut Passed, stored: &Stored, access: Access, name: &Identifier) -> String {
    let (element, pointer) = (&stored.element, local(name));
    if !element.is_number() {
        passed.parts.add(Part::Pins);
        passed.scopes.push(Disposed { ty: CsType::Known("FfiPin"), name: pointer.clone(), arguments: name.to_string() });
        return format!("{pointer}.Address");
    }
    if stored.sliced() == element {
        return name.to_string();
    }
    passed.parts.add(Part::Memory);
    passed.before.push(format!("{element}[] {pointer} = FfiMemory.Bytes({name});").into());
    if access == Access::Write {
        passed.after.push(format!("FfiMemory.Bools({pointer}, {name});").into());
    }
    pointer
}

/// A slice as a result: copied into an array.
pub(crate) fn returned(names: &Names<'_>, stored: StoredOf<'_>, element: Type, nullable: bool) -> Result<Returned, String> {
    let stored = element_of(names, stored, element)?;
    if !borrows(names.inventory, element) {
        return Ok(returned_of(names.dialect, &stored, nullable));
    }
    let public = array_of(names.dialect, &stored.public, nullable);
    let out = copied(names.dialect, &stored, nullable);
    Ok(Returned::class(public, names.dialect.slice_of(&stored.element), out).with_parts([Part::Slices]))
}

fn returned_of(dialect: Dialect, stored: &Stored, nullable: bool) -> Returned {
    let (element, sliced) = (&stored.element, stored.sliced());
    let method = if nullable { "ToNullableArray" } else { "ToArray" };
    let copy = dialect.slice_method(Template::value(), method, element);
    let (out, parts) = match sliced == element {
        true => (copy, Parts::from([Part::Slices])),
        false => (call("FfiMemory", "Bools", [copy]), [Part::Slices, Part::Memory].into()),
    };
    Returned { parts, ..Returned::class(array_of(dialect, sliced, nullable), dialect.slice_of(element), out) }
}

/// A slice as an argument of a callback: in place as a span, or as an array that is copied back.
pub(crate) fn received(
    names: &Names<'_>,
    stored: StoredOf<'_>,
    ty: Type,
    element: Type,
    access: Access,
    nullable: bool,
    name: &Identifier,
) -> Result<Received, String> {
    if borrows(names.inventory, element) {
        if access == Access::Write {
            twins::refuse_written(names, ty)?;
        }
        return Ok(Received::returned(returned(names, stored, element, nullable)?, name));
    }
    let stored = element_of(names, stored, element)?;
    let (element, sliced, copy) = (&stored.element, stored.sliced(), local(name));
    if names.dialect == Dialect::DotNet && !nullable {
        let received =
            Received::value(span_of(sliced, access), names.dialect.slice_of(element), Expr::from(name).method("AsSpan", []));
        return Ok(Received { parts: [Part::Slices].into(), ..received });
    }
    let returned = returned_of(names.dialect, &stored, nullable);
    if access == Access::Read {
        return Ok(Received::returned(returned, name));
    }
    let Returned { public, raw, out, is_class: _, is_some: _, discard: _, free: _, flat: _, parts } = returned;
    let stored_back = if sliced == element { copy.clone() } else { format!("FfiMemory.Bytes({copy})") };
    Ok(Received {
        before: vec![format!("{public} {copy} = {};", out.apply(name)).into()],
        argument: copy.into(),
        after: vec![format!("{name}.Store({stored_back});").into()],
        public: public.into(),
        native: raw.into(),
        parts,
    })
}
