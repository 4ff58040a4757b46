//! The statuses of guarded calls.

use crate::model::StatusCode;
use std::fmt;

/// The status of a guarded call: 0 is success, a positive status is the discriminant of the function's error enum, a negative one is a [`StatusCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Status(pub i32);

impl Status {
    /// [`StatusCode::Ok`].
    pub const OK: Status = Status(StatusCode::Ok.value());
    /// [`StatusCode::Panic`].
    pub const PANIC: Status = Status(StatusCode::Panic.value());
    /// [`StatusCode::Null`].
    pub const NULL: Status = Status(StatusCode::Null.value());
    /// [`StatusCode::Utf8`].
    pub const UTF8: Status = Status(StatusCode::Utf8.value());
    /// [`StatusCode::Invalid`].
    pub const INVALID: Status = Status(StatusCode::Invalid.value());
    /// [`StatusCode::Busy`].
    pub const BUSY: Status = Status(StatusCode::Busy.value());
}

impl fmt::Display for Status {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match StatusCode::ALL.into_iter().find(|code| code.value() == self.0) {
            Some(code) => f.write_str(code.cause()),
            None => write!(f, "status {}", self.0),
        }
    }
}
