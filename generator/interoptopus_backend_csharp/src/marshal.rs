//! How each type crosses, decided in one place: what users see, what is in memory, how one becomes the other. What emits code only
//! puts these together.

use crate::context::Context;
use crate::dialect::Dialect;
use crate::{arrays, callbacks, enums, options, pointers, primitives, results, services, slices, strings, structs};
use interoptopus::model::{Crossing, Type, TypeKind};

/// An expression with holes: `$` is the value, `@` the name of the parameter that it came in by, as a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(String);

impl Template {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Template(text.into())
    }

    /// The value itself.
    pub(crate) fn same() -> Self {
        Template::new("$")
    }

    pub(crate) fn is_same(&self) -> bool {
        self.0 == "$"
    }

    /// Whether the value is written once, so that it may be a call.
    pub(crate) fn is_single(&self) -> bool {
        self.0.matches('$').count() == 1
    }

    /// The expression for `value`, where the expression `parameter` says what it came in by.
    pub(crate) fn with(&self, value: &str, parameter: &str) -> String {
        let part = |c: char| match c {
            '$' => value.to_owned(),
            '@' => parameter.to_owned(),
            other => other.to_string(),
        };
        self.0.chars().map(part).collect()
    }

    /// The expression for `value`, which came in by `parameter`.
    pub(crate) fn of(&self, value: &str, parameter: &str) -> String {
        self.with(value, &format!("nameof({parameter})"))
    }

    /// The expression for a value that comes out, or is called `value`.
    pub(crate) fn apply(&self, value: &str) -> String {
        self.of(value, "value")
    }

    /// This with another hole, such as `$.Value`.
    pub(crate) fn on(&self, hole: &str) -> String {
        self.with(hole, "@")
    }
}

/// How a type is stored: in a field, as an element, behind a pointer. Where it crosses by value, that is how.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// What users see: `bool`, `Vec2`, `Vec2?`.
    pub(crate) public: String,
    /// What is in memory, blittable: `byte`, `Vec2`, `FfiOption<Vec2>`.
    pub(crate) raw: String,
    /// The same where nothing marshals it, as behind pointers.
    pub(crate) element: String,
    /// From `public` to `raw`; refuses what is no value of the type.
    pub(crate) into: Template,
    /// From `raw` to `public`.
    pub(crate) out: Template,
    /// A statement that refuses an `element` which is no value of the type, if there are such.
    pub(crate) check: Option<Template>,
}

impl Stored {
    /// Users see what is in memory.
    pub(crate) fn plain(name: impl Into<String>) -> Self {
        let name = name.into();
        let (raw, element) = (name.clone(), name.clone());
        Stored { public: name, raw, element, into: Template::same(), out: Template::same(), check: None }
    }

    /// As [`plain`](Self::plain); what comes in is checked if `has_invalid` values.
    pub(crate) fn checked(name: impl Into<String>, has_invalid: bool) -> Self {
        let check = Template::new("$.Checked(@)");
        if has_invalid { Stored { into: check.clone(), check: Some(check), ..Stored::plain(name) } } else { Stored::plain(name) }
    }

    /// Whether users see what is behind a pointer, so that the pointer may lead to their variable.
    pub(crate) fn is_addressable(&self) -> bool {
        self.element == self.public
    }

    /// From `public` to `element`; refuses what is no value of the type.
    pub(crate) fn to_element(&self) -> Template {
        if self.is_addressable() { self.check.clone().unwrap_or_else(Template::same) } else { self.into.clone() }
    }

    /// From `element` to `public`.
    pub(crate) fn out_of_element(&self) -> Template {
        if self.is_addressable() { Template::same() } else { self.out.clone() }
    }

    /// What users see as the element of a slice: never an option of .NET's, which is laid out otherwise.
    pub(crate) fn sliced(&self) -> &str {
        if self.public == "bool" { &self.public } else { &self.element }
    }
}

