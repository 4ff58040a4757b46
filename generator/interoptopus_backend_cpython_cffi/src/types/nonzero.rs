//! Integers that are never 0, and the options of one, which are `None` for it.

use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::table::Types;

/// How one crosses. Rust would refuse a 0, but a bare function has no way to say so.
pub(crate) fn conversion(types: &Types<'_>, nullable: bool) -> Conversion {
    let int = types.names.python("int");
    if nullable {
        let to_c = Template::new("(0 if $ is None else _nonzero($))");
        return Conversion::converted(or_none(types, &int), to_c, Template::new("($ or None)"));
    }
    Conversion::converted(int, Template::new("_nonzero($)"), Template::same())
}
