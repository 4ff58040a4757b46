//! Stops: calls that end without a value.

use super::status::Status;

/// The end of a call without a value: a status, and the parameter to blame.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    pub(crate) status: Status,
    /// The parameter that is to blame; empty if none is.
    pub(crate) parameter: &'static str,
}

impl Stop {
    pub(crate) fn refused(status: Status, parameter: &'static str) -> Self {
        Stop { status, parameter }
    }
}
