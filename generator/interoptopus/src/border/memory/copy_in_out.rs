//! The memory behind a parameter, which a shim keeps: the other side's, and the copy that Rust reads in its place.

/// What a parameter leads to: the other side's memory, and what Rust reads in its place, a copy if it was checked.
#[derive(Clone, Copy, Debug)]
pub struct CopyIn<T> {
    /// The other side's.
    pub(crate) caller: *const T,
    /// How many there are.
    pub(crate) len: usize,
    /// What Rust reads.
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

/// The same where Rust writes: what it wrote to a copy is copied back when the call is over, also when it panicked, as without a copy.
#[derive(Debug)]
pub struct CopyInOut<T> {
    /// The other side's.
    pub(crate) caller: *mut T,
    /// How many there are.
    pub(crate) len: usize,
    /// What Rust reads and writes.
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
