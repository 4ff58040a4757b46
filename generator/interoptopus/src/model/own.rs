//! The functions that every library has.

use super::Inventory;

/// What stands between the name of a library and those of its own functions.
pub(super) const OWN: &str = "_ffi_";

/// A function that every library has. The macros export it as the core calls it, `my_lib_ffi_last_error`; what begins like that is Interoptopus's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// `uint64_t (void)`: the hash of the ABI of the library that is loaded.
    ApiGuard,
    /// `uint64_t (void)`: which build of the library is loaded.
    BuildId,
    /// `size_t (uint8_t *buffer, size_t capacity)`: copies the message of this thread's last negative status, and returns its whole length.
    LastError,
    /// `size_t (void)`: how many objects are alive.
    LiveObjects,
}

impl Own {
    /// All of them.
    pub const ALL: [Own; 4] = [Own::ApiGuard, Own::BuildId, Own::LastError, Own::LiveObjects];

    /// The symbol without what every one of them begins with: `last_error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Own::ApiGuard => "api_guard",
            Own::BuildId => "build_id",
            Own::LastError => "last_error",
            Own::LiveObjects => "live_objects",
        }
    }
}

impl Inventory {
    /// The symbol of one of the functions that every library has, such as `my_lib_ffi_api_guard`.
    #[must_use]
    pub fn own_symbol(&self, own: Own) -> String {
        self.own_prefix() + own.name()
    }

    /// The symbols of the functions that every library has.
    #[must_use]
    pub fn own_symbols(&self) -> [String; 4] {
        Own::ALL.map(|own| self.own_symbol(own))
    }

    /// What the symbols of these functions begin with, and no other: `my_lib_ffi_`.
    #[must_use]
    pub fn own_prefix(&self) -> String {
        self.library.clone() + OWN
    }
}
