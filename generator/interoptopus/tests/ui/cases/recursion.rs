//! What leads to itself.
use interoptopus::{ffi, ffi_type};

#[ffi_type]
pub struct Raw {
    pub next: *const Raw,
    pub nodes: [*mut Raw; 2],
}

#[ffi_type]
pub struct List<'a> { //~ [List] RECURS_THROUGH_RAW_POINTERS_ONLY
    pub next: Option<&'a List<'a>>,
}
