//! The last error: the message that `<library>_ffi_last_error` reads, and the last words of bare functions.

use super::panics::drop_quietly;
use super::status::Status;
use super::stop::Stop;
use std::any::Any;
use std::cell::RefCell;
use std::io::Write;
use std::panic::{set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// The message of the last call on this thread that ended with a negative status.
    static LAST_ERROR: RefCell<String> = const { RefCell::new(String::new()) };
    /// The text and the place of the last panic on this thread.
    static PLACE: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) };
}

/// Installs a hook by which each panic leaves its place, so that nothing is paid for it per call.
pub(crate) fn record_places() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            let place = panic.location().map(|at| format!(" ({at})")).unwrap_or_default();
            let _ = PLACE.try_with(|p| p.try_borrow_mut().map(|mut p| *p = (text_of(panic.payload()).to_owned(), place)));
            before(panic);
        }));
    });
}

fn text_of(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a text")
}

/// Keeps the message of a panic that reached the border.
#[cold]
pub(crate) fn panicked(symbol: &'static str, payload: Box<dyn Any + Send>) -> Status {
    let text = text_of(&*payload);
    // A payload that was thrown again (`resume_unwind`) ran no hook: the place is another panic's if the text is.
    let place =
        PLACE.try_with(|p| p.try_borrow_mut().map(|mut p| std::mem::take(&mut *p)).unwrap_or_default()).unwrap_or_default();
    let place = if place.0 == text { place.1 } else { String::new() };
    let message = format!("{text}{place}");
    report(symbol, Status::PANIC, &message);
    keep(message);
    drop_quietly(payload);
    Status::PANIC
}

/// Keeps the message of a call that was refused, if it was: a status of the author's speaks for itself.
#[cold]
pub(crate) fn refused(symbol: &'static str, stop: Stop) -> Status {
    if stop.status.0 < 0 {
        let what = explain(stop);
        report(symbol, stop.status, &what);
        keep(format!("{symbol}: {what}"));
    }
    stop.status
}

fn explain(Stop { status, parameter }: Stop) -> String {
    match parameter {
        "" => status.to_string(),
        _ => format!("`{parameter}` is {status}"),
    }
}

fn keep(message: String) {
    let _ = LAST_ERROR.try_with(|last| last.try_borrow_mut().map(|mut last| *last = message));
}

#[cfg(feature = "log")]
fn report(symbol: &str, status: Status, what: &str) {
    // A logger is code of the author's, and must not end a call that has a status, or the process.
    super::panics::caught(|| log::error!(target: "interoptopus", "{symbol}: {what} (status {})", status.0));
}

#[cfg(not(feature = "log"))]
fn report(_: &str, _: Status, _: &str) {}

/// Copies the message of this thread, and returns its whole length; for `<library>_ffi_last_error`.
///
/// # Safety
/// As of [`last_error`](super::last_error).
pub(crate) unsafe fn copy_last_error(buffer: *mut u8, capacity: usize) -> usize {
    let copied = LAST_ERROR.try_with(|last| {
        let last = last.borrow();
        let n = if buffer.is_null() { 0 } else { last.len().min(capacity) };
        if n > 0 {
            // SAFETY: the caller has `capacity` bytes at `buffer`, and a thread's own message does not lie in them.
            unsafe { buffer.copy_from_nonoverlapping(last.as_ptr(), n) };
        }
        last.len()
    });
    copied.unwrap_or(0)
}

/// Ends the process: a bare function got a wrong argument.
#[cold]
pub(crate) fn misused(symbol: &'static str, stop: Stop) -> ! {
    last_words(symbol, stop.status, &format!("{}; a bare function has no way to say so", explain(stop)))
}

/// Ends the process: a bare function panicked, and the panic has printed itself.
#[cold]
pub(crate) fn unwound(symbol: &'static str) -> ! {
    last_words(symbol, Status::PANIC, "a panic cannot leave a bare function")
}

/// The only thing in this crate that prints: whoever reads it has no other way to learn what happened.
fn last_words(symbol: &str, status: Status, what: &str) -> ! {
    report(symbol, status, what);
    let _ = writeln!(std::io::stderr(), "{symbol}: {what}");
    std::process::abort()
}
