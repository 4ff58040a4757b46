//! Types: how each is stored, passed, returned and received; one table for each kind of place.

pub(crate) mod access;
mod aligned;
pub(crate) mod arena;
mod arrays;
pub(crate) mod callbacks;
pub(crate) mod conversions;
pub(crate) mod layouts;
mod modifiers;
pub(crate) mod nesting;
mod nonzero;
mod options;
mod owned;
mod pinning;
mod pointers;
mod primitives;
mod results;
pub(crate) mod services;
pub(crate) mod signatures;
pub(crate) mod size_limits;
mod slices;
mod strings;
mod structs;
mod twins;
pub(crate) mod validation;

use crate::config::Visibility;
use crate::names::Names;
use crate::names::twins::has_twin;
use crate::runtime::{Part, Parts};
use crate::syntax::{CsType, Dialect, Identifier, Operator, Prefix, Template};
use conversions::{Alone, Passed, Place, Received, Returned, Stored};
use interoptopus::model::{self, CallbackId, Checked, Crossing, Function, Presence, Type, TypeKind};
use signatures::{Conversions, Signature};
use std::cell::OnceCell;
use std::collections::HashMap;
use validation::{has_invalid, misplaced};

/// The types of an inventory in a dialect.
pub(crate) struct Types<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) dialect: Dialect,
    pub(crate) names: &'a Names<'a>,
    /// Who sees the bindings.
    pub(crate) visibility: Visibility,
    /// Each type in memory, once that is decided.
    stored: Vec<OnceCell<Result<Stored, String>>>,
    /// The signature of each function, by its symbol.
    signatures: HashMap<&'a str, Signature>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(names: &'a Names<'a>, visibility: Visibility) -> Self {
        let Names { inventory, dialect, .. } = *names;
        let stored = inventory.types().map(|_| OnceCell::new()).collect();
        let mut types = Types { inventory, dialect, names, visibility, stored, signatures: HashMap::new() };
        let passed = |ty: Type, place: Place<'_>| types.passed(ty, place);
        let returned = |ty: Type, crossing: Crossing| types.returned_by(ty, crossing);
        let of = |function: &'a Function| (function.symbol.as_str(), signatures::of(names, function, &passed, &returned));
        types.signatures = inventory.all_functions().map(|(_, function)| of(function)).collect();
        types
    }

    /// The parts of the runtime that everything which was decided so far names.
    pub(crate) fn parts(&self) -> Parts {
        let mut parts = Parts::default();
        let decided = self.stored.iter().filter_map(|decided| decided.get()?.as_ref().ok());
        decided.for_each(|stored| parts.extend(&stored.parts));
        for Conversions { passed, passed_bytes, returned } in self.signatures.values().filter_map(|s| s.conversions.as_ref().ok())
        {
            passed.iter().chain(passed_bytes.iter().flatten()).for_each(|passed| parts.extend(&passed.parts));
            parts.extend(&returned.parts);
        }
        parts
    }

    /// The signature of `function`.
    pub(crate) fn signature(&self, function: &Function) -> &Signature {
        &self.signatures[function.symbol.as_str()]
    }

    /// The way in and out of `function`, if C# can express it.
    pub(crate) fn conversions(&self, function: &Function) -> Option<&Conversions> {
        self.signature(function).conversions.as_ref().ok()
    }

    /// `ty` in memory.
    pub(crate) fn stored(&self, ty: Type) -> Result<Stored, String> {
        self.stored[ty.index()].get_or_init(|| decide(self.names, &|inner| self.stored(inner), ty)).clone()
    }

    /// A parameter of an exported function on the way in.
    fn passed(&self, ty: Type, place: Place<'_>) -> Result<Passed, String> {
        let passed = self.passed_for_call(ty, place)?;
        Ok(if place.is_lent_on && self.dialect.is_unity() {
            pinning::until_copied(self.dialect, passed, place.name)
        } else {
            passed
        })
    }

    fn passed_for_call(&self, ty: Type, place: Place<'_>) -> Result<Passed, String> {
        let (names, stored) = (self.names, &|ty| self.stored(ty));
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Option { value: _ } => {
                layouts::by_value(self.inventory, ty)?;
                self.passed_value(ty, place.name)
            }
            TypeKind::Pointer { pointee, access, kind } => pointers::passed(names, stored, pointee, access, kind, place),
            TypeKind::Callback { id, nullable } => Ok(callbacks::passed(names, ty, nullable, place, self.pointer_type(id))),
            TypeKind::Slice { element, access, nullable } => slices::passed(names, stored, ty, element, access, nullable, place),
            TypeKind::Str { nullable } => Ok(strings::passed(self.dialect, nullable, place)),
            TypeKind::CStr { nullable } => Ok(strings::passed_terminated(self.dialect, nullable, place.name)),
            TypeKind::Void
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => Err(misplaced(self.inventory, ty, "as a parameter")),
        }
    }

    fn passed_value(&self, ty: Type, name: &Identifier) -> Result<Passed, String> {
        let stored = self.stored(ty)?;
        let Alone { raw, into, out: _ } = nesting::by_itself(self.names, ty, stored.alone())?;
        Ok(match into.needs_arena() {
            true => arena::passed(stored.public, raw, &into, name),
            false => Passed { arguments: vec![into.of(name, name)], ..Passed::new(stored.public, raw) },
        })
    }

    /// A result on the way out.
    pub(crate) fn returned(&self, ty: Type) -> Result<Returned, String> {
        let (names, stored) = (self.names, &|ty| self.stored(ty));
        match *self.inventory.kind(ty) {
            TypeKind::Void => Ok(Returned::nothing()),
            TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Array { .. } => {
                layouts::by_value(self.inventory, ty)?;
                Ok(Returned::value(self.stored(ty)?))
            }
            TypeKind::Option { value } => options::returned(names, &|ty| self.returned(ty), value),
            TypeKind::Pointer { pointee, access: _, kind } => pointers::returned(names, stored, pointee, kind),
            TypeKind::Slice { element, access: _, nullable } => slices::returned(names, stored, element, nullable),
            TypeKind::Str { nullable } => Ok(strings::returned(self.dialect, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::returned_terminated(self.dialect, nullable)),
            TypeKind::Owned { content, nullable } => owned::returned(names, stored, content, nullable),
            TypeKind::Service(id) => Ok(services::returned(names, ty, id)),
            TypeKind::Opaque(_) | TypeKind::Callback { .. } | TypeKind::Outcome { .. } => {
                Err(misplaced(self.inventory, ty, "as a result"))
            }
        }
    }

    /// A result on the way out of a function that crosses so.
    fn returned_by(&self, ty: Type, crossing: Crossing) -> Result<Returned, String> {
        if let Crossing::Guarded { error: _ } = crossing {
            layouts::in_outcome(self.inventory, ty)?;
        }
        layouts::returned(self.inventory, self.dialect, ty, crossing != Crossing::Bare)?;
        size_limits::refuse_result(self.inventory, self.dialect, ty)?;
        let is_some = model::presence(self.inventory, ty).map(|presence| self.is_some(presence));
        let mut returned = nesting::returned(self.names, ty, Returned { is_some, ..self.returned(ty)? }, crossing)?;
        if let Crossing::Guarded { error: _ } = crossing {
            returned.parts.add(if returned.is_nothing() { Part::Status } else { Part::Results });
        }
        Ok(returned)
    }

    /// Whether a native value is not none.
    fn is_some(&self, presence: Presence) -> Template {
        let value = Template::value();
        match presence {
            Presence::Flag => value.member("HasValue"),
            Presence::Data => value.member("IsNull").prefixed(Prefix::Not),
            Presence::Address => value.binary(Operator::NotEqual, self.dialect.null_address()),
        }
    }

    /// The type that the native function returns for a result that is `returned`.
    pub(crate) fn native_result(&self, returned: &Returned, crossing: Crossing) -> CsType {
        match crossing {
            Crossing::Bare => returned.raw.clone(),
            Crossing::Guarded { error: _ } => results::native(self.dialect, returned),
        }
    }

    /// An argument of a callback on the way out of native code; `name` is its C# name.
    pub(crate) fn received(&self, ty: Type, name: &Identifier) -> Result<Received, String> {
        let (names, stored) = (self.names, &|ty| self.stored(ty));
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Option { value: _ } => {
                layouts::by_value(self.inventory, ty)?;
                let stored = self.stored(ty)?;
                let Alone { raw, into: _, out } = nesting::by_itself(self.names, ty, stored.alone())?;
                Ok(Received::value(stored.public, raw, out.apply(name)))
            }
            TypeKind::Pointer { pointee, access, kind } => pointers::received(names, stored, pointee, access, kind, name),
            TypeKind::Slice { element, access, nullable } => slices::received(names, stored, ty, element, access, nullable, name),
            TypeKind::Str { nullable } => Ok(Received::returned(strings::returned(self.dialect, nullable), name)),
            TypeKind::CStr { nullable } => Ok(Received::returned(strings::returned_terminated(self.dialect, nullable), name)),
            TypeKind::Void
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Callback { .. }
            | TypeKind::Array { .. }
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => Err(misplaced(self.inventory, ty, "as a parameter of a callback")),
        }
    }

    /// The result of a callback, which by itself is as a parameter is.
    pub(crate) fn given_back(&self, ty: Type) -> Result<Stored, String> {
        layouts::by_value(self.inventory, ty)?;
        size_limits::refuse_given_back(self.inventory, self.dialect, ty)?;
        let stored = self.stored(ty)?;
        let Alone { raw, into, out } = nesting::by_itself(self.names, ty, stored.alone())?;
        if into.needs_arena() {
            let place = "as what a callback returns: what it leads to would be gone by then";
            return Err(misplaced(self.inventory, ty, place));
        }
        Ok(Stored { raw, into, out, ..stored })
    }

    /// The function pointer that a callback is. What cannot be lowered is refused where the callback is.
    pub(crate) fn pointer_type(&self, id: CallbackId) -> CsType {
        let received = |ty| self.received(ty, &"value".into()).ok().map(|received| received.native.ty);
        let given_back = |ty| self.given_back(ty).ok().map(|stored| stored.raw);
        callbacks::pointer_type(self.inventory, id, &received, &given_back)
    }
}

