//! The lifetimes of arguments, which follow from their types.

use crate::border::traits::Call;

/// The lifetime of an argument: if it `ENDS` with the call, it cannot be in the result.
#[derive(Debug)]
pub struct Lifetime<const ENDS: bool>;

impl Lifetime<true> {
    /// As long as the call.
    #[inline(always)]
    pub fn of<'frame: 'call, 'call, T>(frame: &'frame T, _: &'call Call) -> &'call T {
        frame
    }

    /// The same of what is held.
    #[inline(always)]
    pub fn of_held<'frame: 'call, 'call, T>(frame: &'frame mut T, _: &'call Call) -> &'call mut T {
        frame
    }
}

impl Lifetime<false> {
    /// Until the result is given.
    #[inline(always)]
    pub fn of<'frame, T>(frame: &'frame T, _: &Call) -> &'frame T {
        frame
    }

    /// The same of what is held.
    #[inline(always)]
    pub fn of_held<'frame, T>(frame: &'frame mut T, _: &Call) -> &'frame mut T {
        frame
    }
}
