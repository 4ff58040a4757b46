//! The word of state of an object: its borrows, and whether it is closed.

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire};

/// The contents of the word: the count of calls that share the object (bits 0 to 14), of borrows that it has lent (15 to 29), whether it is closed (30), whether
/// one call, or the borrow that it has lent, excludes all others (31).
///
/// A call that lends has the object as any other call has until it returns: there is nothing to release before that. Calls that share and
/// borrows that are lent have one limit together, so that the one can always become the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct State(u32);

/// The kind of a call's borrow of its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Borrowed {
    /// Others may share it.
    Shared,
    /// Nobody else has it.
    Exclusively,
}

const SHARED: u32 = 1;
const LENT: u32 = 1 << 15;
const CLOSED: u32 = 1 << 30;
const EXCLUSIVE: u32 = 1 << 31;
/// The greatest count of either, and of both together.
const MOST: u32 = (1 << 15) - 1;

impl Borrowed {
    #[inline]
    const fn unit(self) -> u32 {
        match self {
            Borrowed::Shared => SHARED,
            Borrowed::Exclusively => EXCLUSIVE,
        }
    }

    /// The difference when the call ends, and lends: of a shared borrow the call's becomes the lent one.
    #[inline]
    const fn lending(self) -> u32 {
        match self {
            Borrowed::Shared => LENT - SHARED,
            Borrowed::Exclusively => LENT,
        }
    }
}

impl State {
    /// Nobody has it.
    pub(super) const FREE: State = State(0);

    #[inline]
    const fn shared(self) -> u32 {
        self.0 & MOST
    }

    #[inline]
    const fn lent(self) -> u32 {
        (self.0 / LENT) & MOST
    }

    #[inline]
    const fn is_closed(self) -> bool {
        self.0 & CLOSED != 0
    }

    #[inline]
    const fn is_exclusive(self) -> bool {
        self.0 & EXCLUSIVE != 0
    }

    /// Closed, and nobody has it, nor ever will: whoever brought this about frees the object.
    #[inline]
    pub(super) const fn is_over(self) -> bool {
        self.0 == CLOSED
    }

    /// A call begins, unless somebody has the object in a way that excludes it.
    #[inline]
    const fn entered(self, how: Borrowed) -> Option<State> {
        let free = match how {
            Borrowed::Shared => !self.is_exclusive() && !self.is_closed() && self.shared() + self.lent() < MOST,
            Borrowed::Exclusively => self.0 == State::FREE.0,
        };
        if free { Some(State(self.0 + how.unit())) } else { None }
    }

    /// A call that began as `how` ends, and lends nothing.
    #[inline]
    const fn left(self, how: Borrowed) -> State {
        State(self.0 - how.unit())
    }

    /// A call that began as `how` ends, and what it returned is the object's.
    #[inline]
    const fn lent_by(self, how: Borrowed) -> State {
        State(self.0 + how.lending())
    }

    /// One borrow that was lent ends; none if nothing is lent.
    #[inline]
    const fn released(self) -> Option<State> {
        match self.lent() {
            0 => None,
            _ if self.is_exclusive() => Some(State(self.0 - LENT - EXCLUSIVE)),
            _ => Some(State(self.0 - LENT)),
        }
    }

    /// Nobody may enter it any more.
    #[inline]
    const fn closed(self) -> State {
        State(self.0 | CLOSED)
    }
}

/// The word in memory, where each change is one atomic operation.
///
/// Every change is `AcqRel`. It *acquires* what all before it did to the object: whoever enters sees what the last exclusive call wrote, and
/// whoever frees sees all that anybody did. It *releases* what its own thread did, to whoever enters or frees after it. A refusal changes
/// nothing, and sees (`Acquire`) as much as the word that it was refused for.
#[derive(Debug)]
pub(super) struct Word(AtomicU32);

impl Word {
    pub(super) const fn new() -> Self {
        Word(AtomicU32::new(State::FREE.0))
    }

    /// A call begins; or false.
    #[inline]
    pub(super) fn enter(&self, how: Borrowed) -> bool {
        self.change(|state| state.entered(how)).is_some()
    }

    /// Ends a call that has entered as `how`; with what the word says then.
    #[inline]
    pub(super) fn leave(&self, how: Borrowed) -> State {
        State(self.0.fetch_sub(how.unit(), AcqRel)).left(how)
    }

    /// Ends a call that has entered as `how`, and has lent. Nothing is freed by that, as the borrow goes on.
    #[inline]
    pub(super) fn lend(&self, how: Borrowed) -> State {
        State(self.0.fetch_add(how.lending(), AcqRel)).lent_by(how)
    }

    /// Ends a borrow that was lent; with what the word says then. None if nothing is lent.
    #[inline]
    pub(super) fn release(&self) -> Option<State> {
        self.change(State::released)
    }

    /// Closes it; with what the word says then. None if it was closed already.
    #[inline]
    pub(super) fn close(&self) -> Option<State> {
        let before = State(self.0.fetch_or(CLOSED, AcqRel));
        if before.is_closed() { None } else { Some(before.closed()) }
    }

    #[inline]
    fn change(&self, transition: impl Fn(State) -> Option<State>) -> Option<State> {
        let before = self.0.fetch_update(AcqRel, Acquire, |word| transition(State(word)).map(|State(word)| word)).ok()?;
        transition(State(before))
    }
}

#[cfg(test)]
mod tests;
