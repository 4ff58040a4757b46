//! Integers that are never 0, and the options of one, which are `None` for it.

use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, choice, literal, none};

/// The conversion of one. Rust would refuse a 0, but a bare function has no way to say so.
pub(crate) fn conversion(types: &Types<'_>, nullable: bool) -> Conversion {
    let int = types.names.python("int");
    let to_c = Part::NonZero.call([Expr::Value]);
    if nullable {
        let to_c = choice(literal(0), Expr::Value.missing(), to_c).grouped();
        return Conversion::converted(or_none(types, int), to_c, Expr::Value.binary("or", none()).grouped());
    }
    Conversion::converted(int, to_c, Template::same())
}
