//! Copies of checked memory, which nobody changes after the check, neither a callback nor another thread of the caller's.

use crate::border::outcomes::Status;
use std::alloc::{Layout, alloc, dealloc};
use std::cell::{Cell, UnsafeCell};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::compiler_fence;

/// The count of bytes that a call copies before it asks for memory.
const SMALL: usize = 256;

/// Room in the shim's frame: a variable of its own, so that it stays without a value.
#[derive(Debug)]
#[repr(align(16))]
pub struct Room(UnsafeCell<MaybeUninit<[u8; SMALL]>>);

impl Room {
    /// Empty.
    #[inline(always)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "only shims make one")]
    pub const fn new() -> Self {
        Room(UnsafeCell::new(MaybeUninit::uninit()))
    }
}

/// The copies of a call: they live in the shim's frame, and end after the result was given. A call that copies nothing pays nothing.
pub struct Copies {
    small: *mut u8,
    /// The count of its bytes that are in use.
    used: Cell<usize>,
    /// The last allocation for copies that had no room in it, or null.
    large: Cell<*mut Large>,
}

/// The header of an allocated copy.
struct Large {
    /// The allocation before it, or null.
    before: *mut Large,
    /// The layout of the header with the copy.
    layout: Layout,
}

impl Copies {
    /// None yet.
    ///
    /// # Safety
    /// `room` lives as long as the copies, which are its only ones; so does an [`End`] of theirs.
    #[inline(always)]
    #[must_use]
    pub unsafe fn within(room: &Room) -> Self {
        Copies { small: room.0.get().cast(), used: Cell::new(0), large: Cell::new(ptr::null_mut()) }
    }

    /// These, if a check makes copies; else none, so that the compiler sees that the call makes none.
    #[inline(always)]
    pub(crate) fn if_needed(&self, needed: bool) -> &Self {
        struct None(Copies);
        // SAFETY: nobody uses it.
        unsafe impl Sync for None {}
        static NONE: None =
            None(Copies { small: ptr::null_mut(), used: Cell::new(usize::MAX), large: Cell::new(ptr::null_mut()) });
        if needed { self } else { &NONE.0 }
    }

    /// A copy of `len` values from `from` on, each byte of which is read once.
    ///
    /// # Errors
    /// [`Status::INVALID`]: there is no memory for so many.
    ///
    /// # Safety
    /// `from` is aligned, and leads to as many values, whose bytes are initialised, but for padding.
    #[inline(always)]
    pub(crate) unsafe fn of<T>(&self, from: *const T, len: usize) -> Result<*mut T, Status> {
        let Ok(layout) = Layout::array::<T>(len) else { return Err(Status::INVALID) };
        let to = self.room(layout).cast::<T>();
        if to.is_null() {
            return Err(Status::INVALID);
        }
        // SAFETY: there is as much room at `to`, which is ours.
        unsafe { from.copy_to_nonoverlapping(to, len) };
        // What is read of the copy from here on is not read of the original once more.
        compiler_fence(SeqCst);
        Ok(to)
    }

    /// Room for this; null if there is none.
    #[inline(always)]
    fn room(&self, layout: Layout) -> *mut u8 {
        let start = self.used.get().next_multiple_of(layout.align());
        if layout.align() > align_of::<Room>() || start > SMALL || layout.size() > SMALL - start {
            return self.more(layout);
        }
        self.used.set(start + layout.size());
        self.small.wrapping_add(start)
    }

    #[cold]
    #[inline(never)]
    fn more(&self, layout: Layout) -> *mut u8 {
        let Ok((layout, start)) = Layout::new::<Large>().extend(layout) else { return ptr::null_mut() };
        // SAFETY: its size is not zero.
        let room = unsafe { alloc(layout) };
        if room.is_null() {
            return room;
        }
        let large = room.cast::<Large>();
        // SAFETY: it begins with room for this, and is aligned for it.
        unsafe { large.write(Large { before: self.large.replace(large), layout }) };
        room.wrapping_add(start)
    }

    #[cold]
    #[inline(never)]
    fn free(&self) {
        let mut large = self.large.replace(ptr::null_mut());
        while !large.is_null() {
            // SAFETY: `more` has written it, and it is freed once.
            let Large { before, layout } = unsafe { large.read() };
            // SAFETY: it was allocated so.
            unsafe { dealloc(large.cast(), layout) };
            large = before;
        }
    }
}

/// The end of the copies of a call that `MAKES` some, as its types say.
#[derive(Debug)]
pub struct End<'a, const MAKES: bool>(&'a Copies);

impl<'a, const MAKES: bool> End<'a, MAKES> {
    /// Frees what was allocated for them, when it is dropped.
    #[inline(always)]
    #[must_use]
    pub fn of(copies: &'a Copies) -> Self {
        End(copies)
    }
}

impl<const MAKES: bool> Drop for End<'_, MAKES> {
    #[inline(always)]
    fn drop(&mut self) {
        if MAKES && !self.0.large.get().is_null() {
            self.0.free();
        }
    }
}

impl std::fmt::Debug for Copies {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Copies").finish_non_exhaustive()
    }
}
