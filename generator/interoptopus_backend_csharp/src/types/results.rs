//! Results: a status with a value at the border.

use crate::syntax::Dialect;
use crate::types::conversions::Returned;

/// The type that a guarded native function returns.
pub(crate) fn native(dialect: Dialect, returned: &Returned) -> String {
    match &returned.flat {
        _ if returned.is_nothing() => "int".to_owned(),
        Some(flat) => flat.name.clone(),
        None => dialect.result_of(&returned.raw),
    }
}
