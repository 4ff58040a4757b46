//! How a parameter goes in: what is done before the call, what the call gets, what is done after it.

use crate::by_value::{self, Place};
use crate::lines::without_parentheses;
use crate::marshal::{Context, KEPT, Marshal, Template, kept_by};
use crate::scope::Scope;
use crate::{callbacks, enums, pointers, slices, strings};
use interoptopus::model::{Access, Type, TypeKind};

/// How one parameter goes in.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The name.
    pub(crate) name: String,
    /// The annotation.
    pub(crate) annotation: String,
    /// Statements before the call.
    pub(crate) before: Vec<String>,
    /// What the call gets: one argument, or two.
    pub(crate) arguments: Vec<String>,
    /// Statements after the call, whether it failed or not.
    pub(crate) after: Vec<String>,
    /// What the docs should say.
    pub(crate) note: Option<String>,
    /// The variable whose memory may be the caller's own, and whether Rust writes to it.
    pub(crate) memory: Option<(String, Access)>,
    /// Whether it is a callback.
    pub(crate) calls_back: bool,
}

impl Passage {
    /// A parameter whose way is still to be filled in.
    pub(crate) fn new(name: &str, annotation: String) -> Self {
        let (before, arguments, after) = (Vec::new(), Vec::new(), Vec::new());
        Passage { name: name.to_owned(), annotation, before, arguments, after, note: None, memory: None, calls_back: false }
    }

    /// A parameter that is one value.
    pub(crate) fn by_value(name: &str, marshal: &Marshal) -> Result<Self, String> {
        let mut passage = Passage::new(name, marshal.takes.clone());
        passage.arguments = vec![without_parentheses(&marshal.to_c.clone()?.of(name))];
        Ok(passage)
    }

    /// A parameter that is one value of `ty`, in a carrier if libffi cannot pass it.
    fn value(cx: &Context<'_>, name: &str, ty: Type) -> Result<Self, String> {
        let mut passage = Passage::by_value(name, &cx.marshal(ty))?;
        if by_value::is_carried(cx.inventory, ty, Place::Argument)? {
            passage.arguments = passage.arguments.iter().map(|initial| by_value::carry(cx, ty, initial)).collect();
        }
        Ok(passage)
    }

    /// How a parameter of type `ty` goes in; or why it cannot.
    pub(crate) fn of(body: &mut Body<'_, '_>, name: &str, ty: Type) -> Result<Self, String> {
        let mut passage = Passage::during_the_call(body, name, ty)?;
        if body.lends && body.cx.borrows(ty) {
            let kept =
                passage.arguments.iter().map(|argument| body.variable(&format!("{name}_c"), argument, &mut passage.before));
            passage.arguments = kept.collect();
        }
        let keeps = |lines: &[String]| lines.iter().any(|line| line.contains(Template::KEPT));
        if keeps(&passage.before) || keeps(&passage.arguments) {
            let list = body.kept();
            for line in passage.before.iter_mut().chain(&mut passage.arguments) {
                *line = kept_by(line, &list);
            }
        }
        Ok(passage)
    }

    /// The same, where nothing needs the memory of an argument after the call.
    fn during_the_call(body: &mut Body<'_, '_>, name: &str, ty: Type) -> Result<Self, String> {
        match *body.cx.inventory.kind(ty) {
            TypeKind::Enum(id) if !body.cx.inventory[id].flags => Ok(enums::passage(body.cx, &body.scope, name, id)),
            TypeKind::Callback { id, nullable } => callbacks::passage(body, name, id, nullable),
            TypeKind::Slice { element, access, nullable } => slices::passage(body, name, element, access, nullable),
            TypeKind::Str { nullable } => Ok(strings::passage(body.cx, &mut body.scope, name, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::passage_c(body.cx, name, nullable)),
            TypeKind::Pointer { pointee, access, kind } if body.cx.opaque(pointee).is_none() => {
                pointers::passage(body, name, pointee, access, kind)
            }
            TypeKind::Service(_) => Err("an object of a service cannot change hands as an argument: take a reference".to_owned()),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => Passage::value(body.cx, name, ty),
        }
    }
}

/// The body of a function in the making.
pub(crate) struct Body<'c, 'a> {
    pub(crate) cx: &'c Context<'a>,
    pub(crate) scope: Scope<'c>,
    /// Whether it has no way to say what is wrong.
    pub(crate) is_bare: bool,
    /// Whether what comes back may point to what went in, which then has to live until that is read.
    pub(crate) lends: bool,
    /// The list of what callbacks raised, if it has any callbacks.
    pub(crate) raised: Option<String>,
    /// The list of the memory that what goes in leads to, if any does.
    pub(crate) kept: Option<String>,
}

impl Body<'_, '_> {
    /// The name of the list that callbacks note their exceptions in.
    pub(crate) fn raised(&mut self) -> String {
        self.raised.get_or_insert_with(|| self.scope.local("raised")).clone()
    }

    /// The name of the list that keeps what goes in alive.
    fn kept(&mut self) -> String {
        self.kept.get_or_insert_with(|| self.scope.local(KEPT)).clone()
    }

    /// A variable for the C expression `value`, unless that is one.
    pub(crate) fn variable(&mut self, name: &str, value: &str, lines: &mut Vec<String>) -> String {
        if value.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return value.to_owned();
        }
        let name = self.scope.local(name);
        lines.push(format!("{name} = {value}"));
        name
    }
}
