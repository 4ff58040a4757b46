//! Integers of 16 bytes, for languages that have them.

use crate::mutants::mutant;
use interoptopus::{ffi, ffi_constant, ffi_function, ffi_type};

/// The lowest of all.
#[ffi_constant]
pub const LOWEST_I128: i128 = i128::MIN;

/// The highest of all.
#[ffi_constant]
pub const HIGHEST_U128: u128 = u128::MAX;

/// Each of its bytes another one.
#[ffi_constant]
pub const ALL_BYTES: u128 = 0x0123_4567_89AB_CDEF_FEDC_BA98_7654_3210;

/// Aligned to 16 bytes, wherever it stands.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ledger {
    /// 15 bytes of padding follow.
    pub sign: i8,
    /// At 16.
    pub balance: i128,
    /// At 32.
    pub total: u128,
    /// At 48.
    pub year: u16,
}

/// `x + 1`; after the largest comes the smallest.
#[ffi_function]
pub extern "C" fn after_i128(x: i128) -> i128 {
    x.wrapping_add(1)
}

/// `x + 1`; after the largest comes 0.
#[ffi_function]
pub extern "C" fn after_u128(x: u128) -> u128 {
    x.wrapping_add(1)
}

/// The upper half plus `more`, and the lower half: one of 16 bytes between others.
#[ffi_function]
pub extern "C" fn halves_joined(more: u8, x: u128, low: u64, y: i128) -> u128 {
    ((x >> 64) + u128::from(more)) << 64 | u128::from(low.wrapping_add(y as u64))
}

/// Inverts all bits of each field, in place.
#[ffi_function]
pub fn ledger_invert(ledger: &mut Ledger) {
    let Ledger { sign, balance, total, year } = *ledger;
    *ledger = Ledger { sign: !sign, balance: !balance, total: !total, year: !year };
}

/// The next year, with the balance negated, wrapping, and the total's bytes reversed: by value, through memory that must be aligned.
#[ffi_function]
pub extern "C" fn ledger_after(ledger: Ledger) -> Ledger {
    let Ledger { sign, balance, total, year } = ledger;
    Ledger { sign, balance: balance.wrapping_neg(), total: total.swap_bytes(), year: year.wrapping_add(1) }
}

/// The sum of all, wrapping.
#[ffi_function]
pub extern "C" fn sum_wide(all: ffi::Slice<i128>) -> i128 {
    all.iter().fold(0, |sum, x| sum.wrapping_add(*x))
}

/// Adds all to `sum`, wrapping: by references, for languages that pass no such integer by value.
#[ffi_function]
pub fn add_wide(sum: &mut i128, all: &[i128]) {
    *sum = all.iter().fold(*sum, |sum, x| sum.wrapping_add(*x));
}

/// Whether these are the halves of [`ALL_BYTES`]: for languages that have no such integers.
#[ffi_function]
pub fn halves_agree(upper: u64, lower: u64) -> bool {
    let upper = if mutant("upper_half_lost") { (ALL_BYTES >> 64) as u64 } else { upper };
    ALL_BYTES == u128::from(upper) << 64 | u128::from(lower)
}

/// Half of `x`, if that is a whole number.
#[ffi_function]
pub fn half_wide(x: u128) -> Option<u128> {
    x.is_multiple_of(2).then_some(x / 2)
}
