//! Names that are taken in every process.

use std::sync::LazyLock;

/// The symbols of the C libraries of Linux (glibc, musl), macOS (the parts of libSystem that are the C library, the kernel's calls and threads) and
/// Windows (UCRT), functions and data, POSIX's and the BSDs' more seldom ones; builtins of compilers, and symbols that linkers and Rust's runtime
/// define. Sorted by bytes, without the names that [`is_reserved_in_c`] knows.
static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("c_libraries.txt").split_ascii_whitespace().collect());

/// True if a C library, a compiler or Rust's runtime has `name`: a function that a library exports under it would be called in place of theirs, by
/// Rust's own standard library too.
#[must_use]
pub fn is_in_c_libraries(name: &str) -> bool {
    NAMES.binary_search(&name).is_ok()
}

/// True if C keeps `name` for compilers and their libraries (C11, 7.1.3): it begins with two `_`, or with one and a capital letter.
#[must_use]
pub fn is_reserved_in_c(name: &str) -> bool {
    name.strip_prefix('_').is_some_and(|rest| rest.starts_with(|c: char| c == '_' || c.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_nothing_twice() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        assert!(NAMES.iter().all(|name| !is_reserved_in_c(name)));
    }

    #[test]
    fn each_library_is_in_the_list() {
        for (of, names) in [
            ("C", &["memcpy", "free", "fabsf", "atan2l", "remainder", "thrd_join", "qsort"][..]),
            ("POSIX", &["close", "write", "index", "timer_create", "pthread_create", "environ", "_exit"]),
            ("glibc", &["program_invocation_name", "mallinfo2", "strlcpy", "sched_setattr"]),
            ("musl", &["fpurge", "issetugid", "posix_close"]),
            ("macOS", &["kqueue", "mach_absolute_time", "malloc_zone_malloc", "dispatch_semaphore_wait", "arc4random_buf"]),
            ("UCRT", &["_close", "_beginthreadex", "strcpy_s", "_wfopen", "_aligned_malloc"]),
            ("compilers", &["alloca", "main", "DllMain", "ffsll", "memset_pattern16"]),
            ("Rust", &["rust_eh_personality"]),
        ] {
            for name in names {
                assert!(is_in_c_libraries(name), "{name} of {of}");
            }
        }
        assert!(["__rust_alloc", "_Unwind_Resume", "__errno_location"].iter().all(|name| is_reserved_in_c(name)));
        for name in ["my_lib_close", "dot", "timer_dot", "", "_dot", "closes", "clos"] {
            assert!(!is_in_c_libraries(name) && !is_reserved_in_c(name), "{name}");
        }
    }
}
