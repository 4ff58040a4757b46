//! Types that are their ABI form in memory, as fields, slice elements and pointees must be.

use super::{Border, Copies, Repr, Status};
use std::mem::MaybeUninit;

/// A type that *is* its ABI form in memory.
///
/// # Safety
/// Its layout is C's. [`check`](Self::check) succeeds only for bytes that are a value of the type, or the type is not
/// [`CHECKED`](Self::CHECKED): then any bytes are a value of it. If it leads to other memory than by raw pointers, it
/// [`BORROWS`](Self::BORROWS).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the same in memory on both sides of the border",
    label = "not a field, slice element or value of another language",
    note = "in fields and slices these may stand: numbers, `bool`, `char`, structs, enums and unions that are `#[ffi_type]`, arrays, `&T`, raw \
            pointers, `NonNull`, `NonZero`, callbacks, `ffi::Slice`, `ffi::Str`, `ffi::CStrPtr`, `ffi::Bool`, `ffi::Flags` for flags, and \
            `ffi::Option`, which is what `Option` is in memory",
    note = "`&mut T` and `ffi::SliceMut` may not: nobody could see whether two of them share memory"
)]
pub unsafe trait Plain: Border + Sized {
    /// Whether there are bytes that are no value of it. Says yes for all references and function pointers, so that recursive types do
    /// not cycle.
    const CHECKED: bool;

    /// Whether it holds what is somebody else's, and lives only for a time: references and callbacks, raw pointers aside.
    const BORROWS: bool;

    /// Whether it leads to memory, by what it borrows: to memory that a parameter may be writing to. A callback does not.
    const LEADS_TO_MEMORY: bool = Self::BORROWS;

    /// Whether it ends with the call: it holds a callback, or leads to what is checked, and so to a copy.
    const ENDS_WITH_CALL: bool = false;

    /// Whether its values can be written in other languages, as constants: they hold no addresses, but for strings and slices.
    const HAS_VALUE: bool = true;

    /// A type that leads to itself through references cannot be computed, and so does not compile: other languages can tie such values into
    /// rings, in which a check never ends.
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = ();

    /// Whether it is none, of which a method lends nothing. Only of options themselves: nobody looks for nones inside of other values.
    fn is_none(&self) -> bool {
        false
    }

    /// Checks the value at `at`, which nobody but the shim can reach, before anybody takes it for one. Where it leads to what is to be checked as
    /// well, it is made to lead to a copy of that, since the other side could change it after the check.
    ///
    /// # Errors
    /// What is wrong with it.
    ///
    /// # Safety
    /// `at` is aligned, and its bytes are initialised, but for padding; so it is with the memory that it leads to.
    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status>;
}

/// Whether any bytes are a value of `T`: what other languages may write to memory of Rust's.
#[must_use]
pub const fn is_plain_data<T: Plain>() -> bool {
    !T::CHECKED
}

/// Refuses a union `T` that is not made of these fields, each with its size and alignment.
///
/// # Panics
/// If it is not: at compile time.
pub const fn union_is<T>(fields: &[(usize, usize)]) {
    let (mut size, mut align, mut i) = (0, 1, 0);
    while i < fields.len() {
        let field = fields[i];
        size = if field.0 > size { field.0 } else { size };
        align = if field.1 > align { field.1 } else { align };
        i += 1;
    }
    assert!(
        size.next_multiple_of(align) == size_of::<T>() && align == align_of::<T>(),
        "an attribute below `#[ffi_type]` has changed the fields of the union: put `#[ffi_type]` below it"
    );
}

/// Refuses a struct `T` that is not laid out as C does by `repr`; each field has an offset, a size and an alignment.
///
/// # Panics
/// If it is not: at compile time.
pub const fn struct_is<T>(repr: Repr, fields: &[(usize, usize, usize)]) {
    let (most, mut align) = repr.alignments();
    let (mut end, mut is_so, mut i) = (0_usize, true, 0);
    while i < fields.len() {
        let (offset, size, own) = fields[i];
        let own = if own < most { own } else { most };
        align = if own > align { own } else { align };
        is_so &= offset == end.next_multiple_of(own);
        end = offset + size;
        i += 1;
    }
    assert!(
        is_so && end.next_multiple_of(align) == size_of::<T>() && align == align_of::<T>(),
        "an attribute below `#[ffi_type]` has changed the `repr` of the struct: put `#[ffi_type]` below it"
    );
}

/// Whether one of them is true: of the fields of a struct.
#[must_use]
pub const fn any(all: &[bool]) -> bool {
    let mut i = 0;
    while i < all.len() {
        if all[i] {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether all of them are true: of the fields of a struct.
#[must_use]
pub const fn all(all: &[bool]) -> bool {
    let mut i = 0;
    while i < all.len() {
        if !all[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// As [`Plain::check`], of a field of a packed struct.
///
/// # Errors
/// What is wrong with it.
///
/// # Safety
/// As of [`Plain::check`], but `at` need not be aligned.
#[inline(always)]
pub unsafe fn check_unaligned<T: Plain>(at: *mut T, copies: &Copies) -> Result<(), Status> {
    if !T::CHECKED {
        return Ok(());
    }
    // SAFETY: a `MaybeUninit` is only bytes; the caller says that there are as many.
    let mut copy = unsafe { at.cast::<MaybeUninit<T>>().read_unaligned() };
    // SAFETY: the copy is aligned, and the rest is the caller's promise.
    unsafe { T::check(copy.as_mut_ptr(), copies) }?;
    // SAFETY: as above.
    unsafe { at.cast::<MaybeUninit<T>>().write_unaligned(copy) };
    Ok(())
}

/// Refuses a value that no variant of an enum has.
///
/// # Errors
/// [`Status::INVALID`] if it is not known.
#[inline(always)]
pub const fn known(known: bool) -> Result<(), Status> {
    if known { Ok(()) } else { Err(Status::INVALID) }
}
