//! Pointees: the types that references and pointers can lead to.

use super::cross::Border;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;

/// The fault of types that borrow, behind `&mut`.
pub(crate) const BEHIND_MUT: &str =
    "what is behind `&mut` cannot hold references, which might lead to itself, nor callbacks, which live only for the call";

/// The way of a type that references can lead to.
#[diagnostic::on_unimplemented(
    message = "a reference to this type cannot cross the border",
    label = "no reference crosses to this",
    note = "pass the value itself, or a reference to a struct; of a `String` a `&str`, of a `Vec<T>` a `&[T]`; of flags a reference to a set: \
            `&ffi::Flags<T>`"
)]
///
/// # Safety
/// References go as [`Shared`](Self::Shared) and [`Exclusive`](Self::Exclusive) say, to an [`Address`](Self::Address), and it is
/// [`OPAQUE`](Self::OPAQUE) if nobody checks and nobody guards what is there.
pub unsafe trait PointeeWay {
    /// The way of `&T`.
    type Shared;
    /// The way of `&mut T`.
    type Exclusive;
    /// The type at the ABI to which the address of a `T` leads.
    type Address<T: Border>;
    /// Whether only Rust knows what is there.
    const OPAQUE: bool = false;
}

/// A `T` behind a pointer, which is the other side's memory.
///
/// # Safety
/// As of [`Plain`](super::plain::Plain).
#[diagnostic::on_unimplemented(
    message = "a pointer to `{T}` cannot cross the border here",
    label = "nobody can look behind this pointer",
    note = "a service is borrowed by `&T` and `&mut T` in the parameters of functions and methods, and nowhere else: not in callbacks, \
            options, slices, fields or results"
)]
pub unsafe trait Behind<T> {
    /// As [`Plain::CHECKED`](super::plain::Plain::CHECKED).
    const CHECKED: bool;
    /// As [`Plain::BORROWS`](super::plain::Plain::BORROWS).
    const BORROWS: bool;
    /// As [`Plain::LEADS_TO_MEMORY`](super::plain::Plain::LEADS_TO_MEMORY).
    const LEADS_TO_MEMORY: bool;
    /// As [`Plain::ENDS_WITH_CALL`](super::plain::Plain::ENDS_WITH_CALL).
    const ENDS_WITH_CALL: bool;
    /// As [`Plain::RECURS_THROUGH_RAW_POINTERS_ONLY`](super::plain::Plain::RECURS_THROUGH_RAW_POINTERS_ONLY).
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = ();

    /// As [`Plain::check`](super::plain::Plain::check).
    ///
    /// # Safety
    /// As of [`Plain::check`](super::plain::Plain::check).
    unsafe fn check_behind(at: *mut T, copies: &Copies) -> Result<(), Status>;
}

/// A parameter of type `&'a T` at the ABI; none of these has the lifetime, but what a return type hides can be elided because of it.
pub type ConstAt<'a, T> = *const <<T as Border>::Way as PointeeWay>::Address<T>;

/// A parameter of type `&'a mut T` at the ABI.
pub type MutAt<'a, T> = *mut <<T as Border>::Way as PointeeWay>::Address<T>;
