//! The statuses that are the same for all libraries: one table, of which the border, the guard and all bindings are made.

with_all! {
    /// A status of a guarded call that is no error of the library's own: 0 is success, negative ones are failures. The positive ones are the values of
    /// a function's error enum.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[repr(i32)]
    pub enum StatusCode {
        /// Success: the value is there.
        Ok = 0,
        /// A panic: `<library>_ffi_last_error` has the message.
        Panic = -1,
        /// A pointer that is null and must not be.
        Null = -2,
        /// A text that is not UTF-8.
        Utf8 = -3,
        /// A value that its type does not have, a pointer that is not aligned, a slice that is too long, or for whose copy there is no memory, or
        /// memory that two parameters share though Rust writes to it.
        Invalid = -4,
        /// An object that is in use by another call that excludes this one, or is closed.
        Busy = -5,
    }
}

impl StatusCode {
    /// The `int32_t` at the ABI.
    #[must_use]
    pub const fn value(self) -> i32 {
        self as i32
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

    /// The outcome of the call, as a sentence for readers of bindings.
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

    /// The cause as part of a sentence, for messages.
    pub(crate) fn cause(self) -> &'static str {
        match self {
            StatusCode::Ok => "success",
            StatusCode::Panic => "a panic",
            StatusCode::Null => "null where Rust needs a value",
            StatusCode::Utf8 => "not UTF-8",
            StatusCode::Invalid => "a value, alignment, length or overlap that its type does not allow",
            StatusCode::Busy => "in use by another call that excludes this one, or closed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_count_down_from_success() {
        assert_eq!(StatusCode::ALL.map(StatusCode::value), [0, -1, -2, -3, -4, -5]);
    }
}
