//! Pointers that are never null: cffi's own, checked.

use crate::marshal::{Context, Marshal, Template};

/// How a `NonNull` crosses. Rust would refuse a null, but a bare function has no way to say so.
pub(crate) fn marshal(cx: &Context<'_>) -> Marshal {
    Marshal::converted(cx.names.python("CData"), Template::new("_not_null($)"), Template::same())
}
