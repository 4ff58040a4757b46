//! Copy-in and copy-out: the memory behind a parameter, with the copy that Rust reads or writes in its place.

/// Memory that Rust reads: the caller's, or a copy of it if it was checked.
#[derive(Clone, Copy, Debug)]
pub struct CopyIn<T> {
    /// The caller's memory.
    pub(crate) caller: *const T,
    /// The count of values.
    pub(crate) len: usize,
    /// The memory that Rust reads.
    pub(crate) local: *const T,
}

impl<T> CopyIn<T> {
    pub(crate) fn new(caller: *const T, len: usize, local: *mut T) -> Self {
        CopyIn { caller, len, local }
    }

    pub(crate) fn lend(&mut self) -> *const T {
        self.local
    }
}

/// Memory that Rust writes: a copy is copied back when the call is over, also when it panicked, as without a copy.
#[derive(Debug)]
pub struct CopyInOut<T> {
    /// The caller's memory.
    pub(crate) caller: *mut T,
    /// The count of values.
    pub(crate) len: usize,
    /// The memory that Rust reads and writes.
    pub(crate) local: *mut T,
    /// Whether Rust was given it.
    pub(crate) lent: bool,
}

impl<T> CopyInOut<T> {
    pub(crate) fn new(caller: *mut T, len: usize, local: *mut T) -> Self {
        CopyInOut { caller, len, local, lent: false }
    }

    pub(crate) fn lend(&mut self) -> *mut T {
        self.lent = true;
        self.local
    }
}

impl<T> Drop for CopyInOut<T> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.lent && self.local != self.caller {
            // SAFETY: the other side's memory is as it was when it was copied, and no other argument leads there.
            unsafe { self.local.copy_to_nonoverlapping(self.caller, self.len) };
        }
    }
}
