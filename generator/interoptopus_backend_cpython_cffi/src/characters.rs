//! Characters: strings of one, checked on the way in to be what Rust calls a `char`.

use crate::marshal::{Context, Marshal, Template};

/// How a `char` crosses.
pub(crate) fn marshal(cx: &Context<'_>) -> Marshal {
    let from_c = format!("{}($)", cx.names.python("chr"));
    Marshal::converted(cx.names.python("str"), Template::new("_scalar($)"), Template::new(from_c))
}
