use super::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;

/// A value that says when it is dropped, and is whole only while nobody writes to it.
struct Witness {
    pair: [u64; 2],
    dropped: std::sync::Arc<AtomicBool>,
}

impl Drop for Witness {
    fn drop(&mut self) {
        assert!(!self.dropped.swap(true, SeqCst), "dropped twice");
    }
}

/// An object's address, which any thread may use.
#[derive(Clone, Copy)]
struct Shared(*mut Object<Witness>);

// SAFETY: so do other languages.
unsafe impl Send for Shared {}

fn witness() -> (Shared, std::sync::Arc<AtomicBool>) {
    let dropped = std::sync::Arc::new(AtomicBool::new(false));
    (Shared(Object::make(Witness { pair: [0, 0], dropped: dropped.clone() })), dropped)
}

impl Shared {
    fn enter(&self, exclusive: bool) -> Result<Entered<Witness>, Status> {
        // SAFETY: the tests free an object after its last call.
        unsafe { Entered::new(self.0, exclusive) }
    }

    fn release(&self) -> Status {
        // SAFETY: as above.
        unsafe { Object::release(self.0) }
    }

    fn close(&self) {
        // SAFETY: as above, and it is closed once.
        unsafe { Object::close(self.0) }
    }
}

#[test]
fn releasing_during_the_lending_call_changes_nothing() {
    let (object, dropped) = witness();
    for exclusive in [false, true] {
        let call = object.enter(exclusive).unwrap();
        assert_eq!(object.release(), Status::INVALID);
        assert_eq!(object.enter(true).err(), Some(Status::BUSY));
        call.lend();
        assert_eq!((object.release(), object.release()), (Status::OK, Status::INVALID));
    }
    drop(object.enter(true).unwrap());
    object.close();
    assert!(dropped.load(SeqCst));
}

#[test]
fn a_panic_after_a_stray_release_leaves_the_object_free() {
    let (object, dropped) = witness();
    let call = || {
        let _call = object.enter(true).unwrap();
        assert_eq!(object.release(), Status::INVALID);
        std::panic::resume_unwind(Box::new("the method panics"));
    };
    assert!(catch_unwind(AssertUnwindSafe(call)).is_err());
    assert_eq!(object.release(), Status::INVALID);
    drop(object.enter(true).unwrap());
    object.close();
    assert!(dropped.load(SeqCst));
}

#[test]
fn closing_during_a_lending_call_frees_after_the_release() {
    for exclusive in [false, true] {
        let (object, dropped) = witness();
        let call = object.enter(exclusive).unwrap();
        object.close();
        assert_eq!(object.release(), Status::INVALID);
        call.lend();
        assert_eq!((object.enter(false).err(), dropped.load(SeqCst)), (Some(Status::BUSY), false));
        assert_eq!((object.release(), dropped.load(SeqCst)), (Status::OK, true));
    }
}

#[test]
fn more_borrows_than_can_be_counted_are_refused_and_all_can_be_released() {
    let (object, dropped) = witness();
    let mut lent = 0;
    while let Ok(call) = object.enter(false) {
        call.lend();
        lent += 1;
    }
    assert_eq!(lent, (1 << 15) - 1);
    assert_eq!(object.enter(true).err(), Some(Status::BUSY));
    object.close();
    for _ in 0..lent {
        assert!(!dropped.load(SeqCst));
        assert_eq!(object.release(), Status::OK);
    }
    assert!(dropped.load(SeqCst));
}

#[test]
fn threads_that_hammer_an_object_never_see_it_half_written() {
    const ROUNDS: u64 = if cfg!(miri) { 50 } else { 20_000 };
    let (object, dropped) = witness();
    std::thread::scope(|scope| {
        for thread in 0..4_u64 {
            scope.spawn(move || {
                let object = object;
                for round in 0..ROUNDS {
                    let exclusive = (round + thread) % 3 == 0;
                    let Ok(mut call) = object.enter(exclusive) else { continue };
                    if exclusive {
                        let witness = call.exclusive();
                        witness.pair[0] += 1;
                        witness.pair[1] += 1;
                    }
                    assert_eq!(call.shared().pair[0], call.shared().pair[1]);
                    if round % 2 == 0 {
                        call.lend();
                        assert_eq!(object.release(), Status::OK);
                    }
                }
            });
        }
    });
    drop(object.enter(true).unwrap());
    object.close();
    assert!(dropped.load(SeqCst));
}

#[test]
fn an_object_that_is_closed_while_threads_are_in_it_is_freed_once() {
    for round in 0..if cfg!(miri) { 10 } else { 500 } {
        let (object, dropped) = witness();
        let calls: Vec<_> = (0..3).map(|_| object.enter(false).unwrap()).map(InThread).collect();
        std::thread::scope(|scope| {
            for (i, call) in calls.into_iter().enumerate() {
                scope.spawn(move || {
                    let InThread(call) = { call };
                    if (i + round) % 2 == 0 {
                        let object = Shared(call.object);
                        call.lend();
                        assert_eq!(object.release(), Status::OK);
                    }
                });
            }
            scope.spawn(move || {
                let object = object;
                object.close();
            });
        });
        assert!(dropped.load(SeqCst));
    }
}

/// A call that ends on another thread than this one.
struct InThread(Entered<Witness>);

// SAFETY: a witness is `Send` and `Sync`.
unsafe impl Send for InThread {}
