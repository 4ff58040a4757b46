//! Builtins: the functions of Interoptopus that every library exports.

/// The infix between the name of a library and those of its builtins.
pub(crate) const BUILTIN: &str = "_ffi_";

/// A function that every library exports, such as `my_lib_ffi_last_error`. No symbol of an author's begins with this prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// `uint64_t (void)`: the hash of the ABI of the library that is loaded.
    ApiGuard,
    /// `uint64_t (void)`: the id of the build of the library that is loaded.
    BuildId,
    /// `size_t (uint8_t *buffer, size_t capacity)`: copies the message of this thread's last negative status, and returns its whole length.
    LastError,
    /// `size_t (void)`: the number of objects that are alive; of a library with debug assertions also of the owned values that others have to free.
    LiveObjects,
    /// `void (void *data, size_t size, size_t align)`: frees the memory of an owned value.
    Dealloc,
}

impl Builtin {
    /// All of them.
    pub const ALL: [Builtin; 5] =
        [Builtin::ApiGuard, Builtin::BuildId, Builtin::LastError, Builtin::LiveObjects, Builtin::Dealloc];

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
}