/// `ty` in memory, which is made of others that are `stored`.
fn decide(names: &Names<'_>, stored: &dyn Fn(Type) -> Result<Stored, String>, ty: Type) -> Result<Stored, String> {
    let Names { inventory, dialect, .. } = *names;
    let is_wrapped = matches!(inventory.kind(ty), TypeKind::Option { .. } | TypeKind::Tagged(_));
    if is_wrapped || has_invalid(inventory, dialect, ty) {
        size_limits::refuse_handled(inventory, dialect, ty)?;
    }
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) => primitives::stored(primitive, dialect),
        TypeKind::NonZero { primitive, nullable } => nonzero::stored(dialect, primitive, nullable),
        TypeKind::Struct(_) | TypeKind::Tagged(_) if has_twin(inventory, ty) => twins::stored(names, stored, ty),
        TypeKind::Struct(id) => structs::stored(names, stored, ty, id),
        TypeKind::Tagged(_) | TypeKind::Enum(_) => Ok(Stored::checked(names.name_of(ty).clone(), true)),
        TypeKind::Union(_) => Ok(Stored::plain(names.name_of(ty).clone())),
        TypeKind::Array { element, len } => arrays::stored(names, stored, ty, element, len),
        TypeKind::Pointer { pointee, access, kind } => pointers::stored(names, stored, ty, pointee, access, kind),
        TypeKind::Slice { element, access, nullable } => slices::stored(names, stored, ty, element, access, nullable),
        TypeKind::Str { nullable } => Ok(strings::stored(dialect, nullable)),
        TypeKind::CStr { nullable } => Ok(strings::stored_terminated(dialect, nullable)),
        TypeKind::Option { value } => options::stored(names, stored, value),
        TypeKind::Callback { .. } => Err(format!(
            "C# prepares `{}` for the time of a call: take it as a parameter, not in a field, as an element or behind a pointer",
            model::type_name(inventory, ty)
        )),
        TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_) | TypeKind::Owned { .. } | TypeKind::Outcome { .. } => {
            Err(misplaced(inventory, ty, "in a field, as an element, behind a pointer or by value"))
        }
    }
}
