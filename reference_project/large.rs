//! Structs of many bytes by value: registers hold none of them, and not every language passes them.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// 16 KB and a little.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Large {
    /// Before all others.
    pub first: u32,
    /// Most of it.
    pub numbers: [u64; 2048],
    /// After all others.
    pub last: u32,
}

/// 8 KB: a few of them are more than Mono passes together.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// All of it.
    pub numbers: [u64; 1024],
}

/// Gets a large struct, and makes a number of it.
#[ffi_type]
pub type Weigh = extern "C" fn(large: Large) -> u64;

/// Makes a large struct.
#[ffi_type]
pub type Grow = extern "C" fn(first: u32) -> Large;

fn of(large: &Large) -> u64 {
    let numbers = large.numbers.iter().fold(0_u64, |sum, n| sum.wrapping_mul(31).wrapping_add(*n));
    digest![large.first, numbers, if mutant("end_ignored") { 0 } else { large.last }]
}

/// The digest of all its numbers.
#[ffi_function]
pub fn large_digest(large: Large) -> u64 {
    of(&large)
}

/// As [`large_digest`], behind a reference.
#[ffi_function]
pub fn large_seen(large: &Large) -> u64 {
    of(large)
}

/// As [`large_digest`], of each in a slice together.
#[ffi_function]
pub fn larges_digest(all: &[Large]) -> u64 {
    all.iter().fold(0, |sum, large| sum ^ of(large))
}

/// One whose numbers count up from `first`.
#[ffi_function]
pub extern "C" fn large_of(first: u32) -> Large {
    let mut n = u64::from(first);
    let numbers = [(); 2048].map(|()| {
        n = n.wrapping_mul(3);
        n
    });
    Large { first, numbers, last: !first }
}

/// As [`large_of`], with a status.
#[ffi_function]
pub fn large_of_guarded(first: u32) -> Large {
    large_of(first)
}

/// Inverts all its numbers; returns what the digest was.
#[ffi_function]
pub fn large_invert(large: &mut Large) -> u64 {
    let before = of(large);
    *large = Large { first: !large.first, numbers: large.numbers.map(|n| !n), last: !large.last };
    before
}

/// The number that `weigh` returns for [`large_of`] 5.
#[ffi_function]
pub fn large_weighed(weigh: Weigh) -> u64 {
    weigh(large_of(5))
}

/// The digest of what `grow` makes of 7.
#[ffi_function]
pub fn large_grown(grow: Grow) -> u64 {
    of(&grow(7))
}

/// The digest of the last number of each, in order.
#[ffi_function]
pub extern "C" fn three_sheets(a: u8, first: Sheet, second: Sheet, third: Sheet, b: u8) -> u64 {
    let last = |sheet: &Sheet| sheet.numbers[1023];
    digest![a, last(&first), last(&second), last(&third), b]
}

/// As [`three_sheets`], with one more.
#[ffi_function]
pub extern "C" fn four_sheets(a: u8, first: Sheet, second: Sheet, third: Sheet, fourth: Sheet, b: u8) -> u64 {
    let last = |sheet: &Sheet| sheet.numbers[1023];
    digest![a, last(&first), last(&second), last(&third), last(&fourth), b]
}
