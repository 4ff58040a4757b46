//! The passage of a parameter: statements before the call, its arguments, statements after it.

use super::conversion::{Conversion, KEPT};
use super::table::Types;
use crate::names::scope::Scope;
use crate::syntax::expressions::{Expr, local};
use crate::syntax::statements::Stmt;
use interoptopus::model::Access;

/// The passage of a parameter.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The name.
    pub(crate) name: String,
    /// The annotation.
    pub(crate) annotation: Expr,
    /// Statements before the call.
    pub(crate) before: Vec<Stmt>,
    /// The arguments of the call: one, or two.
    pub(crate) arguments: Vec<Expr>,
    /// Statements after the call, whether it failed or not.
    pub(crate) after: Vec<Stmt>,
    /// A sentence for the docs.
    pub(crate) note: Option<String>,
    /// The variable whose memory may be the caller's own, and whether Rust writes to it.
    pub(crate) memory: Option<(Expr, Access)>,
    /// Whether it is a callback.
    pub(crate) calls_back: bool,
}

impl Passage {
    /// A parameter whose way is still to be filled in.
    pub(crate) fn new(name: &str, annotation: Expr) -> Self {
        let (before, arguments, after) = (Vec::new(), Vec::new(), Vec::new());
        Passage { name: name.to_owned(), annotation, before, arguments, after, note: None, memory: None, calls_back: false }
    }

    /// A parameter that is one value.
    pub(crate) fn by_value(name: &str, conversion: &Conversion) -> Result<Self, String> {
        let mut passage = Passage::new(name, conversion.takes.clone());
        passage.arguments = vec![conversion.to_c.clone()?.of(&local(name)).bare()];
        Ok(passage)
    }
}

/// The body of a function in the making.
pub(crate) struct Body<'c, 'a> {
    pub(crate) types: &'c Types<'a>,
    pub(crate) scope: Scope<'c>,
    /// Whether it crosses bare, and has no way to report an error.
    pub(crate) is_bare: bool,
    /// Whether the result may point to arguments, which then have to live until it is read.
    pub(crate) lends: bool,
    /// The list of what callbacks raised, if it has any callbacks.
    pub(crate) raised: Option<Expr>,
    /// The list of the memory that what goes in leads to, if any does.
    pub(crate) kept: Option<Expr>,
}

impl Body<'_, '_> {
    /// The list that callbacks note their exceptions in.
    pub(crate) fn raised(&mut self) -> Expr {
        self.raised.get_or_insert_with(|| local(self.scope.local("raised"))).clone()
    }

    /// The list that keeps what goes in alive.
    pub(crate) fn kept(&mut self) -> Expr {
        self.kept.get_or_insert_with(|| local(self.scope.local(KEPT))).clone()
    }

    /// The declaration of `list`, which is empty.
    pub(crate) fn empty_list(&self, list: Expr) -> Stmt {
        Stmt::declare(list, self.scope.python("list").of([self.types.names.python("Any")]), Expr::List(Vec::new()))
    }

    /// A new variable.
    pub(crate) fn local(&mut self, name: &str) -> Expr {
        local(self.scope.local(name))
    }

    /// A variable for the C expression `value`, unless that is one.
    pub(crate) fn variable(&mut self, name: &str, value: Expr, lines: &mut Vec<Stmt>) -> Expr {
        if let Expr::Local(_) = value {
            return value;
        }
        let name = self.local(name);
        lines.push(Stmt::assign(name.clone(), value));
        name
    }
}
