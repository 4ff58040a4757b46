//! Builtins: the functions of Interoptopus that every library exports.

/// What stands between the name of a library and those of its own functions.
pub(crate) const BUILTIN: &str = "_ffi_";

/// A function that every library has. The macros export it as the core calls it, `my_lib_ffi_last_error`; what begins like that is Interoptopus's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Builtin {
    /// `uint64_t (void)`: the hash of the ABI of the library that is loaded.
    ApiGuard,
    /// `uint64_t (void)`: which build of the library is loaded.
    BuildId,
    /// `size_t (uint8_t *buffer, size_t capacity)`: copies the message of this thread's last negative status, and returns its whole length.
    LastError,
    /// `size_t (void)`: how many objects are alive.
    LiveObjects,
}

impl Builtin {
    /// All of them.
    pub const ALL: [Builtin; 4] = [Builtin::ApiGuard, Builtin::BuildId, Builtin::LastError, Builtin::LiveObjects];

    /// The symbol without what every one of them begins with: `last_error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Builtin::ApiGuard => "api_guard",
            Builtin::BuildId => "build_id",
            Builtin::LastError => "last_error",
            Builtin::LiveObjects => "live_objects",
        }
    }
}
