//! Pointers that are never null: cffi's own, checked.

use super::conversion::{Conversion, Template};
use super::table::Types;

/// How a `NonNull` crosses. Rust would refuse a null, but a bare function has no way to say so.
pub(crate) fn conversion(types: &Types<'_>) -> Conversion {
    Conversion::converted(types.names.python("CData"), Template::new("_not_null($)"), Template::same())
}
