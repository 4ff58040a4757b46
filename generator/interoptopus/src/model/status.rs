//! The statuses that are the same for all libraries.

/// A status that is no error of the library's own. The positive ones are the values of a function's error enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusCode {
    /// The call succeeded: the value is there.
    Ok,
    /// Rust panicked.
    Panic,
    /// A pointer is null that must not be.
    Null,
    /// A text is not UTF-8.
    Utf8,
    /// A value, an alignment, a length or an overlap that the type does not allow.
    Invalid,
    /// The object is in use by another call that excludes this one, or closed.
    Busy,
}

impl StatusCode {
    /// Every one, by value from 0 on downwards.
    pub const ALL: [StatusCode; 6] =
        [StatusCode::Ok, StatusCode::Panic, StatusCode::Null, StatusCode::Utf8, StatusCode::Invalid, StatusCode::Busy];

    /// The `int32_t` at the ABI.
    #[must_use]
    pub fn value(self) -> i32 {
        match self {
            StatusCode::Ok => 0,
            StatusCode::Panic => -1,
            StatusCode::Null => -2,
            StatusCode::Utf8 => -3,
            StatusCode::Invalid => -4,
            StatusCode::Busy => -5,
        }
    }

    /// The name in capitals, such as `PANIC`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            StatusCode::Ok => "OK",
            StatusCode::Panic => "PANIC",
            StatusCode::Null => "NULL",
            StatusCode::Utf8 => "UTF8",
            StatusCode::Invalid => "INVALID",
            StatusCode::Busy => "BUSY",
        }
    }

    /// How the call ended, as a sentence for those who read bindings.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            StatusCode::Ok => "Success.",
            StatusCode::Panic => "Rust panicked.",
            StatusCode::Null => "A pointer is null that must not be.",
            StatusCode::Utf8 => "A text is not UTF-8.",
            StatusCode::Invalid => "A value or a slice that its type does not have.",
            StatusCode::Busy => "An object is in use by another call, on this thread or another, that excludes this one.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::border::Status;

    #[test]
    fn the_border_answers_with_these() {
        let border = [Status::OK, Status::PANIC, Status::NULL, Status::UTF8, Status::INVALID, Status::BUSY];
        assert_eq!(StatusCode::ALL.map(|code| Status(code.value())), border);
    }
}
