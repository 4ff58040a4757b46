//! Builtins: the functions of Interoptopus that every library exports.

/// The infix between the name of a library and those of its builtins.
pub(crate) const BUILTIN: &str = "_ffi_";

with_all! {
    /// A function that every library exports, such as `my_lib_ffi_last_error`. No symbol of an author's begins with this prefix.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Builtin {
        /// The hash of the ABI of the library that is loaded.
        ApiGuard,
        /// The id of the build of the library that is loaded.
        BuildId,
        /// Copies the message of this thread's last negative status, and returns its whole length.
        LastError,
        /// The number of objects that are alive; of a library with debug assertions also of the owned values that others have to free.
        LiveObjects,
        /// Frees the memory of an owned value.
        Dealloc,
    }
}

/// A type in the signature of a builtin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltinType {
    /// No value.
    Void,
    /// `uint64_t`.
    U64,
    /// `size_t`.
    Size,
    /// `uint8_t *`: bytes that the function writes.
    Bytes,
    /// `void *`: memory of any type.
    Memory,
}

impl Builtin {
    /// The symbol without the prefix: `last_error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Builtin::ApiGuard => "api_guard",
            Builtin::BuildId => "build_id",
            Builtin::LastError => "last_error",
            Builtin::LiveObjects => "live_objects",
            Builtin::Dealloc => "dealloc",
        }
    }

    /// The names and the types of its parameters, and the type of its result.
    #[must_use]
    pub fn signature(self) -> (&'static [(&'static str, BuiltinType)], BuiltinType) {
        use BuiltinType::{Bytes, Memory, Size, U64, Void};
        match self {
            Builtin::ApiGuard | Builtin::BuildId => (&[], U64),
            Builtin::LastError => (&[("buffer", Bytes), ("capacity", Size)], Size),
            Builtin::LiveObjects => (&[], Size),
            Builtin::Dealloc => (&[("data", Memory), ("size", Size), ("align", Size)], Void),
        }
    }
}
