//! The messages of `last_error`.

use super::{Error, last_error, own, value};
use interoptopus::border::Outcome;
use interoptopus::ffi_function;
use std::panic::resume_unwind;

#[ffi_function]
pub fn messages_fail(text: &str, how: u32) -> Result<u32, Error> {
    match how {
        0 => panic!("{text}"),
        1 => resume_unwind(Box::new("thrown again")),
        2 => std::panic::panic_any(7),
        3 => resume_unwind(Box::new(Grenade)),
        4 => Err(Error::Late),
        _ => Ok(how),
    }
}

/// A payload whose destructor panics.
struct Grenade;

impl Drop for Grenade {
    fn drop(&mut self) {
        panic!("in the destructor of a payload");
    }
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_messages_fail(text: *const u8, len: usize, how: u32) -> Outcome<u32>;
    }
}

fn fail(text: &str, how: u32) -> Result<u32, i32> {
    // SAFETY: the declaration is that of the shim, and the length that of the text.
    value(unsafe { abi::border_messages_fail(text.as_ptr(), text.len(), how) })
}

#[test]
fn a_panic_leaves_its_message_and_its_place() {
    // SAFETY: the declaration is that of every library.
    unsafe { own::border_ffi_api_guard() };
    assert_eq!(fail("boo ä", 0), Err(-1));
    let message = last_error();
    assert!(message.starts_with("boo ä (") && message.contains("messages.rs:"), "{message}");
    // Another thread has its own.
    assert_eq!(std::thread::spawn(last_error).join().unwrap(), "");
    // Success and the author's errors leave it as it is.
    assert_eq!((fail("", 5), fail("", 4)), (Ok(5), Err(i32::MAX)));
    assert_eq!(last_error(), message);
    // No hook ran: the place would be that of the panic before.
    assert_eq!((fail("", 1), last_error().as_str()), (Err(-1), "thrown again"));
}

#[test]
fn a_payload_may_be_anything() {
    assert_eq!(fail("", 2), Err(-1));
    assert!(last_error().starts_with("a panic without a text"));
    assert_eq!(fail("", 3), Err(-1));
    assert!(last_error().starts_with("a panic without a text"));
}

#[test]
fn a_wrong_argument_is_named() {
    // SAFETY: the declaration is that of the shim, and the length that of the text.
    assert_eq!(value(unsafe { abi::border_messages_fail(b"\xff".as_ptr(), 1, 9) }), Err(-3));
    assert_eq!(last_error(), "border_messages_fail: `text` is not UTF-8");
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::border_messages_fail(std::ptr::null(), 1, 9) }), Err(-2));
    assert_eq!(last_error(), "border_messages_fail: `text` is null where Rust needs a value");
}

#[test]
fn a_message_that_does_not_fit_is_cut() {
    assert_eq!(fail("0123456789", 0), Err(-1));
    let mut buffer = [b'#'; 8];
    // SAFETY: the buffer has this room.
    let whole = unsafe { own::border_ffi_last_error(buffer.as_mut_ptr(), 4) };
    assert!(whole >= 10);
    assert_eq!(&buffer, b"0123####");
}
