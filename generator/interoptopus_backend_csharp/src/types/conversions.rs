//! Conversions: what users see of a type, what is in memory, and how one becomes the other.

use crate::runtime::{Part, Parts};
use crate::syntax::{CsType, Dialect, Expr, Identifier, ParameterType, Path, Prefix, Statement, Template};
use crate::types::nesting::flat::Flat;
use interoptopus::model::{Crossing, Type};

/// The function that gives the results that another is made of.
pub(crate) type ReturnedOf<'f> = &'f dyn Fn(Type) -> Result<Returned, String>;

/// The function that gives the types in memory that another is made of.
pub(crate) type StoredOf<'f> = &'f dyn Fn(Type) -> Result<Stored, String>;

/// A type in memory: in a field, as an element, behind a pointer; and where it crosses by value.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// The type for users: `bool`, `Vec2`, `Vec2?`.
    pub(crate) public: CsType,
    /// The type in memory, blittable: `byte`, `Vec2`, `FfiOption<Vec2>`.
    pub(crate) raw: CsType,
    /// The type in memory that nothing marshals, as behind pointers.
    pub(crate) element: CsType,
    /// From `public` to `raw`; refuses what is no value of the type.
    pub(crate) into: Template,
    /// From `raw` to `public`.
    pub(crate) out: Template,
    /// The check that refuses an `element` which is no value of the type, if there are such.
    pub(crate) check: Option<Check>,
    /// The form as a parameter or result by itself, if it is not `raw`.
    pub(crate) alone: Option<Alone>,
    /// Whether `public` is a class, which may be null by itself.
    pub(crate) is_class: bool,
    /// The parts of the runtime that are named here.
    pub(crate) parts: Parts,
}

/// The form of a type as a parameter or result by itself.
#[derive(Clone, Debug)]
pub(crate) struct Alone {
    /// The type.
    pub(crate) raw: CsType,
    /// From what users see; refuses what is no value of the type.
    pub(crate) into: Template,
    /// To what users see.
    pub(crate) out: Template,
}

/// A check of a value.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    /// The condition without which nothing is checked.
    pub(crate) only_if: Option<Template>,
    /// The value, or an exception.
    pub(crate) checked: Template,
}

impl Check {
    /// The statement that refuses `value`, which the expression `parameter` says the parameter of.
    pub(crate) fn statement(&self, value: impl Into<Expr>, parameter: impl Into<Expr>) -> String {
        let (value, parameter) = (value.into(), parameter.into());
        let filled = |template: &Template| template.with(value.clone(), parameter.clone());
        let condition = self.only_if.as_ref().map(|condition| format!("if ({}) ", filled(condition)));
        format!("{}{};", condition.unwrap_or_default(), filled(&self.checked))
    }
}

impl Stored {
    /// Users see what is in memory.
    pub(crate) fn plain(ty: impl Into<CsType>) -> Self {
        let public = ty.into();
        let (raw, element) = (public.clone(), public.clone());
        Stored {
            public,
            raw,
            element,
            into: Template::value(),
            out: Template::value(),
            check: None,
            alone: None,
            is_class: false,
            parts: Parts::default(),
        }
    }

    /// Users see what is in memory, of which `checked` refuses some.
    pub(crate) fn refusing(ty: impl Into<CsType>, checked: Template) -> Self {
        Stored { into: checked.clone(), check: Some(Check { only_if: None, checked }), ..Stored::plain(ty) }
    }

    /// As [`plain`](Self::plain); what comes in is checked if `has_invalid` values.
    pub(crate) fn checked(ty: impl Into<CsType>, has_invalid: bool) -> Self {
        let checked = || Template::value().method("Checked", [Template::parameter()]);
        if has_invalid { Stored::refusing(ty, checked()) } else { Stored::plain(ty) }
    }

    /// Users see an instance of the class `public`, made from and into what is in memory.
    pub(crate) fn class(public: impl Into<CsType>, raw: impl Into<CsType>, into: Template, out: Template) -> Self {
        Stored { public: public.into(), into, out, is_class: true, ..Stored::plain(raw) }
    }

