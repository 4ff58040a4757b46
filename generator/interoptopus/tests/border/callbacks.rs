//! Callbacks.

use super::{Error, NULL, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi, ffi_function, ffi_type};

/// Parameters of several types, of which two are references.
#[ffi_type]
pub type Visit = extern "C" fn(index: u32, point: &Vec2, total: &mut f64, name: ffi::Str) -> ffi::Bool;

#[ffi_type]
pub type Chunk = unsafe extern "C" fn(ffi::Slice<u16>, Option<&Vec2>) -> Vec2;

#[ffi_type]
pub type Done = extern "C" fn();

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Handlers {
    pub done: Done,
    pub maybe: Option<Done>,
}

#[ffi_function]
pub fn callbacks_visit(points: &[Vec2], each: Visit) -> f64 {
    let mut total = 0.0;
    let _ = points.iter().zip(1..).all(|(p, i)| each(i, p, &mut total, "ä".into()).into());
    total
}

#[ffi_function]
pub fn callbacks_maybe(done: Option<Done>, handlers: Handlers) -> Result<u32, Error> {
    (handlers.done)();
    match done.or(handlers.maybe) {
        Some(done) => {
            done();
            Ok(2)
        }
        None => Err(Error::Empty),
    }
}

#[ffi_function]
pub extern "C" fn callbacks_chunks(chunk: Chunk) -> f32 {
    // SAFETY: the caller's promise.
    unsafe { chunk(ffi::Slice::from(&[1, 2, 3]), None).x }
}

mod abi {
    use super::*;
    pub type RawDone = Option<extern "C" fn()>;
    #[repr(C)]
    pub struct RawHandlers(pub RawDone, pub RawDone);
    pub type RawVisit = extern "C" fn(u32, *const Vec2, *mut f64, ffi::Str) -> u8;

    unsafe extern "C" {
        pub fn callbacks_visit(points: *const Vec2, len: usize, each: Option<RawVisit>) -> Outcome<f64>;
        pub fn callbacks_maybe(done: RawDone, handlers: RawHandlers) -> Outcome<u32>;
        pub fn callbacks_chunks(chunk: extern "C" fn(ffi::Slice<u16>, *const Vec2) -> Vec2) -> f32;
    }
}

extern "C" fn add(index: u32, point: *const Vec2, total: *mut f64, name: ffi::Str) -> u8 {
    assert_eq!(&*name, "ä");
    // SAFETY: Rust passes references.
    unsafe { *total += f64::from((*point).x) * f64::from(index) };
    if index < 2 { 0x80 } else { 0 }
}

extern "C" fn nothing() {}

extern "C" fn sum(values: ffi::Slice<u16>, none: *const Vec2) -> Vec2 {
    Vec2 { x: f32::from(values.iter().sum::<u16>()) + if none.is_null() { 0.5 } else { 0.0 }, y: 0.0 }
}

#[test]
fn each_parameter_arrives_as_its_type_says() {
    let points = [1.0, 10.0, 100.0].map(|x| Vec2 { x, y: 0.0 });
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::callbacks_visit(points.as_ptr(), 3, Some(add))), Ok(21.0));
        assert_eq!(abi::callbacks_chunks(sum), 6.5);
    }
}

#[test]
fn null_is_refused_or_none_in_parameters_and_fields() {
    use abi::RawHandlers;
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::callbacks_visit(std::ptr::null(), 0, None)), Err(NULL));
        assert_eq!(value(abi::callbacks_maybe(Some(nothing), RawHandlers(Some(nothing), None))), Ok(2));
        assert_eq!(value(abi::callbacks_maybe(None, RawHandlers(Some(nothing), Some(nothing)))), Ok(2));
        assert_eq!(value(abi::callbacks_maybe(None, RawHandlers(Some(nothing), None))), Err(1));
        assert_eq!(value(abi::callbacks_maybe(None, RawHandlers(None, None))), Err(NULL));
    }
}