/// How a parameter of an exported function goes in.
#[derive(Debug, Default)]
pub(crate) struct Passed {
    /// The modifier and type that users see, such as `ref Vec2`.
    pub(crate) public: String,
    /// What the native function takes: types, with attributes, of one or two parameters.
    pub(crate) native: Vec<String>,
    /// Statements before the call: checks, and copies.
    pub(crate) before: Vec<String>,
    /// What must be disposed after the call.
    pub(crate) scopes: Vec<Disposed>,
    /// What `fixed` pins during the call: the heads of the statements.
    pub(crate) pins: Vec<String>,
    /// Statements before the call that need what is pinned.
    pub(crate) pinned: Vec<String>,
    /// What the native function is given.
    pub(crate) arguments: Vec<String>,
    /// Statements after the call, before its status is looked at.
    pub(crate) after: Vec<String>,
}

/// A variable of a `using`.
#[derive(Debug)]
pub(crate) struct Disposed {
    pub(crate) ty: String,
    pub(crate) name: String,
    pub(crate) arguments: String,
}

/// How a result comes out.
#[derive(Clone, Debug)]
pub(crate) struct Returned {
    /// What users see.
    pub(crate) public: String,
    /// What the native function returns.
    pub(crate) raw: String,
    /// From `raw` to `public`: copies what is the library's.
    pub(crate) out: Template,
    /// Whether `public` is a class, which may be null by itself.
    pub(crate) is_class: bool,
    /// Whether a `raw` is something, if it may be nothing: then nothing is lent.
    pub(crate) is_some: Option<Template>,
}

impl Returned {
    pub(crate) fn nothing() -> Self {
        Returned { public: "void".to_owned(), raw: "void".to_owned(), out: Template::same(), is_class: false, is_some: None }
    }

    pub(crate) fn value(stored: Stored) -> Self {
        let Stored { public, raw, element: _, into: _, out, check: _ } = stored;
        Returned { public, raw, out, is_class: false, is_some: None }
    }

    pub(crate) fn class(public: impl Into<String>, raw: impl Into<String>, out: impl Into<String>) -> Self {
        Returned { public: public.into(), raw: raw.into(), out: Template::new(out), is_class: true, is_some: None }
    }

    /// The same, which is nothing unless `is_some` of the raw value.
    pub(crate) fn or_nothing(self, is_some: impl Into<String>) -> Self {
        Returned { is_some: Some(Template::new(is_some)), ..self }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        self.public == "void"
    }
}

/// How a parameter of a callback comes out of native code.
#[derive(Debug)]
pub(crate) struct Received {
    /// The modifier and type that users see.
    pub(crate) public: String,
    /// What native code hands over.
    pub(crate) native: String,
    /// Statements before the target is called.
    pub(crate) before: Vec<String>,
    /// What the target is given.
    pub(crate) argument: String,
    /// Statements after it returned.
    pub(crate) after: Vec<String>,
}

impl Received {
    /// A value that one expression makes.
    pub(crate) fn value(public: impl Into<String>, native: impl Into<String>, argument: String) -> Self {
        let (public, native) = (public.into(), native.into());
        Received { public, native, before: Vec::new(), argument, after: Vec::new() }
    }
}

/// Which overload of a function: text is a `string`, or UTF-8 that is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    Strings,
    Bytes,
}

/// A parameter of an exported function in one of its overloads.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    /// The C# name.
    pub(crate) name: &'a str,
    /// Whether misuse would abort: then all is checked before.
    pub(crate) crossing: Crossing,
    pub(crate) text: Text,
    /// How many parameters of the same callback are before it.
    pub(crate) slot: usize,
}

