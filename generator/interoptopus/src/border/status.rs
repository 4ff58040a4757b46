//! Statuses: how a guarded call ended.

use std::fmt;

/// How a guarded call ended: 0 is success, a positive status is the discriminant of the function's error enum, a negative one is
/// one of these.
///
/// | status | name | meaning |
/// |---|---|---|
/// | 0 | [`OK`](Self::OK) | success: the value is there |
/// | -1 | [`PANIC`](Self::PANIC) | Rust panicked: `<library>_ffi_last_error` has the message |
/// | -2 | [`NULL`](Self::NULL) | a pointer is null that must not be |
/// | -3 | [`UTF8`](Self::UTF8) | a text is not UTF-8 |
/// | -4 | [`INVALID`](Self::INVALID) | a value that its type does not have, a pointer that is not aligned, a slice that is too long, or for whose copy there is no memory, or memory that two parameters share though Rust writes to it |
/// | -5 | [`BUSY`](Self::BUSY) | the object is in use by another call that excludes this one, or is closed |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Status(pub i32);

impl Status {
    /// Success.
    pub const OK: Status = Status(0);
    /// Rust panicked.
    pub const PANIC: Status = Status(-1);
    /// A pointer is null that must not be.
    pub const NULL: Status = Status(-2);
    /// A text is not UTF-8.
    pub const UTF8: Status = Status(-3);
    /// A value that its type does not have.
    pub const INVALID: Status = Status(-4);
    /// The object is in use by another call that excludes this one.
    pub const BUSY: Status = Status(-5);
}

impl fmt::Display for Status {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match *self {
            Status::OK => "success",
            Status::PANIC => "a panic",
            Status::NULL => "null where Rust needs a value",
            Status::UTF8 => "not UTF-8",
            Status::INVALID => "a value, alignment, length or overlap that its type does not allow",
            Status::BUSY => "in use by another call that excludes this one, or closed",
            Status(other) => return write!(f, "status {other}"),
        })
    }
}
