//! The functions that shims call, in the order in which they do.

use crate::border::constructs::IsNumber;
use crate::border::memory::{AddressRange, Borrows, Copies};
use crate::border::outcomes::{ReturnTypes, Stop, guarded_by};
use crate::border::traits::{Abi, Bare, Border, Call, Data, Give, Guarded, Held, HoldsNoStatic, In, Lend, Lent, Take, TakeTwo};

/// The type that a caller gives for a parameter of type `T`.
type Gives<T> = <<T as Border>::Way as Lend<T>>::Gives;

/// Checks an argument, and keeps what must live during the call.
///
/// # Errors
/// The status of its fault, with the parameter.
///
/// # Safety
/// As of [`Take::hold`].
#[inline(always)]
pub unsafe fn hold<T: Border>(abi: In<T>, name: &'static str, copies: &Copies) -> Result<Held<T>, Stop>
where
    T::Way: Take<T>,
    for<'h> Gives<T>: HoldsNoStatic<'h, <Gives<T> as Border>::With<'h>>,
{
    // SAFETY: the caller's promise.
    unsafe { <T::Way as Take<T>>::hold(abi, copies) }.map_err(|status| Stop::refused(status, name))
}

/// As [`hold`], of a type that is written like a number, and therefore borrows nothing.
///
/// # Errors
/// The status of its fault, with the parameter.
///
/// # Safety
/// As of [`Take::hold`].
#[inline(always)]
pub unsafe fn hold_number<T: IsNumber>(abi: In<T>, name: &'static str, copies: &Copies) -> Result<Held<T>, Stop>
where
    T::Way: Take<T>,
    for<'h> Gives<T>: HoldsNoStatic<'h, <Gives<T> as Border>::With<'h>>,
{
    // SAFETY: the caller's promise.
    unsafe { hold::<T>(abi, name, copies) }
}

/// As [`hold`], of a slice or string.
///
/// # Errors
/// The status of its fault, with the parameter.
///
/// # Safety
/// As of [`Take::hold`].
#[inline(always)]
pub unsafe fn hold_two<T: Border>(data: Data<T>, len: usize, name: &'static str, copies: &Copies) -> Result<Held<T>, Stop>
where
    T::Way: TakeTwo<T>,
    for<'h> Gives<T>: HoldsNoStatic<'h, <Gives<T> as Border>::With<'h>>,
{
    // SAFETY: the caller's promise.
    unsafe { <T::Way as TakeTwo<T>>::hold(data, len, copies) }.map_err(|status| Stop::refused(status, name))
}

/// Refuses a type that cannot be behind a parameter.
///
/// # Panics
/// If it cannot: at compile time.
pub const fn fits<T: Border>()
where
    T::Way: Lend<T>,
{
    let fault = <T::Way as Lend<T>>::FAULT;
    assert!(fault.is_empty(), "{}", fault);
}

/// Refuses references to opaque types in the signature of a safe function.
///
/// # Panics
/// If there is one: at compile time.
pub const fn needs_no_contract<T: Border>() {
    assert!(
        !T::NEEDS_CONTRACT,
        "a reference to an opaque type: other languages can keep it, share it between threads, and call again while it is borrowed; make the type a \
         service, or write `unsafe fn` and say in `# Safety` what callers have to keep to"
    );
}

/// The borrows of a parameter, which are known at compile time.
#[must_use]
pub const fn borrows<T: Border>() -> Borrows
where
    T::Way: Lend<T>,
{
    <T::Way as Lend<T>>::BORROWS
}

/// Whether a parameter's own memory is a copy, which ends with the call.
#[must_use]
pub const fn own_ends<T: Border>() -> bool
where
    T::Way: Lend<T>,
{
    <T::Way as Lend<T>>::OWN_ENDS
}

/// Whether what is in a parameter ends with the call.
#[must_use]
pub const fn inner_ends<T: Border>() -> bool
where
    T::Way: Lend<T>,
{
    <T::Way as Lend<T>>::INNER_ENDS
}

/// The memory that an argument borrows.
#[inline(always)]
pub fn address_range<T: Border>(held: &Held<T>) -> AddressRange
where
    T::Way: Lend<T>,
{
    <T::Way as Lend<T>>::address_range(held)
}

/// Makes the argument.
///
/// # Safety
/// `held` comes from [`hold`] or [`hold_two`] of the same type, and is lent once.
#[inline(always)]
pub unsafe fn lend<'own, 'inner: 'own, 'call, T: Border>(
    held: &'own mut Held<T>,
    inner: &'inner Copies,
    call: &'call Call,
) -> Lent<'own, 'inner, 'call, T>
where
    T::Way: Lend<T>,
{
    // SAFETY: the caller's promise.
    unsafe { <T::Way as Lend<T>>::lend(held, inner, call) }
}

/// Hands over what the author's function returned.
///
/// # Errors
/// The status of the error that it is.
///
/// # Safety
/// It goes to the other side as it is: it no longer has the lifetimes of what it borrows.
#[inline(always)]
pub unsafe fn give<R: Border>(value: R) -> Result<Abi<R>, Stop>
where
    R::Way: Give<R>,
{
    // SAFETY: the caller's promise.
    unsafe { <R::Way as Give<R>>::give(value) }.map_err(|status| Stop::refused(status, ""))
}

/// The body of a guarded function: a panic and a wrong argument are statuses.
#[inline]
pub fn guarded<R: Border>(symbol: &'static str, body: impl FnOnce() -> Result<Abi<R>, Stop>) -> Guarded<R>
where
    R::Way: Give<R>,
{
    guarded_by::<Abi<R>, <R::Way as Give<R>>::Returns>(symbol, body)
}

/// The body of a bare function: a panic and a wrong argument end the process; but if it can fail, it is guarded.
#[inline]
pub fn bare<R: Border>(symbol: &'static str, body: impl FnOnce() -> Result<Abi<R>, Stop>) -> Bare<R>
where
    R::Way: Give<R>,
{
    <<R::Way as Give<R>>::Returns as ReturnTypes<Abi<R>>>::bare(symbol, body)
}
