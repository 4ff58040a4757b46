//! Hash codes of several values.

use super::expressions::{Expr, Operator};

/// The hash code of what has the hash code `first` and the `others`, before it is cut to an `int`.
pub(crate) fn combined(first: Expr, others: impl Iterator<Item = Expr>) -> Expr {
    others.fold(first, |hash, next| hash.binary(Operator::Multiply, "31").binary(Operator::Add, next))
}
