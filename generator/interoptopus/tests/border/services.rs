//! Services: objects, of which calls exclude each other as Rust's borrows do.

use super::{BUSY, Error, NULL, PANIC, Vec2, ffi_inventory, last_error, own, value};
use interoptopus::border::{Object, Outcome, Status};
use interoptopus::{ffi_function, ffi_service, ffi_type};
use std::ptr;
use std::sync::Mutex;

#[ffi_type]
pub type Callback = extern "C" fn() -> i32;

/// Keeps points.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Recorder {
    points: Vec<Vec2>,
    noisy: bool,
}

const CAPACITY: usize = 3;

#[ffi_service]
impl Recorder {
    const ROOM: usize = CAPACITY;

    /// An empty one.
    #[ffi_constructor]
    pub fn new() -> Self {
        Recorder { points: Vec::new(), noisy: false }
    }

    /// One that panics when it is dropped.
    #[interoptopus::ffi_constructor]
    pub fn noisy(sure: bool) -> Result<Recorder, Error> {
        if sure { Ok(Recorder { points: Vec::new(), noisy: true }) } else { Err(Error::Empty) }
    }

    /// Adds a point.
    pub fn push(&mut self, point: Vec2) -> Result<u32, Error> {
        if self.points.len() >= Self::ROOM {
            return Err(Error::Late);
        }
        self.points.push(point);
        Ok(self.index())
    }

    pub fn len(&self) -> usize {
        self.points.len()
    }

    pub fn shared(&self, callback: Callback) -> i32 {
        callback()
    }

    #[allow(clippy::needless_arbitrary_self_type)]
    pub fn exclusive(self: &mut Self, callback: Callback) -> i32 {
        callback()
    }

    pub fn fork(&self, other: &Self) -> Self {
        Recorder { points: [&self.points[..], &other.points].concat(), noisy: false }
    }

    pub fn explode(&mut self) {
        panic!("exploded with {}", self.points.len());
    }

    #[unsafe(export_name = "recorder_longest_of_all")]
    pub fn longest<'a>(&self, names: &'a str, _other: &str) -> &'a str {
        names.split(' ').max_by_key(|n| n.len()).unwrap_or_default()
    }

    fn index(&self) -> u32 {
        self.points.len() as u32 - 1
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        assert!(!self.noisy, "a destructor panics");
    }
}

/// The number of points of both; a function may borrow objects as well.
#[ffi_function]
pub fn services_total(a: &mut Recorder, b: Option<&Recorder>) -> usize {
    a.points.len() + b.map_or(0, |b| b.points.len())
}

type This = *mut Object<Recorder>;

#[allow(improper_ctypes)]
mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_recorder_new() -> Outcome<This>;
        pub fn border_recorder_noisy(sure: bool) -> Outcome<This>;
        pub fn border_recorder_push(this: This, point: Vec2) -> Outcome<u32>;
        pub fn border_recorder_len(this: This) -> Outcome<usize>;
        pub fn border_recorder_shared(this: This, callback: extern "C" fn() -> i32) -> Outcome<i32>;
        pub fn border_recorder_exclusive(this: This, callback: extern "C" fn() -> i32) -> Outcome<i32>;
        pub fn border_recorder_fork(this: This, other: This) -> Outcome<This>;
        pub fn border_recorder_explode(this: This) -> Status;
        pub fn recorder_longest_of_all(
            this: This,
            names: *const u8,
            len: usize,
            other: *const u8,
            other_len: usize,
        ) -> Outcome<(*const u8, usize)>;
        pub fn border_recorder_destroy(this: This);
        pub fn border_services_total(a: This, b: This) -> Outcome<usize>;
    }
}

/// Tests that count live objects run one by one.
pub static ONE_BY_ONE: Mutex<()> = Mutex::new(());

fn with_recorder(body: impl FnOnce(This)) {
    let _alone = ONE_BY_ONE.lock().unwrap_or_else(|e| e.into_inner());
    // SAFETY: the declarations are those of the shims.
    unsafe {
        let before = own::border_ffi_live_objects();
        let recorder = value(abi::border_recorder_new()).unwrap();
        assert_eq!(own::border_ffi_live_objects(), before + 1);
        body(recorder);
        abi::border_recorder_destroy(recorder);
        assert_eq!(own::border_ffi_live_objects(), before, "an object leaked");
    }
}

#[test]
fn an_object_lives_from_constructor_to_destroy() {
    with_recorder(|recorder| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            for i in 0..3 {
                assert_eq!(value(abi::border_recorder_push(recorder, Vec2::default())), Ok(i));
            }
            assert_eq!(value(abi::border_recorder_push(recorder, Vec2::default())), Err(i32::MAX));
            assert_eq!(value(abi::border_recorder_len(recorder)), Ok(3));
            assert_eq!(value(abi::border_recorder_noisy(false)), Err(1));
            let names = "a bcd ef";
            let (data, len) = value(abi::recorder_longest_of_all(recorder, names.as_ptr(), 8, ptr::null(), 0)).unwrap();
            assert_eq!((data, len), (names[2..].as_ptr(), 3));
        }
    });
}

#[test]
fn null_is_refused_and_destroying_it_does_nothing() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_recorder_len(ptr::null_mut())), Err(NULL));
        assert_eq!(last_error(), "border_recorder_len: `self` is null where Rust needs a value");
        abi::border_recorder_destroy(ptr::null_mut());
    }
}

