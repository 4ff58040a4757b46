//! Overlap: no two parameters of a call share memory that Rust writes to.

use crate::border::outcomes::{Status, Stop};

/// The borrows of a parameter of some type: memory of the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Borrows {
    /// Nothing.
    Nothing,
    /// Memory that Rust reads, whose range is known.
    Shared,
    /// Memory that Rust writes to, whose range is known.
    Exclusive,
    /// Memory that Rust reads, behind references within a value.
    Hidden,
}

/// The memory that an argument borrows.
#[derive(Clone, Copy, Debug)]
pub struct AddressRange {
    start: usize,
    bytes: usize,
    exclusive: bool,
}

impl AddressRange {
    /// No memory.
    pub const NONE: Self = AddressRange { start: 0, bytes: 0, exclusive: false };

    /// `bytes` from `start` on, to be read.
    pub fn shared<T>(start: *const T, bytes: usize) -> Self {
        AddressRange { start: start.addr(), bytes, exclusive: false }
    }

    /// `bytes` from `start` on, to be written to.
    pub fn exclusive<T>(start: *const T, bytes: usize) -> Self {
        AddressRange { start: start.addr(), bytes, exclusive: true }
    }

    /// Whether one of them is written to where the other is. The address and the length are what the other side passed, and may together be beyond
    /// the last address.
    fn collides(&self, other: &Self) -> bool {
        let begins_within = |a: &Self, b: &Self| a.start.wrapping_sub(b.start) < b.bytes;
        let overlap = self.bytes > 0 && other.bytes > 0 && (begins_within(self, other) || begins_within(other, self));
        overlap && (self.exclusive || other.exclusive)
    }
}

/// Whether a call whose parameters have these borrows has to check for overlap; known at compile time.
///
/// # Panics
/// If the check is impossible: at compile time.
#[must_use]
pub const fn must_check_overlap<const N: usize>(all: [Borrows; N]) -> bool {
    let (mut exclusive, mut hidden, mut borrows, mut i) = (false, false, 0, 0);
    while i < N {
        match all[i] {
            Borrows::Nothing => {}
            Borrows::Shared => borrows += 1,
            Borrows::Exclusive => (exclusive, borrows) = (true, borrows + 1),
            Borrows::Hidden => (hidden, borrows) = (true, borrows + 1),
        }
        i += 1;
    }
    assert!(
        !(exclusive && hidden),
        "a parameter that is written to stands beside one with references inside (a struct or a slice that holds them): nobody could see \
         whether they share memory. Pass what is inside as parameters of their own, or raw pointers"
    );
    exclusive && borrows > 1
}

/// Checks that no argument that is written to shares memory with another one.
///
/// # Errors
/// [`Status::INVALID`], and the later of the two parameters.
pub fn disjoint<const N: usize>(arguments: [(&'static str, AddressRange); N]) -> Result<(), Stop> {
    for (i, (name, range)) in arguments.iter().enumerate() {
        if arguments[..i].iter().any(|(_, earlier)| earlier.collides(range)) {
            return Err(Stop::refused(Status::INVALID, name));
        }
    }
    Ok(())
}
