//! The return types of functions at the ABI: the value, a status, or both.

use super::last_error::{misused, panicked, refused};
use super::status::Status;
use super::stop::Stop;
use crate::model::{FieldLayout, Layout, Registry, Type};
use std::mem::{MaybeUninit, offset_of};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The return types of functions whose value at the ABI is an `A`.
///
/// # Safety
/// Bindings are told the type that a function returns: the value, a status, or an [`Outcome`] of both.
pub unsafe trait ReturnTypes<A> {
    /// The return type of a bare function.
    type Bare;

    /// The return type of a guarded function.
    type Guarded;

    /// The enum of the author's errors, whose values are the positive statuses; where there is one, even a bare function is guarded.
    const ERROR: Option<fn(&mut Registry) -> Type>;

    /// Runs `body` in the bare function that the library exports as `symbol`.
    fn bare(symbol: &'static str, body: impl FnOnce() -> Result<A, Stop>) -> Self::Bare;

    /// The result of a guarded function.
    fn guarded(result: Result<A, Status>) -> Self::Guarded;

    /// The memory of a guarded function's result; none if that is the status alone.
    fn layout() -> Option<Layout>;
}

/// Most types: a guarded function returns a status with the value.
#[derive(Debug)]
pub enum Valued {}

/// `()`: a guarded function returns the status alone.
#[derive(Debug)]
pub enum Empty {}

/// The result of a guarded function. `value` is zero unless `status` is 0.
#[derive(Debug)]
#[repr(C)]
pub struct Outcome<A> {
    /// The status of the call.
    pub status: Status,
    /// The value of the function.
    pub value: MaybeUninit<A>,
}

impl<A> Outcome<A> {
    pub(crate) fn layout() -> Layout {
        let field = |name: &str, offset, size| FieldLayout { name: name.to_owned(), offset, size };
        let fields = vec![
            field("status", offset_of!(Self, status), size_of::<Status>()),
            field("value", offset_of!(Self, value), size_of::<A>()),
        ];
        Layout { size: size_of::<Self>(), align: align_of::<Self>(), fields }
    }
}

// SAFETY: this is what bindings are told.
unsafe impl<A> ReturnTypes<A> for Valued {
    type Bare = A;
    type Guarded = Outcome<A>;
    const ERROR: Option<fn(&mut Registry) -> Type> = None;

    #[inline]
    fn bare(symbol: &'static str, body: impl FnOnce() -> Result<A, Stop>) -> A {
        unguarded(symbol, body)
    }

    fn guarded(result: Result<A, Status>) -> Outcome<A> {
        match result {
            Ok(value) => Outcome { status: Status::OK, value: MaybeUninit::new(value) },
            Err(status) => Outcome { status, value: MaybeUninit::zeroed() },
        }
    }

    fn layout() -> Option<Layout> {
        Some(Outcome::<A>::layout())
    }
}

// SAFETY: as above.
unsafe impl ReturnTypes<()> for Empty {
    type Bare = ();
    type Guarded = Status;
    const ERROR: Option<fn(&mut Registry) -> Type> = None;

    #[inline]
    fn bare(symbol: &'static str, body: impl FnOnce() -> Result<(), Stop>) {
        unguarded(symbol, body)
    }

    fn guarded(result: Result<(), Status>) -> Status {
        result.err().unwrap_or(Status::OK)
    }

    fn layout() -> Option<Layout> {
        None
    }
}

/// Runs `body`, and makes a status of a panic or a wrong argument.
#[inline]
pub(crate) fn guarded_by<A, F: ReturnTypes<A>>(symbol: &'static str, body: impl FnOnce() -> Result<A, Stop>) -> F::Guarded {
    F::guarded(match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(stop)) => Err(refused(symbol, stop)),
        Err(payload) => Err(panicked(symbol, payload)),
    })
}

/// Runs `body`; a panic or a wrong argument ends the process, after saying which function it was.
#[inline]
fn unguarded<A>(symbol: &'static str, body: impl FnOnce() -> Result<A, Stop>) -> A {
    let named = Panics(symbol);
    let result = body();
    std::mem::forget(named);
    result.unwrap_or_else(|stop| misused(symbol, stop))
}

/// Names the function that a panic tries to leave.
struct Panics(&'static str);

impl Drop for Panics {
    fn drop(&mut self) {
        super::last_error::unwound(self.0)
    }
}
