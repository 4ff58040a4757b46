//! Python, and how the harness runs it.

use interoptopus_backend_cpython_cffi::Python;

/// The flags and variables with which the harness runs Python; the bindings need none.
pub trait RunsPython {
    /// Whether the tests run under `PYTHONMALLOC=debug`, as they do unless they are told otherwise: with it Python overwrites what it frees, and
    /// notices what is written beyond its memory. It takes a little time and memory. Where the harness itself is run with a `PYTHONMALLOC`,
    /// that is what counts; an interpreter that has no such thing, such as one that is not CPython, takes no notice.
    #[must_use]
    fn debug_malloc(self, yes: bool) -> Interpreted;
}

impl RunsPython for Python {
    fn debug_malloc(self, yes: bool) -> Interpreted {
        Interpreted { python: self, debug_malloc: yes }
    }
}

/// Python, and how it is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpreted {
    pub(super) python: Python,
    pub(super) debug_malloc: bool,
}
