//! The memory behind a parameter, which a shim keeps: the other side's, and the copy that Rust reads in its place.

/// What a parameter leads to: the other side's memory, and what Rust reads in its place, a copy if it was checked.
#[derive(Clone, Copy, Debug)]
pub struct Kept<T> {
    /// The other side's.
    pub(crate) at: *const T,
    /// How many there are.
    pub(crate) len: usize,
    /// What Rust reads.
    pub(crate) own: *const T,
}

impl<T> Kept<T> {
    pub(crate) fn new(at: *const T, len: usize, own: *mut T) -> Self {
        Kept { at, len, own }
    }

    pub(crate) fn lend(&mut self) -> *const T {
        self.own
    }
}

/// The same where Rust writes: what it wrote to a copy is copied back when the call is over, also when it panicked, as without a copy.
#[derive(Debug)]
pub struct KeptMut<T> {
    /// The other side's.
    pub(crate) at: *mut T,
    /// How many there are.
    pub(crate) len: usize,
    /// What Rust reads and writes.
    pub(crate) own: *mut T,
    /// Whether Rust was given it.
    pub(crate) lent: bool,
}

impl<T> KeptMut<T> {
    pub(crate) fn new(at: *mut T, len: usize, own: *mut T) -> Self {
        KeptMut { at, len, own, lent: false }
    }

    pub(crate) fn lend(&mut self) -> *mut T {
        self.lent = true;
        self.own
    }
}

impl<T> Drop for KeptMut<T> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.lent && self.own != self.at {
            // SAFETY: the other side's memory is as it was when it was copied, and no other argument leads there.
            unsafe { self.own.copy_to_nonoverlapping(self.at, self.len) };
        }
    }
}
