//! Characters: strings of one, checked on the way in to be what Rust calls a `char`.

use super::conversion::Conversion;
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::expressions::Expr;

/// The conversion of a `char`.
pub(crate) fn conversion(types: &Types<'_>) -> Conversion {
    let from_c = types.names.python("chr").call([Expr::Value]);
    Conversion::converted(types.names.python("str"), Part::Scalar.call([Expr::Value]), from_c)
}
