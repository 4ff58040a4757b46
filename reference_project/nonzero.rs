//! Integers that are not 0, and options of them, which take no more room.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};
use std::num::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64,
    NonZeroUsize,
};

/// Both kinds as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ticket {
    /// Its number.
    pub number: NonZeroU32,
    /// Whose it is, if somebody has it.
    pub owner: Option<NonZeroU16>,
    /// The number of zones that it leads through, backwards if negative.
    pub zones: NonZero<i8>,
    /// Three more, of which some may be missing.
    pub stops: [Option<NonZeroI64>; 3],
}

/// `1 / x`, which is never by 0: one of 1, everything else gives -1 for a negative one and 2 for a positive one.
#[ffi_function]
pub fn sign_of(x: NonZeroI32) -> i32 {
    match x.get() {
        1 => 1,
        n if n < 0 => -1,
        _ => 2,
    }
}

/// The number without its last set bit, if there is more than that.
#[ffi_function]
pub fn without_last_bit(x: NonZeroU64) -> Option<NonZeroU64> {
    NonZero::new(x.get() & (x.get() - 1)).filter(|_| !mutant("rest_lost"))
}

/// The number, or the highest if there is none.
#[ffi_function]
pub fn number_or_highest(x: Option<NonZeroU8>) -> NonZeroU8 {
    x.unwrap_or(NonZero::<u8>::MAX)
}

/// The negated number; none for none. It crosses bare: 0 is none, and nothing else has to be checked.
#[ffi_function]
pub extern "C" fn negated_if_any(x: Option<NonZeroI16>) -> Option<NonZeroI16> {
    x.map(|x| NonZero::new(x.get().wrapping_neg()).unwrap_or(x))
}

/// The digest of one of each.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // One of each.
pub fn nonzero_digest(
    a: NonZeroI8,
    b: NonZeroI16,
    c: NonZeroI32,
    d: NonZeroI64,
    e: NonZeroIsize,
    f: NonZeroU8,
    g: NonZeroU16,
    h: NonZeroU32,
    i: NonZeroU64,
    j: NonZeroUsize,
) -> u64 {
    digest![a.get(), b.get(), c.get(), d.get(), e.get(), f.get(), g.get(), h.get(), i.get(), j.get()]
}

/// The ticket's number with its bytes reversed, no owner if there was one and 65535 if not, the zones negated, the stops reversed.
#[ffi_function]
pub fn ticket_changed(ticket: Ticket) -> Ticket {
    let Ticket { number, owner, zones, mut stops } = ticket;
    stops.reverse();
    let number = NonZero::new(number.get().swap_bytes()).unwrap_or(number);
    let zones = NonZero::new(zones.get().wrapping_neg()).unwrap_or(zones);
    Ticket { number, owner: if owner.is_some() { None } else { Some(NonZero::<u16>::MAX) }, zones, stops }
}

/// The product of all, wrapping, and 1 of none.
#[ffi_function]
pub fn product(all: &[NonZeroU16]) -> u16 {
    all.iter().fold(1, |product, n| product.wrapping_mul(n.get()))
}

/// The number of values that are there, not only the length of the slice.
#[ffi_function]
pub fn count_known(all: &[Option<NonZeroI64>]) -> u32 {
    all.iter().flatten().count() as u32
}
