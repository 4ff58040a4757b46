//! Templates: expressions with holes for a value.

use super::expressions::Expr;
use super::identifiers::Identifier;
use super::types::CsType;

/// A hole in an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hole {
    Value,
    /// The name of the parameter that the value came in by, as a string.
    Parameter,
    /// The memory for the time of a call.
    Arena,
}

/// An expression with holes.
pub(crate) type Template = Expr<Hole>;

impl Template {
    /// The value itself.
    pub(crate) fn value() -> Self {
        Expr::Hole(Hole::Value)
    }

    /// The name of the parameter that the value came in by, as a string.
    pub(crate) fn parameter() -> Self {
        Expr::Hole(Hole::Parameter)
    }

    /// The memory for the time of a call.
    pub(crate) fn arena() -> Self {
        Expr::Hole(Hole::Arena)
    }

    pub(crate) fn needs_arena(&self) -> bool {
        self.count(&|part| *part == Template::arena()) > 0
    }

    pub(crate) fn is_value(&self) -> bool {
        *self == Template::value()
    }

    /// Whether the value is written once, so that it may be a call.
    pub(crate) fn is_single(&self) -> bool {
        self.count(&Template::is_value) == 1
    }

    /// The expression for `value`, of whose parameter the expression `parameter` is the name, with memory by `arena`.
    pub(crate) fn within(&self, value: impl Into<Expr>, parameter: impl Into<Expr>, arena: impl Into<Expr>) -> Expr {
        let (value, parameter, arena) = (value.into(), parameter.into(), arena.into());
        let filled = |hole: &Hole| match hole {
            Hole::Value => value.clone(),
            Hole::Parameter => parameter.clone(),
            Hole::Arena => arena.clone(),
        };
        self.map(&filled, &CsType::clone)
    }

    /// The expression for `value`, of whose parameter the expression `parameter` is the name; memory is by the parameter `arena`.
    pub(crate) fn with(&self, value: impl Into<Expr>, parameter: impl Into<Expr>) -> Expr {
        self.within(value, parameter, "arena")
    }

    /// The expression for `value`, which came in by `parameter`.
    pub(crate) fn of(&self, value: impl Into<Expr>, parameter: &Identifier) -> Expr {
        self.with(value, format!("nameof({parameter})"))
    }

    /// The expression for a value that comes out, or is called `value`.
    pub(crate) fn apply(&self, value: impl Into<Expr>) -> Expr {
        self.with(value, "nameof(value)")
    }

    /// This, of what `value` is made of its hole.
    pub(crate) fn on(&self, value: &Template) -> Self {
        let filled = |hole: &Hole| match hole {
            Hole::Value => value.clone(),
            Hole::Parameter | Hole::Arena => Expr::Hole(*hole),
        };
        self.map(&filled, &CsType::clone)
    }

    /// This, with each type as `renamed` makes it.
    pub(crate) fn with_types(&self, renamed: &dyn Fn(&CsType) -> CsType) -> Self {
        self.map(&|hole| Expr::Hole(*hole), renamed)
    }
}
