//! Integers that are never 0, and the options of one, which are `None` for it.

use crate::marshal::{Context, Marshal, Template};
use crate::options::or_none;

/// How one crosses. Rust would refuse a 0, but a bare function has no way to say so.
pub(crate) fn marshal(cx: &Context<'_>, nullable: bool) -> Marshal {
    let int = cx.names.python("int");
    if nullable {
        let to_c = Template::new("(0 if $ is None else _nonzero($))");
        return Marshal::converted(or_none(cx, &int), to_c, Template::new("($ or None)"));
    }
    Marshal::converted(int, Template::new("_nonzero($)"), Template::same())
}