impl Context<'_> {
    /// How `ty` is stored.
    pub(crate) fn stored(&self, ty: Type) -> Result<Stored, String> {
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => Ok(primitives::stored(primitive, self.dialect)),
            TypeKind::Struct(_) => Ok(structs::stored(self, ty)),
            TypeKind::Enum(_) => Ok(enums::stored(self, ty)),
            TypeKind::Array { element, len } => arrays::stored(self, ty, element, len),
            TypeKind::Pointer { pointee, access: _, kind } => pointers::stored(self, pointee, kind),
            TypeKind::Slice { element, access: _, nullable: _ } => slices::stored(self, element),
            TypeKind::Str { nullable: _ } => Ok(Stored::plain("FfiStr")),
            TypeKind::CStr { nullable } => Ok(Stored::checked(self.dialect.address(), !nullable)),
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
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(_) | TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Option { value: _ } => {
                Ok(self.passed_value(self.stored(ty)?, place.name))
            }
            TypeKind::Pointer { pointee, access, kind } => pointers::passed(self, pointee, access, kind, place),
            TypeKind::Callback { id: _, nullable } => Ok(callbacks::passed(self, ty, nullable, place)),
            TypeKind::Slice { element, access, nullable } => slices::passed(self, element, access, nullable, place),
            TypeKind::Str { nullable } => Ok(strings::passed(self, nullable, place)),
            TypeKind::CStr { nullable } => Ok(strings::passed_terminated(self, nullable, place.name)),
            TypeKind::Void | TypeKind::Opaque(_) | TypeKind::Service(_) | TypeKind::Array { .. } | TypeKind::Outcome { .. } => {
                Err(self.misplaced(ty, "as a parameter"))
            }
        }
    }

    fn passed_value(&self, stored: Stored, name: &str) -> Passed {
        let argument = stored.into.of(name, name);
        Passed { public: stored.public, native: vec![stored.raw], arguments: vec![argument], ..Passed::default() }
    }

    /// How a result comes out.
    pub(crate) fn returned(&self, ty: Type) -> Result<Returned, String> {
        match *self.inventory.kind(ty) {
            TypeKind::Void => Ok(Returned::nothing()),
            TypeKind::Primitive(_) | TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Array { .. } => {
                Ok(Returned::value(self.stored(ty)?))
            }
            TypeKind::Option { value } => options::returned(self, value),
            TypeKind::Pointer { pointee, access: _, kind } => pointers::returned(self, pointee, kind),
            TypeKind::Slice { element, access: _, nullable } => slices::returned(self, element, nullable),
            TypeKind::Str { nullable } => Ok(strings::returned(self, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::returned_terminated(self, nullable)),
            TypeKind::Service(_) => Ok(services::returned(self, ty)),
            TypeKind::Opaque(_) | TypeKind::Callback { .. } | TypeKind::Outcome { .. } => Err(self.misplaced(ty, "as a result")),
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
            TypeKind::Primitive(_) | TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Option { value: _ } => {
                let stored = self.stored(ty)?;
                Ok(Received::value(stored.public, stored.raw, stored.out.apply(name)))
            }
            TypeKind::Pointer { pointee, access, kind } => pointers::received(self, pointee, access, kind, name),
            TypeKind::Slice { element, access, nullable } => slices::received(self, element, access, nullable, name),
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

    /// Why there is no place for `ty` there.
    pub(crate) fn misplaced(&self, ty: Type, place: &str) -> String {
        format!("C# has no form for `{}` {place}", self.inventory.type_name(ty))
    }

    /// Whether a value of `ty` that C# can write may be none of Rust's: an enum without such a variant, a reference that is null.
    pub(crate) fn has_invalid(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Enum(_) => true,
            TypeKind::Struct(id) => self.inventory[id].fields.iter().any(|f| self.has_invalid(f.ty)),
            TypeKind::Array { element, len: _ } => self.has_invalid(element),
            TypeKind::Option { value } => self.has_invalid(value),
            TypeKind::Pointer { pointee: _, access: _, kind } => kind == interoptopus::model::PointerKind::Reference,
            TypeKind::CStr { nullable } => !nullable,
            TypeKind::Void
            | TypeKind::Primitive(_)
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
        self.dialect == Dialect::DotNet
            && match *self.inventory.kind(ty) {
                TypeKind::Primitive(primitive) => primitive.size() > 1,
                _ => self.inventory.layout(ty).is_none_or(|layout| layout.align > 1),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in_one_pass() {
        let template = Template::new("$.HasValue ? $.Value.Checked(@) : default");
        assert_eq!(template.of("@event", "@event"), "@event.HasValue ? @event.Value.Checked(nameof(@event)) : default");
        assert!(!template.is_single());
        assert_eq!(Template::new("$ != 0").on("$.Value"), "$.Value != 0");
    }
}
