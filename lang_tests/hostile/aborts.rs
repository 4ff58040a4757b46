//! Threads that their runtime aborts while Rust runs on them.

use interoptopus::{ffi_function, ffi_service, ffi_type, inventory_part};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// The time that Rust takes before it calls back or returns.
const A_WHILE: Duration = Duration::from_millis(20);

/// The number of frames of Rust that have begun and not ended.
static FRAMES: AtomicU32 = AtomicU32::new(0);

struct Frame;

impl Frame {
    fn begin() -> Self {
        FRAMES.fetch_add(1, Ordering::SeqCst);
        Frame
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        FRAMES.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Called in each round.
#[ffi_type]
pub type Pause = extern "C" fn(round: u32) -> u32;

/// The sum of what `pause` answers in so many rounds, each of which takes a while.
#[ffi_function]
pub fn aborts_rounds(pause: Pause, rounds: u32) -> u32 {
    let _frame = Frame::begin();
    (0..rounds)
        .map(|round| {
            sleep(A_WHILE);
            pause(round)
        })
        .sum()
}

/// The number of frames that have begun and not ended: 0 when no call is in Rust.
#[ffi_function]
pub fn aborts_frames() -> u32 {
    FRAMES.load(Ordering::SeqCst)
}

/// An object that takes its time.
#[ffi_type(service)]
pub struct Patient {
    name: String,
}

#[ffi_service]
impl Patient {
    /// Takes a while.
    #[ffi_constructor]
    pub fn new(name: &str) -> Self {
        sleep(A_WHILE);
        Patient { name: name.to_owned() }
    }

    /// Takes a while, and lends.
    pub fn name(&self) -> &str {
        sleep(A_WHILE);
        &self.name
    }

    /// Takes a while before it asks and after it, and makes another.
    pub fn sibling(&self, pause: Pause) -> Patient {
        sleep(A_WHILE);
        pause(0);
        sleep(A_WHILE);
        Patient { name: self.name.clone() }
    }

    /// Busy as long as anything is lent.
    pub fn rename(&mut self, name: &str) {
        self.name = name.to_owned();
    }
}

inventory_part!(part, [], [aborts_rounds, aborts_frames], [], [Patient]);
