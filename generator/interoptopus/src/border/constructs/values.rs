//! By value: numbers, structs, enums, raw pointers.

use super::references::plain_pointees;
use crate::border::memory::{Borrows, Copies};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Border, Call, Give, Lend, Plain, Take};
use std::mem::{ManuallyDrop, MaybeUninit};

/// The way of plain types: a value is its ABI form.
#[derive(Debug)]
pub enum ByValue {}

plain_pointees!(ByValue);

// SAFETY: what a plain value leads to, it says.
unsafe impl<T: Plain> Lend<T> for ByValue {
    type Held = MaybeUninit<T::With<'static>>;
    type Gives = T;
    type Lent<'own, 'inner: 'own, 'call> = T::With<'inner>;
    const INNER_ENDS: bool = T::ENDS_WITH_CALL;
    const BORROWS: Borrows = if T::LEADS_TO_MEMORY { Borrows::Hidden } else { Borrows::Nothing };

    unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Self::Held, _: &'inner Copies, _: &'call Call) -> T::With<'inner> {
        // SAFETY: only the lifetimes differ, and `hold` has checked it.
        unsafe { held.as_ptr().cast::<T::With<'inner>>().read() }
    }
}

// SAFETY: as above.
unsafe impl<T: Plain> Take<T> for ByValue {
    type Abi = MaybeUninit<T::With<'static>>;

    #[inline(always)]
    unsafe fn hold(mut abi: Self::Abi, copies: &Copies) -> Result<Self::Held, Status> {
        if T::CHECKED {
            // SAFETY: only the lifetimes differ; it is a local variable, so it is aligned.
            unsafe { T::check(abi.as_mut_ptr().cast(), copies.if_needed(T::ENDS_WITH_CALL)) }?;
        }
        Ok(abi)
    }
}

// SAFETY: the other side gets what is described.
unsafe impl<T: Plain> Give<T> for ByValue {
    type Abi = T::With<'static>;
    type Returns = Valued;
    const LENDS: bool = T::BORROWS;

    unsafe fn give(value: T) -> Result<Self::Abi, Status> {
        // SAFETY: the caller's promise.
        Ok(unsafe { given(value) })
    }

    fn is_lent(value: &T) -> bool {
        !value.is_none()
    }
}

/// The value for the other side, without lifetimes.
///
/// # Safety
/// As of [`Give::give`].
pub(crate) unsafe fn given<T: Border + Sized>(value: T) -> T::With<'static> {
    let value = ManuallyDrop::new(value);
    // SAFETY: only the lifetimes differ, and the caller says that nothing in Rust looks at it again.
    unsafe { (&raw const value).cast::<T::With<'static>>().read() }
}