    /// `public` or null.
    pub(crate) fn or_null(&self, dialect: Dialect) -> CsType {
        if self.is_class { dialect.or_null(&self.public) } else { self.public.nullable() }
    }

    /// Whether a value, which is `public` or null, is something; and its value then.
    pub(crate) fn is_some(&self, dialect: Dialect) -> (Template, Template) {
        let value = Template::value();
        match self.is_class {
            true => (dialect.is_null(value.clone()).prefixed(Prefix::Not), value),
            false => (value.clone().member("HasValue"), value.member("Value")),
        }
    }

    /// This, with each path of a type in it as `renamed` makes it.
    pub(crate) fn with_paths(self, renamed: &dyn Fn(Path) -> Path) -> Self {
        let Stored { public, raw, element, into, out, check, alone, is_class, parts } = self;
        let ty = |ty: &CsType| ty.clone().with_paths(renamed);
        let check = check.map(|Check { only_if, checked }| Check {
            only_if: only_if.map(|condition| condition.with_types(&ty)),
            checked: checked.with_types(&ty),
        });
        let alone =
            alone.map(|Alone { raw, into, out }| Alone { raw: ty(&raw), into: into.with_types(&ty), out: out.with_types(&ty) });
        let (into, out) = (into.with_types(&ty), out.with_types(&ty));
        Stored { public: ty(&public), raw: ty(&raw), element: ty(&element), into, out, check, alone, is_class, parts }
    }

    /// This, which names `parts` of the runtime.
    pub(crate) fn with_parts<const N: usize>(self, parts: [Part; N]) -> Self {
        Stored { parts: parts.into(), ..self }
    }

    /// As a parameter or result by itself.
    pub(crate) fn alone(&self) -> Alone {
        let as_it_is = || Alone { raw: self.raw.clone(), into: self.into.clone(), out: self.out.clone() };
        self.alone.clone().unwrap_or_else(as_it_is)
    }

    /// Whether users see what is behind a pointer, so that the pointer may lead to their variable.
    pub(crate) fn is_addressable(&self) -> bool {
        self.element == self.public
    }

    /// From `public` to `element`; refuses what is no value of the type.
    pub(crate) fn to_element(&self) -> Template {
        let checked = || self.check.as_ref().map_or_else(Template::value, |check| check.checked.clone());
        if self.is_addressable() { checked() } else { self.into.clone() }
    }

    /// From `element` to `public`.
    pub(crate) fn out_of_element(&self) -> Template {
        if self.is_addressable() { Template::value() } else { self.out.clone() }
    }

    /// The type for users of an element of a slice: never an option of .NET's, which is laid out otherwise.
    pub(crate) fn sliced(&self) -> &CsType {
        if self.public == CsType::BOOL { &self.public } else { &self.element }
    }
}

/// A parameter of an exported function on the way in.
#[derive(Clone, Debug)]
pub(crate) struct Passed {
    /// The parameter that users see, such as `ref Vec2`.
    pub(crate) public: ParameterType,
    /// The parameter of the native function; of a slice or a string the first, behind which there is a length.
    pub(crate) native: ParameterType,
    /// Statements before the call: checks, and copies.
    pub(crate) before: Vec<Statement>,
    /// The variables that are disposed after the call.
    pub(crate) scopes: Vec<Disposed>,
    /// The heads of the `fixed` statements around the call.
    pub(crate) pins: Vec<String>,
    /// Statements before the call that need what is pinned.
    pub(crate) pinned: Vec<Statement>,
    /// The arguments of the native function: for each of its parameters one.
    pub(crate) arguments: Vec<Expr>,
    /// Statements after the call, before its status is looked at.
    pub(crate) after: Vec<Statement>,
    /// The variable for the call, if it is a callback.
    pub(crate) call: Option<String>,
    /// The parts of the runtime that are named here.
    pub(crate) parts: Parts,
}

