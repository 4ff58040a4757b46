//! Functions that are called as those of the system, of another library, or of Interoptopus itself.

use interoptopus::{ffi_function, ffi_service, ffi_type, inventory_part};

/// Closes the door `id`: 100 more.
#[ffi_function]
pub fn close(id: u32) -> u32 {
    id + 100
}

/// Writes nothing.
#[ffi_function]
pub fn write(value: u32) -> u32 {
    value + 101
}

/// Frees nothing.
#[ffi_function]
pub extern "C" fn free(value: u64) -> u64 {
    value + 102
}

/// Copies nothing.
#[ffi_function]
pub extern "C" fn memcpy(value: u64) -> u64 {
    value + 103
}

/// No remainder.
#[ffi_function]
pub extern "C" fn remainder(value: f64) -> f64 {
    value + 104.0
}

/// No index.
#[ffi_function]
pub extern "C" fn index(value: u32) -> u32 {
    value + 105
}

/// The number of times that a file could be opened: more often than a process may have files open, unless they are closed.
#[ffi_function]
pub fn open_and_close(times: u32) -> u32 {
    let it = std::env::current_exe().unwrap_or_default();
    (0..times).map(|_| u32::from(std::fs::File::open(&it).is_ok())).sum()
}

/// As every library has one.
#[ffi_function]
pub fn version() -> u32 {
    2
}

/// Called as one of the functions of Interoptopus's own, without what these begin with.
#[ffi_function]
pub fn last_error() -> u32 {
    106
}

/// Likewise.
#[ffi_function]
pub fn api_guard() -> u32 {
    107
}

/// Called as what services have.
#[ffi_function]
pub fn release() -> u32 {
    108
}

/// Likewise.
#[ffi_function]
pub fn destroy() -> u32 {
    109
}

/// Exported as no identifier: C and cffi cannot call it.
#[ffi_function]
#[unsafe(export_name = "hostile-given-by.hand")]
pub extern "C" fn given_by_hand() -> u32 {
    110
}

/// A service that lends nothing, so that no symbol gives anything back.
#[ffi_type(service)]
pub struct Lock;

#[ffi_service]
impl Lock {
    /// Makes one.
    #[ffi_constructor]
    pub fn new() -> Self {
        Lock
    }

    /// Opens it.
    pub fn release(&self) -> u32 {
        111
    }

    /// Breaks it.
    #[unsafe(export_name = "hostile_lock_break")]
    pub fn destroy(&self) -> u32 {
        112
    }

    /// No message.
    pub fn last_error(&self) -> u32 {
        113
    }
}

inventory_part!(
    part,
    [],
    [
        close,
        write,
        free,
        memcpy,
        remainder,
        index,
        open_and_close,
        version,
        last_error,
        api_guard,
        release,
        destroy,
        given_by_hand
    ],
    [],
    [Lock]
);

#[cfg(test)]
mod tests {
    /// This program links the library, and has the symbols that it exports.
    #[test]
    fn files_are_closed_in_a_program_that_links_the_library() {
        assert_eq!(super::open_and_close(5000), 5000);
    }
}
