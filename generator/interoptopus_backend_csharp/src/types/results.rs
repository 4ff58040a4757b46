//! Results: a status with a value at the border.

use crate::syntax::{CsType, Dialect};
use crate::types::conversions::Returned;

/// The type that a guarded native function returns.
pub(crate) fn native(dialect: Dialect, returned: &Returned) -> CsType {
    match &returned.flat {
        _ if returned.is_nothing() => CsType::INT,
        Some(flat) => CsType::named(&flat.name),
        None => dialect.result_of(&returned.raw),
    }
}
