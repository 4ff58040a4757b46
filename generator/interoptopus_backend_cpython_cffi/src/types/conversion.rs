//! Conversions: the annotations of a type, and the expressions that turn one side's value into the other's.

use crate::syntax::expressions::{Expr, none, own};

/// The conversion of a type's values wherever they stand: as an argument, a result, a field, an item of a slice.
///
/// As a parameter of its own some have a better way, such as a slice, which is two: see `Passage`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conversion {
    /// The annotation of what goes in.
    pub(crate) takes: Expr,
    /// The annotation of what comes out.
    pub(crate) gives: Expr,
    /// The annotation of a field, which is both.
    pub(crate) holds: Expr,
    /// From Python's value to what cffi takes for it; or why there is none.
    pub(crate) to_c: Result<Template, String>,
    /// From cffi's value to a Python value of its own, a copy; or why there is none.
    pub(crate) from_c: Result<Template, String>,
}

impl Conversion {
    /// A value that is the same in Python and in cffi.
    pub(crate) fn same(annotation: Expr) -> Self {
        Conversion::converted(annotation, Template::same(), Template::same())
    }

    /// A value with one annotation.
    pub(crate) fn converted(annotation: Expr, to_c: impl Into<Template>, from_c: impl Into<Template>) -> Self {
        let (to_c, from_c) = (Ok(to_c.into()), Ok(from_c.into()));
        Conversion { takes: annotation.clone(), gives: annotation.clone(), holds: annotation, to_c, from_c }
    }

    /// A type that cannot cross here.
    pub(crate) fn refused(reason: &str) -> Self {
        let (to_c, from_c) = (Err(reason.to_owned()), Err(reason.to_owned()));
        Conversion { takes: none(), gives: none(), holds: none(), to_c, from_c }
    }
}

/// An expression with [`Expr::Value`] where a value stands, and [`Expr::Kept`] where the list of a call stands that keeps alive what a value of
/// C leads to: every conversion adds its memory to it, and it is there until what the call returned has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(Expr);

impl From<Expr> for Template {
    fn from(expression: Expr) -> Self {
        Template(expression)
    }
}

impl Template {
    /// The value itself.
    pub(crate) fn same() -> Self {
        Template(Expr::Value)
    }

    /// The expression for `value`.
    pub(crate) fn of(&self, value: &Expr) -> Expr {
        let mut filled = self.0.clone();
        filled.replace(&|part| (*part == Expr::Value).then(|| value.clone()));
        filled
    }

    /// The expression for the value of another template.
    pub(crate) fn inner(&self) -> Expr {
        self.0.clone()
    }

    pub(crate) fn is_same(&self) -> bool {
        self.0 == Expr::Value
    }

    /// Whether its result is untyped to a type checker, as all that comes from cffi is.
    pub(crate) fn is_untyped(&self) -> bool {
        self.is_same() || *self.0.leftmost() == own("ffi")
    }

    /// Whether it mentions the value more than once, which then should be a variable.
    pub(crate) fn repeats(&self) -> bool {
        self.0.count(&|part| *part == Expr::Value) > 1
    }

    /// A variable for the items of a comprehension around this expression.
    pub(crate) fn item(&self) -> String {
        format!("item{}", "_".repeat(self.0.count(&|part| matches!(part, Expr::Each { .. }))))
    }
}

/// `expression`, where the list that keeps memory is called `list`.
pub(crate) fn kept_by(mut expression: Expr, list: &Expr) -> Expr {
    expression.replace(&|part| (*part == Expr::Kept).then(|| list.clone()));
    expression
}

/// The name of the list that keeps memory, in functions that convert.
pub(crate) const KEPT: &str = "kept";
