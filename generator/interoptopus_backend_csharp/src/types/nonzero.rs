//! Integers that are not 0: plain ones, checked; where 0 is none, a nullable integer.

use crate::runtime::Part;
use crate::syntax::{Dialect, Template, call};
use crate::types::conversions::Stored;
use crate::types::primitives;
use interoptopus::model::Primitive;

/// The integer in memory.
pub(crate) fn stored(dialect: Dialect, primitive: Primitive, nullable: bool) -> Result<Stored, String> {
    let integer = primitives::stored(primitive, dialect)?.public;
    if !nullable {
        return Ok(Stored::refusing(integer, call("FfiNonZero", "Checked", [Template::value(), Template::parameter()]))
            .with_parts([Part::Nonzero]));
    }
    Ok(Stored {
        public: integer.nullable(),
        into: call("FfiNonZero", "OrZero", [Template::value(), Template::parameter()]),
        out: call("FfiNonZero", "OrNull", [Template::value()]),
        parts: [Part::Nonzero].into(),
        ..Stored::plain(integer)
    })
}