#[test]
fn methods_may_make_and_borrow_other_objects() {
    with_recorder(|recorder| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            abi::border_recorder_push(recorder, Vec2::default());
            let fork = value(abi::border_recorder_fork(recorder, recorder)).unwrap();
            assert_eq!(value(abi::border_recorder_len(fork)), Ok(2));
            assert_eq!(value(abi::border_services_total(fork, recorder)), Ok(3));
            assert_eq!(value(abi::border_services_total(fork, ptr::null_mut())), Ok(2));
            // The same object twice, of which once exclusively.
            assert_eq!(value(abi::border_services_total(fork, fork)), Err(BUSY));
            assert_eq!(value(abi::border_services_total(ptr::null_mut(), fork)), Err(NULL));
            abi::border_recorder_destroy(fork);
        }
    });
}

thread_local! {
    static CURRENT: std::cell::Cell<This> = const { std::cell::Cell::new(ptr::null_mut()) };
}

extern "C" fn reads() -> i32 {
    // SAFETY: the declaration is that of the shim.
    value(unsafe { abi::border_recorder_len(CURRENT.get()) }).map_or_else(|status| status, |len| len as i32)
}

extern "C" fn writes() -> i32 {
    // SAFETY: the declaration is that of the shim.
    value(unsafe { abi::border_recorder_push(CURRENT.get(), Vec2::default()) }).map_or_else(|status| status, |index| index as i32)
}

extern "C" fn closes() -> i32 {
    // SAFETY: the declarations are those of the shims; the object lives until the call is over.
    unsafe {
        abi::border_recorder_destroy(CURRENT.get());
        own::border_ffi_live_objects() as i32
    }
}

#[test]
fn a_call_excludes_what_rust_would_exclude() {
    with_recorder(|recorder| {
        CURRENT.set(recorder);
        // SAFETY: the declarations are those of the shims.
        unsafe {
            assert_eq!(value(abi::border_recorder_shared(recorder, reads)), Ok(0));
            assert_eq!(value(abi::border_recorder_shared(recorder, writes)), Ok(BUSY));
            assert_eq!(value(abi::border_recorder_exclusive(recorder, reads)), Ok(BUSY));
            assert_eq!(value(abi::border_recorder_exclusive(recorder, writes)), Ok(BUSY));
            assert_eq!(value(abi::border_recorder_push(recorder, Vec2::default())), Ok(0));
        }
    });
}

#[test]
fn closing_during_a_call_frees_when_the_call_is_over() {
    let _alone = ONE_BY_ONE.lock().unwrap_or_else(|e| e.into_inner());
    for call in [abi::border_recorder_shared, abi::border_recorder_exclusive] {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            let before = own::border_ffi_live_objects();
            CURRENT.set(value(abi::border_recorder_new()).unwrap());
            assert_eq!(value(call(CURRENT.get(), closes)), Ok(before as i32 + 1));
            assert_eq!(own::border_ffi_live_objects(), before);
        }
    }
}

#[test]
fn a_panic_leaves_the_object_usable() {
    with_recorder(|recorder| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            assert_eq!(abi::border_recorder_explode(recorder), Status::PANIC);
            assert!(last_error().starts_with("exploded with 0"), "{}", last_error());
            assert_eq!(value(abi::border_recorder_push(recorder, Vec2::default())), Ok(0));
        }
    });
    assert_eq!(PANIC, Status::PANIC.0);
}

#[test]
fn a_destructor_that_panics_is_no_abort() {
    let _alone = ONE_BY_ONE.lock().unwrap_or_else(|e| e.into_inner());
    // SAFETY: the declarations are those of the shims.
    unsafe {
        let before = own::border_ffi_live_objects();
        abi::border_recorder_destroy(value(abi::border_recorder_noisy(true)).unwrap());
        assert_eq!(own::border_ffi_live_objects(), before);
    }
}

#[test]
fn threads_exclude_each_other_and_nothing_is_lost() {
    with_recorder(|recorder| {
        let address = recorder.expose_provenance();
        let threads: Vec<_> = (0..2)
            .map(|_| {
                std::thread::spawn(move || {
                    let recorder = ptr::with_exposed_provenance_mut(address);
                    // SAFETY: the declarations are those of the shims; the object outlives the threads.
                    let pushed = (0..1000).map(|_| value(unsafe { abi::border_recorder_push(recorder, Vec2::default()) }));
                    pushed.filter(Result::is_ok).count()
                })
            })
            .collect();
        let pushed: usize = threads.into_iter().map(|t| t.join().unwrap()).sum();
        assert_eq!(pushed, CAPACITY);
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { abi::border_recorder_len(recorder) }), Ok(CAPACITY));
    });
}

#[test]
fn the_class_is_described_with_its_functions() {
    let inventory = ffi_inventory();
    let service = inventory.services().iter().find(|s| s.head.name == "Recorder").unwrap();
    let names =
        |functions: Vec<&interoptopus::model::Function>| functions.iter().map(|f| f.head.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(service.constructors.iter().collect()), ["new", "noisy"]);
    let methods = names(service.methods.iter().map(|m| &m.function).collect());
    assert_eq!(methods, ["push", "len", "shared", "exclusive", "fork", "explode", "longest"]);
    assert_eq!(service.head.docs.as_str(), "Keeps points.");
    assert_eq!(service.methods[0].function.head.docs.as_str(), "Adds a point.");
    assert_eq!(service.methods[0].function.head.path, "border::services::Recorder::push");
    assert_eq!((service.release.as_deref(), service.destroy.as_str()), (None, "border_recorder_destroy"));
    assert_eq!(service.methods[6].function.symbol, "recorder_longest_of_all");
    assert!(service.methods.iter().all(|m| m.lends.is_none()));
}
