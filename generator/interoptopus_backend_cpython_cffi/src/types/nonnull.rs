//! Pointers that are never null: cffi's own, checked.

use super::conversion::{Conversion, Template};
use crate::runtime::parts::Part;
use crate::syntax::expressions::Expr;

/// The conversion of a `NonNull`. Rust would refuse a null, but a bare function has no way to say so.
pub(crate) fn conversion() -> Conversion {
    Conversion::converted(Part::CData.expr(), Part::NotNull.call([Expr::Value]), Template::same())
}
