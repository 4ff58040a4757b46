//! The feature `poison`: an allocator that lets nobody read by mistake what was freed or was never written.
//!
//! New memory is filled with [`FRESH`]. Freed memory is filled with [`FREED`] and kept back for a while, so that whoever still reads it sees that,
//! in each language; and when it is given back at last, whoever has written to it meanwhile ends the process.

use std::alloc::{GlobalAlloc, Layout, System};
use std::io::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The byte in memory that was not written yet.
const FRESH: u8 = 0xCD;
/// The byte in memory that was freed. As a length or an address it is far beyond what there is.
const FREED: u8 = 0xDD;
/// Freed memory as it should be: compared with all at once, which a build without optimisation does quickly too.
static ALL_FREED: [u8; 4096] = [FREED; 4096];
/// The largest number of bytes that are kept back.
const BYTES: usize = 64 << 20;
/// The largest number of blocks.
const BLOCKS: usize = 1 << 15;

/// The allocator. It asks the system's for all that it gives.
pub(crate) struct Poison {
    kept: Mutex<Kept>,
}

/// Freed blocks, from the one at `first` on, which is the oldest.
struct Kept {
    blocks: [Block; BLOCKS],
    first: usize,
    count: usize,
    bytes: usize,
}

/// The address is a number: only the allocator knows the block by now.
#[derive(Clone, Copy)]
struct Block {
    address: usize,
    layout: Layout,
}

impl Poison {
    /// One that keeps nothing yet.
    #[must_use]
    pub(crate) const fn new() -> Self {
        let block = Block { address: 0, layout: Layout::new::<()>() };
        Poison { kept: Mutex::new(Kept { blocks: [block; BLOCKS], first: 0, count: 0, bytes: 0 }) }
    }

    /// Nothing in here allocates, so that nobody waits for himself.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Keeps a block back, and gives older ones back to the system.
    fn keep(&mut self, block: Block) {
        while self.count == BLOCKS || (self.count > 0 && self.bytes + block.layout.size() > BYTES) {
            self.give_back_oldest();
        }
        self.blocks[(self.first + self.count) % BLOCKS] = block;
        self.count += 1;
        self.bytes += block.layout.size();
    }

    fn give_back_oldest(&mut self) {
        let Block { address, layout } = self.blocks[self.first];
        self.first = (self.first + 1) % BLOCKS;
        self.count -= 1;
        self.bytes -= layout.size();
        let block = std::ptr::with_exposed_provenance_mut::<u8>(address);
        // SAFETY: the system gave the block for this layout, nobody has it any more, and it was filled when it was freed.
        unsafe {
            let mut parts = std::slice::from_raw_parts(block, layout.size()).chunks(ALL_FREED.len());
            if !parts.all(|part| part == &ALL_FREED[..part.len()]) {
                // That it cannot be said does not make it right.
                _ = std::io::stderr().write_all(b"poison: memory was written to after it had been freed\n");
                std::process::abort();
            }
            System.dealloc(block, layout);
        }
    }
}

// SAFETY: blocks are the system's, of the layout that was asked for; each is given back once, by whom it was freed.
unsafe impl GlobalAlloc for Poison {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the layout is the caller's.
        let block = unsafe { System.alloc(layout) };
        if !block.is_null() {
            // SAFETY: the block is new, and has so many bytes.
            unsafe { block.write_bytes(FRESH, layout.size()) };
        }
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the block is the caller's until now, and has so many bytes.
        unsafe { block.write_bytes(FREED, layout.size()) };
        self.kept().keep(Block { address: block.expose_provenance(), layout });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static POISON: Poison = Poison::new();

    #[test]
    fn what_is_new_and_what_was_freed_can_be_told() {
        let layout = Layout::from_size_align(4096, 16).unwrap();
        // SAFETY: the block has the layout's bytes; after `dealloc` it is kept back, as this is for, and nobody gives others back.
        unsafe {
            let block = POISON.alloc(layout);
            assert!(std::slice::from_raw_parts(block, 4096).iter().all(|&byte| byte == FRESH));
            POISON.dealloc(block, layout);
            assert!((0..4096).all(|at| block.add(at).read_volatile() == FREED));
        }
    }

    #[test]
    fn no_more_than_so_much_is_kept_back() {
        let layout = Layout::from_size_align(BYTES / 8 + 1, 16).unwrap();
        for _ in 0..20 {
            // SAFETY: it is freed as it was allocated.
            unsafe { POISON.dealloc(POISON.alloc(layout), layout) };
            assert!(POISON.kept().bytes <= BYTES && POISON.kept().count < 20);
        }
    }
}
