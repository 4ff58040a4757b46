//! Structs without fields: C knows none, so that other languages see them behind pointers only.

use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// Nothing, to be pointed to.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token;

/// Nothing, in braces.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nothing {}

/// An empty struct as a field takes no room, and is not seen.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stamped {
    /// At 0.
    pub a: u16,
    /// Nowhere.
    pub token: Token,
    /// At 2.
    pub b: u8,
    /// Nowhere.
    pub nothing: Nothing,
    /// At 4.
    pub c: u32,
}

static TOKEN: Token = Token;

/// The token, which is never freed.
#[ffi_function]
pub extern "C" fn token() -> *const Token {
    &raw const TOKEN
}

/// Whether `token` is the one of [`token`].
///
/// # Safety
/// Pointers that are not null come from this library.
#[ffi_function]
pub unsafe fn is_token(token: &Token) -> bool {
    std::ptr::eq(token, &raw const TOKEN)
}

/// The number of pointers that are not null.
///
/// # Safety
/// Pointers that are not null come from this library.
#[ffi_function]
pub unsafe fn count_tokens(first: Option<&Token>, second: Option<&Nothing>) -> u32 {
    u32::from(first.is_some()) + u32::from(second.is_some())
}

/// `(a with its bytes exchanged, b ^ 0xFF, c ^ -1)`.
#[ffi_function]
pub extern "C" fn stamped_changed(stamped: Stamped) -> Stamped {
    let b = if mutant("field_after_nothing_kept") { stamped.b } else { !stamped.b };
    Stamped { a: stamped.a.swap_bytes(), b, c: !stamped.c, ..stamped }
}
