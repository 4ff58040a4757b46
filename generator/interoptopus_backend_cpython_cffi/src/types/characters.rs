//! Characters: strings of one, checked on the way in to be what Rust calls a `char`.

use super::conversion::{Conversion, Template};
use super::table::Types;

/// How a `char` crosses.
pub(crate) fn conversion(types: &Types<'_>) -> Conversion {
    let from_c = format!("{}($)", types.names.python("chr"));
    Conversion::converted(types.names.python("str"), Template::new("_scalar($)"), Template::new(from_c))
}
