//! C's own numbers, of which some have another size or sign elsewhere, and its `void *`.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};
use std::ffi::{
    c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong, c_ushort,
    c_void,
};

/// C's numbers as fields.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Eight characters.
    pub name: [c_char; 8],
    /// A `long`.
    pub size: c_long,
    /// An `unsigned short`.
    pub mode: c_ushort,
    /// An `unsigned long`.
    pub links: c_ulong,
    /// A single `char`.
    pub kind: c_char,
    /// An `int`.
    pub owner: c_int,
}

/// Gets what was handed over for it, and a `long`; returns an `int`.
#[ffi_type]
pub type Listener = extern "C" fn(context: *mut c_void, progress: c_long) -> c_int;

/// The digest of one of each.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // One of each.
pub extern "C" fn c_digest(
    a: c_char,
    b: c_schar,
    c: c_uchar,
    d: c_short,
    e: c_ushort,
    f: c_int,
    g: c_uint,
    h: c_long,
    i: c_ulong,
    j: c_longlong,
    k: c_ulonglong,
    l: c_float,
    m: c_double,
) -> u64 {
    digest![a, b, c, d, e, f, g, h, i, j, k, l, m]
}

/// `x - 1`; before the lowest comes the highest.
#[ffi_function]
pub extern "C" fn before_long(x: c_long) -> c_long {
    x.wrapping_sub(1)
}

/// `x - 1`; before 0 comes the highest.
#[ffi_function]
pub fn before_ulong(x: c_ulong) -> c_ulong {
    x.wrapping_sub(1)
}

/// The `char` after it, as C counts them on this platform.
#[ffi_function]
pub fn after_char(c: c_char) -> c_char {
    if mutant("char_cut") { c.wrapping_add(1) & 0x7F } else { c.wrapping_add(1) }
}

/// Bytes before the NUL that ends `text`; 0 if there is no text.
///
/// # Safety
/// `text` must be null or end with a NUL.
#[ffi_function]
pub unsafe extern "C" fn count_chars(text: *const c_char) -> usize {
    // SAFETY: the caller's promise.
    if text.is_null() { 0 } else { unsafe { std::ffi::CStr::from_ptr(text) }.count_bytes() }
}

/// Its name reversed, its size negated, all bits of `mode` and of `links` inverted, the next `kind`, and the owner before.
#[ffi_function]
pub fn entry_changed(mut entry: Entry) -> Entry {
    entry.name.reverse();
    let Entry { name, size, mode, links, kind, owner } = entry;
    let (kind, owner) = (kind.wrapping_add(1), owner.wrapping_sub(1));
    Entry { name, size: size.wrapping_neg(), mode: !mode, links: !links, kind, owner }
}

/// Hands `context` and each number below `steps` to `listener` until it returns anything but 0, and returns that.
///
/// # Safety
/// Whatever `listener` needs of `context`.
#[ffi_function]
pub unsafe fn report_to(listener: Listener, context: *mut c_void, steps: c_long) -> c_int {
    (0..steps).map(|step| listener(context, step)).find(|answer| *answer != 0).unwrap_or(0)
}
