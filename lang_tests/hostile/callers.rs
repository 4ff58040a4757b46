//! Callbacks of several calls that are under way at once: which of them is called, on which thread, and whose exception it is.

use interoptopus::{ffi_function, ffi_type, inventory_part};
use std::cell::Cell;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Condvar, Mutex};

/// A callback that takes and returns a number.
#[ffi_type]
pub type Rate = extern "C" fn(x: u32) -> u32;

/// The closure that a [`Rate`] is behind its lifetime.
type Rates<'a> = dyn Fn(u32) -> u32 + Send + Sync + 'a;

thread_local!(static AMBIENT: Cell<Option<&'static Rates<'static>>> = const { Cell::new(None) });

/// Calls `run` with `rates`, whose lifetime is extended as long as `run` takes.
fn for_now<T>(rates: &Rates<'_>, run: impl FnOnce(&'static Rates<'static>) -> T) -> T {
    // SAFETY: none of the callers has it any more when `run` returns.
    run(unsafe { std::mem::transmute::<&Rates<'_>, &'static Rates<'static>>(rates) })
}

/// The rate that was there before, which is put back.
struct Before(Option<&'static Rates<'static>>);

impl Drop for Before {
    fn drop(&mut self) {
        AMBIENT.set(self.0);
    }
}

/// Returns `body(0)`; meanwhile `rate` is this thread's rate, as crates with scoped variables of threads have it.
#[ffi_function]
pub fn with_rate(rate: Rate, body: Rate) -> u32 {
    for_now(&*rate, |rate| {
        let _before = Before(AMBIENT.replace(Some(rate)));
        body(0)
    })
}

/// Returns `map(rate(x))`, where `rate` is this thread's rate; `map(0)` if it has none.
#[ffi_function]
pub fn rated(map: Rate, x: u32) -> u32 {
    map(AMBIENT.get().map_or(0, |rate| rate(x)))
}

/// The work of a caller that waits.
struct Job {
    x: u32,
    rates: &'static Rates<'static>,
    done: SyncSender<u32>,
}

static JOB: Mutex<Option<Job>> = Mutex::new(None);
static JOB_CHANGED: Condvar = Condvar::new();

/// Returns `rate(x)`, called on the thread of a caller of [`serve`], as in pools in which a waiting thread works for others.
#[ffi_function]
pub fn served(x: u32, rate: Rate) -> u32 {
    for_now(&*rate, |rates| {
        let (done, served) = sync_channel(1);
        let empty = JOB_CHANGED.wait_while(JOB.lock().expect("nobody panics"), |job| job.is_some());
        *empty.expect("nobody panics") = Some(Job { x, rates, done });
        JOB_CHANGED.notify_all();
        served.recv().expect("somebody serves")
    })
}

/// Returns `rate(x)`, after the work of a caller of [`served`].
#[ffi_function]
pub fn serve(x: u32, rate: Rate) -> u32 {
    let full = JOB_CHANGED.wait_while(JOB.lock().expect("nobody panics"), |job| job.is_none());
    let Job { x: theirs, rates, done } = full.expect("nobody panics").take().expect("it was waited for");
    JOB_CHANGED.notify_all();
    done.send(rates(theirs)).expect("somebody waits");
    rate(x)
}

/// The sum of what `rate` makes of the numbers below `threads`, each on a thread of Rust's own.
#[ffi_function]
pub fn together(threads: u32, rate: Rate) -> u32 {
    let rate = &rate;
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|x| scope.spawn(move || rate(x))).collect();
        all.into_iter().map(|one| one.join().expect("it only calls")).fold(0, u32::wrapping_add)
    })
}

/// The sum of what `here` makes of 1 on this thread, then `elsewhere` of 2 on another, then `here` of 3.
#[ffi_function]
pub fn here_and_elsewhere(here: Rate, elsewhere: Rate) -> u32 {
    let first = here(1);
    let second = std::thread::scope(|scope| scope.spawn(|| elsewhere(2)).join().expect("it only calls"));
    first.wrapping_add(second).wrapping_add(here(3))
}

inventory_part!(part, [], [with_rate, rated, served, serve, together, here_and_elsewhere], [], []);
