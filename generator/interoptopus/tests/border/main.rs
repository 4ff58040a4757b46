//! The shims that the macros export, called as other languages call them: by their symbols, with right and wrong arguments.
#![allow(missing_docs, unreachable_pub, elided_lifetimes_in_paths, mismatched_lifetime_syntaxes, improper_ctypes)]

mod aborts;
mod arguments;
mod c_types;
mod callbacks;
mod changed;
mod characters;
mod constants;
mod inventory;
mod lending;
mod marks;
mod messages;
mod nonnull;
mod nonzero;
mod options;
mod overlap;
mod owned;
mod parts;
mod pointers;
mod results;
mod services;
mod slices;
mod strings;
mod structs;
mod symbols;
mod wide;

use interoptopus::border::Outcome;
use interoptopus::{ffi_type, inventory};

#[ffi_type]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    pub x: f32,
    pub y: f32,
}

#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marker {
    Dot = 1,
    Cross,
    Hidden = 255,
}

#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Error {
    Empty = 1,
    Late = i32::MAX,
}

const PANIC: i32 = -1;
const NULL: i32 = -2;
const UTF8: i32 = -3;
const INVALID: i32 = -4;
const BUSY: i32 = -5;

/// The value of a call that succeeded, or its status.
fn value<T>(outcome: Outcome<T>) -> Result<T, i32> {
    match outcome.status.0 {
        // SAFETY: with status 0, the value is there.
        0 => Ok(unsafe { outcome.value.assume_init() }),
        status => Err(status),
    }
}

mod own {
    unsafe extern "C" {
        pub fn border_ffi_api_guard() -> u64;
        pub fn border_ffi_build_id() -> u64;
        pub fn border_ffi_last_error(buffer: *mut u8, capacity: usize) -> usize;
        pub fn border_ffi_live_objects() -> usize;
    }
}

/// The message of this thread's last call that failed.
fn last_error() -> String {
    // SAFETY: the buffer is as large as it says.
    unsafe {
        let mut text = vec![0; own::border_ffi_last_error(std::ptr::null_mut(), 0)];
        assert_eq!(own::border_ffi_last_error(text.as_mut_ptr(), text.len()), text.len());
        String::from_utf8(text).unwrap()
    }
}

inventory! {
    ffi_inventory,
    [constants::ANSWER, constants::EXACT, constants::MARKER, constants::r#type],
    [
        structs::structs_nested, structs::structs_marked, structs::structs_shapes::area,
        pointers::pointers_scale, pointers::pointers_first, pointers::pointers_raw,
        slices::slices_sum, slices::slices_fill, slices::slices_markers,
        strings::strings_len, strings::strings_title, strings::strings_greeting, strings::strings_c,
        options::options_half, options::options_marker, options::options_readings,
        callbacks::callbacks_visit, callbacks::callbacks_maybe, callbacks::callbacks_chunks,
        results::results_parse, results::results_nothing, results::results_bare, results::results_option,
        symbols::r#move, symbols::renamed, services::services_total,
        owned::owned_text, owned::owned_box, owned::owned_points, owned::owned_markers,
    ],
    [options::Unmentioned],
    [services::Recorder, lending::Library],
}
