//! With the feature `log`, what goes wrong at the border is reported through the crate `log`.
#![allow(missing_docs, unreachable_pub)]

use interoptopus::border::{Outcome, Status};
use interoptopus::{ffi_function, ffi_type};
use std::sync::Mutex;

#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug)]
pub enum Error {
    Odd = 1,
}

#[ffi_function]
pub fn half(of: &u32, panics: bool) -> Result<u32, Error> {
    assert!(!panics, "as asked");
    if *of == 7 {
        std::panic::panic_any(Again);
    }
    assert!(*of != 9, "break the logger");
    if of.is_multiple_of(2) { Ok(of / 2) } else { Err(Error::Odd) }
}

mod abi {
    use super::Outcome;
    unsafe extern "C" {
        pub fn log_half(of: *const u32, panics: bool) -> Outcome<u32>;
    }
}

/// What a panic carries, and panics itself when it is dropped.
struct Again;

impl Drop for Again {
    fn drop(&mut self) {
        panic!("again");
    }
}

struct Kept(Mutex<Vec<String>>);

impl log::Log for Kept {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{} {} {}", record.level(), record.target(), record.args());
        let breaks = line.contains("break the logger");
        self.0.lock().unwrap().push(line);
        if breaks {
            std::panic::panic_any(Again);
        }
    }

    fn flush(&self) {}
}

#[test]
fn what_other_languages_did_wrong_is_reported_and_errors_of_the_author_are_not() {
    static KEPT: Kept = Kept(Mutex::new(Vec::new()));
    log::set_logger(&KEPT).unwrap();
    log::set_max_level(log::LevelFilter::Error);
    // SAFETY: the declaration is that of the shim.
    unsafe {
        assert_eq!(abi::log_half(&4, false).status, Status::OK);
        assert_eq!(abi::log_half(&3, false).status, Status(1));
        assert_eq!(abi::log_half(std::ptr::null(), false).status, Status::NULL);
        assert_eq!(abi::log_half(&4, true).status, Status::PANIC);
        // Neither a logger that panics, nor a payload whose destructor does, ends the process.
        assert_eq!(abi::log_half(&9, false).status, Status::PANIC);
        assert_eq!(abi::log_half(&7, false).status, Status::PANIC);
        assert_eq!(abi::log_half(&8, false).status, Status::OK);
    }
    assert_eq!(
        *KEPT.0.lock().unwrap(),
        [
            "ERROR interoptopus log_half: `of` is null where Rust needs a value (status -2)",
            "ERROR interoptopus log_half: as asked (status -1)",
            "ERROR interoptopus log_half: break the logger (status -1)",
            "ERROR interoptopus log_half: a panic without a text (status -1)",
        ]
    );
}