impl Passed {
    /// `public` for users and `native` at the ABI, and nothing else so far.
    pub(crate) fn new(public: impl Into<ParameterType>, native: impl Into<ParameterType>) -> Self {
        Passed {
            public: public.into(),
            native: native.into(),
            before: Vec::new(),
            scopes: Vec::new(),
            pins: Vec::new(),
            pinned: Vec::new(),
            arguments: Vec::new(),
            after: Vec::new(),
            call: None,
            parts: Parts::default(),
        }
    }
}

/// A variable of a `using`.
#[derive(Clone, Debug)]
pub(crate) struct Disposed {
    pub(crate) ty: CsType,
    pub(crate) name: String,
    pub(crate) arguments: String,
}

/// A result on the way out.
#[derive(Clone, Debug)]
pub(crate) struct Returned {
    /// The type for users.
    pub(crate) public: CsType,
    /// The type that the native function returns.
    pub(crate) raw: CsType,
    /// From `raw` to `public`: copies what is the library's.
    pub(crate) out: Template,
    /// Whether `public` is a class, which may be null by itself.
    pub(crate) is_class: bool,
    /// Whether a `raw` is something, if it may be nothing: then nothing is lent.
    pub(crate) is_some: Option<Template>,
    /// The expression that frees the object at the address `raw`, if it is one and will have no other owner.
    pub(crate) discard: Option<Template>,
    /// The expression that ends a `raw` once it has been copied, if it is the caller's to end: frees it.
    pub(crate) free: Option<Template>,
    /// The struct that the native function returns instead, if it cannot return a struct with others in it.
    pub(crate) flat: Option<Flat>,
    /// The parts of the runtime that are named here.
    pub(crate) parts: Parts,
}

impl Returned {
    pub(crate) fn nothing() -> Self {
        Returned {
            public: CsType::VOID,
            raw: CsType::VOID,
            out: Template::value(),
            is_class: false,
            is_some: None,
            discard: None,
            free: None,
            flat: None,
            parts: Parts::default(),
        }
    }

    pub(crate) fn value(stored: Stored) -> Self {
        let Alone { raw, into: _, out } = stored.alone();
        Returned { public: stored.public, raw, out, is_class: stored.is_class, ..Returned::nothing() }
    }

    pub(crate) fn class(public: impl Into<CsType>, raw: impl Into<CsType>, out: Template) -> Self {
        Returned { public: public.into(), raw: raw.into(), out, is_class: true, ..Returned::nothing() }
    }

    /// This, which names `parts` of the runtime.
    pub(crate) fn with_parts<const N: usize>(self, parts: [Part; N]) -> Self {
        Returned { parts: parts.into(), ..self }
    }

    pub(crate) fn is_nothing(&self) -> bool {
        self.public == CsType::VOID
    }
}

/// An argument of a callback on the way out of native code.
#[derive(Debug)]
pub(crate) struct Received {
    /// The parameter that users see.
    pub(crate) public: ParameterType,
    /// The parameter that native code hands over.
    pub(crate) native: ParameterType,
    /// Statements before the target is called.
    pub(crate) before: Vec<Statement>,
    /// The argument of the target.
    pub(crate) argument: Expr,
    /// Statements after it returned.
    pub(crate) after: Vec<Statement>,
    /// The parts of the runtime that are named here.
    pub(crate) parts: Parts,
}

impl Received {
    /// A value that one expression makes.
    pub(crate) fn value(public: impl Into<ParameterType>, native: impl Into<ParameterType>, argument: Expr) -> Self {
        let (public, native) = (public.into(), native.into());
        Received { public, native, before: Vec::new(), argument, after: Vec::new(), parts: Parts::default() }
    }

    /// As a result comes out.
    pub(crate) fn returned(returned: Returned, name: &Identifier) -> Self {
        let Returned { public, raw, out, is_class: _, is_some: _, discard: _, free: _, flat: _, parts } = returned;
        Received { parts, ..Received::value(public, raw, out.apply(name)) }
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
    pub(crate) name: &'a Identifier,
    /// Whether misuse would abort: then all is checked before.
    pub(crate) crossing: Crossing,
    pub(crate) text: Text,
    /// The variable for the call, if it has callbacks.
    pub(crate) call: &'a str,
    /// Whether the result may lead to what it leads to.
    pub(crate) is_lent_on: bool,
}
