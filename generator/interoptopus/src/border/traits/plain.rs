//! Types that are their ABI form in memory, as fields, slice elements and pointees must be.

use super::cross::Border;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;

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
    note = "`&mut T` and `ffi::SliceMut` may not: nobody could see whether two of them share memory",
    note = "a `String` or a `Vec<T>` is a whole parameter or result; here take `ffi::Str` or `ffi::Slice<T>`, which borrow"
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
    /// The status of its fault.
    ///
    /// # Safety
    /// `at` is aligned, and its bytes are initialised, but for padding; so it is with the memory that it leads to.
    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status>;
}

/// Whether any bytes are a value of `T`, so that other languages may write them to memory of Rust's.
#[must_use]
pub const fn is_plain_data<T: Plain>() -> bool {
    !T::CHECKED
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
