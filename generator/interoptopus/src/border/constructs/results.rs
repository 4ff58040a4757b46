//! `Result`: a status, and the value by value.

use crate::border::outcomes::{ReturnTypes, Status, Stop, guarded_by};
use crate::border::traits::{Border, Give};
use crate::model::{Layout, Registry, Type};

/// The way of `Result`: it only goes out.
#[derive(Debug)]
pub enum ByResult {}

/// The error of a result: an enum whose discriminants are statuses.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of a result",
    label = "not an error enum",
    note = "an error is a numeric enum that is marked `#[ffi_type(error)]`, with discriminants between 1 and `i32::MAX`"
)]
///
/// # Safety
/// The status is that of a variant, and positive: it says that there is no value.
pub unsafe trait Failure: Border + 'static {
    /// The discriminant.
    fn status(self) -> i32;
}

// SAFETY: the lifetimes are the value's: an error has none.
unsafe impl<T: Border, E: Failure> Border for Result<T, E> {
    type Way = ByResult;
    type With<'h> = Result<T::With<'h>, E>;
    const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

    /// The type of the value: what becomes of the error, the function says.
    fn describe(registry: &mut Registry) -> Type {
        T::describe(registry)
    }
}

/// The return types of functions that can fail with an `E`: a bare one returns the same as a guarded one.
#[derive(Debug)]
pub struct Fallible<F, E>(F, E);

// SAFETY: this is what bindings are told.
unsafe impl<A, F: ReturnTypes<A>, E: Failure> ReturnTypes<A> for Fallible<F, E> {
    type Bare = F::Guarded;
    type Guarded = F::Guarded;
    const ERROR: Option<fn(&mut Registry) -> Type> = Some(E::describe);

    #[inline]
    fn bare(symbol: &'static str, body: impl FnOnce() -> Result<A, Stop>) -> F::Guarded {
        guarded_by::<A, F>(symbol, body)
    }

    fn guarded(result: Result<A, Status>) -> F::Guarded {
        F::guarded(result)
    }

    fn layout() -> Option<Layout> {
        F::layout()
    }
}

// SAFETY: the other side gets what is described.
unsafe impl<T: Border, E: Failure> Give<Result<T, E>> for ByResult
where
    T::Way: Give<T>,
{
    type Abi = <T::Way as Give<T>>::Abi;
    type Returns = Fallible<<T::Way as Give<T>>::Returns, E>;
    const SOUND: bool = <T::Way as Give<T>>::SOUND;
    const FAULT: &'static str = <T::Way as Give<T>>::FAULT;
    const LENDS: bool = <T::Way as Give<T>>::LENDS;

    unsafe fn give(value: Result<T, E>) -> Result<Self::Abi, Status> {
        const {
            let nested = <<T::Way as Give<T>>::Returns as ReturnTypes<Self::Abi>>::ERROR.is_some();
            assert!(!nested, "a result within a result cannot cross: a status has one error enum");
        }
        // SAFETY: the caller's promise.
        value.map_err(|e| Status(e.status())).and_then(|value| unsafe { <T::Way as Give<T>>::give(value) })
    }

    fn is_lent(value: &Result<T, E>) -> bool {
        value.as_ref().is_ok_and(<T::Way as Give<T>>::is_lent)
    }
}
