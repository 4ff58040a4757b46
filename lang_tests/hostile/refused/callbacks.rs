//! Callbacks that Rust tries to keep, or to let out, after the call for which they live.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};
use std::ops::Deref;
use std::sync::Mutex;

#[ffi_type]
pub type Visit = extern "C" fn(index: u32, text: ffi::Str) -> u32;

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Handlers<'a> {
    pub visit: Visit<'a>,
    pub maybe: Option<Visit<'a>>,
}

static KEPT: Mutex<Option<Visit>> = Mutex::new(None);
static ALL: Mutex<Vec<Handlers>> = Mutex::new(Vec::new());

#[ffi_function]
pub fn in_a_static(f: Visit) {
    *KEPT.lock().unwrap() = Some(f); //~ argument requires that `'1` must outlive `'static`
}
