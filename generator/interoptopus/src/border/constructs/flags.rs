//! Flags: enums of which each variant is a bit, and whose sets cross.

use super::values::ByValue;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Border, Plain};
use crate::ffi::Flags;
use crate::ffi::flags::Flag;
use crate::model::{Registry, Type};

/// The way of an enum that is `#[ffi_type(flags)]`: none, because only sets of it cross, `ffi::Flags`.
#[derive(Debug)]
pub enum InFlags {}

// SAFETY: an enum of flags has no lifetimes.
unsafe impl<E: Flag + Border<Way = InFlags>> Border for Flags<E> {
    type Way = ByValue;
    type With<'h> = Flags<E>;

    fn describe(registry: &mut Registry) -> Type {
        E::describe(registry)
    }
}

// SAFETY: it is an integer, whose bits are checked.
unsafe impl<E: Flag + Border<Way = InFlags>> Plain for Flags<E> {
    const CHECKED: bool = true;
    const BORROWS: bool = false;

    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are an integer.
        let bits = unsafe { at.cast::<E::Bits>().read() };
        if Flags::<E>::from_bits(bits).is_some() { Ok(()) } else { Err(Status::INVALID) }
    }
}
