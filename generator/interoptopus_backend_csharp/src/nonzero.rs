//! Integers that are not 0: plain ones, checked; where 0 is none, a nullable integer.

use crate::context::Context;
use crate::marshal::Stored;
use crate::primitives;
use crate::syntax::Template;
use interoptopus::model::Primitive;

/// How it is stored.
pub(crate) fn stored(cx: &Context<'_>, primitive: Primitive, nullable: bool) -> Result<Stored, String> {
    let integer = primitives::stored(primitive, cx.dialect)?.public;
    if !nullable {
        return Ok(Stored::refusing(integer, "FfiNonZero.Checked($, @)"));
    }
    Ok(Stored {
        public: format!("{integer}?"),
        into: Template::new("FfiNonZero.OrZero($, @)"),
        out: Template::new("FfiNonZero.OrNull($)"),
        ..Stored::plain(integer)
    })
}
