//! What is decided about each type, in each place where it may stand: one table for each kind of place.

use crate::context::Context;
use crate::marshal::{Alone, Passed, Place, Received, Returned, Stored};
use crate::syntax::{Dialect, Template};
use crate::{
    arrays, callbacks, enums, flat, large, layouts, nonzero, options, outliving, pointers, primitives, results, services, slices,
    strings, structs, tagged, twins, unions,
};
use interoptopus::model::{Crossing, PointerKind, Presence, Primitive, Type, TypeKind};

impl Context<'_> {
    /// How `ty` is stored.
    pub(crate) fn decide_stored(&self, ty: Type) -> Result<Stored, String> {
        let is_wrapped = matches!(self.inventory.kind(ty), TypeKind::Option { .. } | TypeKind::Tagged(_));
        if is_wrapped || self.has_invalid(ty) {
            large::refuse_handled(self, ty)?;
        }
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => primitives::stored(primitive, self.dialect),
            TypeKind::NonZero { primitive, nullable } => nonzero::stored(self, primitive, nullable),
            TypeKind::Struct(_) | TypeKind::Tagged(_) if twins::has_twin(self, ty) => twins::stored(self, ty),
            TypeKind::Struct(id) => structs::stored(self, ty, id),
            TypeKind::Tagged(_) => Ok(tagged::stored(self, ty)),
            TypeKind::Union(_) => Ok(unions::stored(self, ty)),
            TypeKind::Enum(_) => Ok(enums::stored(self, ty)),
            TypeKind::Array { element, len } => arrays::stored(self, ty, element, len),
            TypeKind::Pointer { pointee, access, kind } => pointers::stored(self, ty, pointee, access, kind),
            TypeKind::Slice { element, access, nullable } => slices::stored(self, ty, element, access, nullable),
            TypeKind::Str { nullable } => Ok(strings::stored(self, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::stored_terminated(self, nullable)),
            TypeKind::Option { value } => options::stored(self, value),
            TypeKind::Callback { .. } => Err(format!(
                "C# prepares `{}` for the time of a call: take it as a parameter, not in a field, as an element or behind a pointer",
                self.inventory.type_name(ty)
            )),
            TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_) | TypeKind::Outcome { .. } => {
                Err(self.misplaced(ty, "in a field, as an element, behind a pointer or by value"))
            }
        }
    }

    /// How a parameter of an exported function goes in.
    pub(crate) fn passed(&self, ty: Type, place: Place<'_>) -> Result<Passed, String> {
        let passed = self.passed_for_call(ty, place)?;
        Ok(if place.is_lent_on && self.dialect.is_unity() { outliving::kept(passed, place.name) } else { passed })
    }

    fn passed_for_call(&self, ty: Type, place: Place<'_>) -> Result<Passed, String> {
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
            TypeKind::Pointer { pointee, access, kind } => pointers::passed(self, pointee, access, kind, place),
            TypeKind::Callback { id: _, nullable } => Ok(callbacks::passed(self, ty, nullable, place)),
            TypeKind::Slice { element, access, nullable } => slices::passed(self, ty, element, access, nullable, place),
            TypeKind::Str { nullable } => Ok(strings::passed(self, nullable, place)),
            TypeKind::CStr { nullable } => Ok(strings::passed_terminated(self, nullable, place.name)),
            TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_) | TypeKind::Array { .. } | TypeKind::Outcome { .. } => {
                Err(self.misplaced(ty, "as a parameter"))
            }
        }
    }

    fn passed_value(&self, ty: Type, name: &str) -> Result<Passed, String> {
        let stored = self.stored(ty)?;
        let Alone { raw, into, out: _ } = flat::by_itself(self, ty, stored.alone())?;
        let scopes = if into.needs_arena() { vec![twins::scope(name)] } else { Vec::new() };
        let arguments = vec![twins::bind(&into.of(name, name), name)];
        Ok(Passed { public: stored.public, native: vec![raw], arguments, scopes, ..Passed::default() })
    }

    /// How a result comes out.
    pub(crate) fn returned(&self, ty: Type) -> Result<Returned, String> {
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
            TypeKind::Option { value } => options::returned(self, value),
            TypeKind::Pointer { pointee, access: _, kind } => pointers::returned(self, pointee, kind),
            TypeKind::Slice { element, access: _, nullable } => slices::returned(self, element, nullable),
            TypeKind::Str { nullable } => Ok(strings::returned(self, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::returned_terminated(self, nullable)),
            TypeKind::Service(id) => Ok(services::returned(self, ty, id)),
            TypeKind::Opaque(_) | TypeKind::Callback { .. } | TypeKind::Outcome { .. } => Err(self.misplaced(ty, "as a result")),
        }
    }

    /// How a result comes out of a function that crosses so.
    pub(crate) fn returned_by(&self, ty: Type, crossing: Crossing) -> Result<Returned, String> {
        if let Crossing::Guarded { error: _ } = crossing {
            layouts::in_outcome(self.inventory, ty)?;
        }
        layouts::returned(self, ty, crossing != Crossing::Bare)?;
        let is_some = self.inventory.presence(ty).map(|presence| self.is_some(presence));
        flat::returned(self, ty, Returned { is_some, ..self.returned(ty)? }, crossing)
    }

    /// Whether the native value `$` is not none.
    fn is_some(&self, presence: Presence) -> Template {
        match presence {
            Presence::Flag => Template::new("$.HasValue"),
            Presence::Data => Template::new("!$.IsNull"),
            Presence::Address => Template::new(format!("$ != {}", self.dialect.null_address())),
        }
    }

    /// What the native function returns for a result that is `returned`.
    pub(crate) fn native_result(&self, returned: &Returned, crossing: Crossing) -> String {
        match crossing {
            Crossing::Bare => returned.raw.clone(),
            Crossing::Guarded { error: _ } => results::native(self, returned),
        }
    }

    /// How a parameter of a callback comes out of native code; `name` is its C# name.
    pub(crate) fn received(&self, ty: Type, name: &str) -> Result<Received, String> {
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
                let Alone { raw, into: _, out } = flat::by_itself(self, ty, stored.alone())?;
                Ok(Received::value(stored.public, raw, out.apply(name)))
            }
            TypeKind::Pointer { pointee, access, kind } => pointers::received(self, pointee, access, kind, name),
            TypeKind::Slice { element, access, nullable } => slices::received(self, ty, element, access, nullable, name),
            TypeKind::Str { nullable } => Ok(strings::received(strings::returned(self, nullable), name)),
            TypeKind::CStr { nullable } => Ok(strings::received(strings::returned_terminated(self, nullable), name)),
            TypeKind::Void
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Callback { .. }
            | TypeKind::Array { .. }
            | TypeKind::Outcome { .. } => Err(self.misplaced(ty, "as a parameter of a callback")),
        }
    }

    /// What a callback returns, which by itself is as a parameter is.
    pub(crate) fn given_back(&self, ty: Type) -> Result<Stored, String> {
        layouts::by_value(self.inventory, ty)?;
        large::refuse_given_back(self, ty)?;
        let stored = self.stored(ty)?;
        let Alone { raw, into, out } = flat::by_itself(self, ty, stored.alone())?;
        if into.needs_arena() {
            return Err(self.misplaced(ty, "as what a callback returns: what it leads to would be gone by then"));
        }
        Ok(Stored { raw, into, out, ..stored })
    }

    /// Why there is no place for `ty` there.
    pub(crate) fn misplaced(&self, ty: Type, place: &str) -> String {
        format!("C# has no form for `{}` {place}", self.inventory.type_name(ty))
    }

    /// Whether a value of `ty` that C# can write may be none of Rust's: an enum without such a variant, a reference that is null.
    pub(crate) fn has_invalid(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Enum(_) | TypeKind::Tagged(_) => true,
            // .NET's own type of a character has no value that is none.
            TypeKind::Primitive(primitive) => primitive == Primitive::Char && self.dialect.is_unity(),
            TypeKind::NonZero { primitive: _, nullable } => !nullable,
            TypeKind::Struct(id) => self.inventory[id].fields.iter().any(|f| self.has_invalid(f.ty)),
            TypeKind::Array { element, len: _ } => self.has_invalid(element),
            TypeKind::Option { value } => self.has_invalid(value),
            TypeKind::Pointer { pointee: _, access: _, kind } => is_refused_null(kind),
            TypeKind::CStr { nullable } => !nullable,
            TypeKind::Void
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::Outcome { .. } => false,
        }
    }

    /// Whether memory may be aligned wrongly for `ty`, as far as this dialect's users can make it so.
    pub(crate) fn may_misalign(&self, ty: Type) -> bool {
        let is_byte = matches!(self.inventory.kind(ty), TypeKind::Primitive(primitive) if primitive.size() == 1);
        let is_bytes = self.inventory.layout(ty).is_some_and(|layout| layout.align == 1);
        self.dialect == Dialect::DotNet && !is_byte && !is_bytes
    }
}

/// Whether Rust refuses a null of a pointer of this kind.
pub(crate) fn is_refused_null(kind: PointerKind) -> bool {
    match kind {
        PointerKind::Reference | PointerKind::NonNull => true,
        PointerKind::Nullable | PointerKind::Raw => false,
    }
}
