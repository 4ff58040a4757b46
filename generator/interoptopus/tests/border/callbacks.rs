//! Callbacks.

use super::{Error, NULL, Vec2, value};
use interoptopus::Checked;
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
pub struct Handlers<'a> {
    pub done: Done<'a>,
    pub maybe: Option<Done<'a>>,
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
    unsafe { chunk.call(ffi::Slice::from(&[1, 2, 3]), None).x }
}

/// Lifetimes of its own, and an address as a result.
#[ffi_type]
pub type Named = for<'a> extern "C" fn(&'a Vec2, ffi::Slice<'a, u16>, ffi::Option<u8>) -> *const Vec2;

/// A struct of callbacks stands beside what is written to, as it leads to no memory.
#[ffi_function]
pub fn callbacks_fill(to: &mut [u16], handlers: Handlers, each: &[Done], named: Named<'_>) -> usize {
    (handlers.done)();
    each.iter().for_each(|done| done());
    let point = Vec2 { x: 1.0, y: 2.0 };
    let same = named(&point, (&*to).into(), ffi::Option::NONE);
    to.iter_mut().for_each(|to| *to += 1);
    usize::from(std::ptr::eq(same, &raw const point)) + each.len()
}

extern "C" fn same<'a>(point: &'a Vec2, values: ffi::Slice<'a, u16>, none: ffi::Option<u8>) -> *const Vec2 {
    if values.len() == 2 && none.is_none() { point } else { std::ptr::null() }
}

#[test]
fn functions_of_rust_become_callbacks_and_are_called_like_them() {
    let done = Done::from(nothing as extern "C" fn());
    let (mut to, handlers) = ([4, 5], Handlers { done, maybe: Some(done) });
    let named = Named::from(same as for<'a> extern "C" fn(&'a _, ffi::Slice<'a, _>, _) -> _);
    assert_eq!(callbacks_fill(&mut to, handlers, &[done, done], named), 3);
    assert_eq!(to, [5, 6]);
    assert_eq!(size_of::<Option<Done>>(), size_of::<usize>());
}

mod abi {
    use super::*;
    pub type RawDone = Option<extern "C" fn()>;
    #[repr(C)]
    pub struct RawHandlers(pub RawDone, pub RawDone);
    pub type RawVisit = extern "C" fn(u32, *const Vec2, *mut f64, ffi::Str) -> u8;

    unsafe extern "C" {
        pub fn border_callbacks_visit(points: *const Vec2, len: usize, each: Option<RawVisit>) -> Outcome<f64>;
        pub fn border_callbacks_maybe(done: RawDone, handlers: RawHandlers) -> Outcome<u32>;
        pub fn border_callbacks_chunks(chunk: extern "C" fn(ffi::Slice<u16>, *const Vec2) -> Vec2) -> f32;
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
        assert_eq!(value(abi::border_callbacks_visit(points.as_ptr(), 3, Some(add))), Ok(21.0));
        assert_eq!(abi::border_callbacks_chunks(sum), 6.5);
    }
}

#[test]
fn null_is_refused_or_none_in_parameters_and_fields() {
    use abi::RawHandlers;
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_callbacks_visit(std::ptr::null(), 0, None)), Err(NULL));
        assert_eq!(value(abi::border_callbacks_maybe(Some(nothing), RawHandlers(Some(nothing), None))), Ok(2));
        assert_eq!(value(abi::border_callbacks_maybe(None, RawHandlers(Some(nothing), Some(nothing)))), Ok(2));
        assert_eq!(value(abi::border_callbacks_maybe(None, RawHandlers(Some(nothing), None))), Err(1));
        assert_eq!(value(abi::border_callbacks_maybe(None, RawHandlers(None, None))), Err(NULL));
    }
}

/// Rust's own functions would go out as callbacks, which only come in.
#[ffi_function]
pub fn callbacks_out() -> Option<Handlers<'static>> {
    None
}

#[ffi_type]
pub type Registers = extern "C" fn(all: ffi::Slice<Handlers>);

mod out {
    use super::{Registers, callbacks_out};
    interoptopus::inventory_part!(inventory, [], [callbacks_out], [Registers], []);
}

#[test]
fn callbacks_only_come_in() {
    let problems = Checked::new(out::inventory()).unwrap_err();
    let says = |item: &str, what: &str| {
        let problem = problems.iter().find(|problem| problem.item.ends_with(item)).unwrap();
        assert!(problem.what.contains(what) && problem.what.contains("only comes in"), "{}", problem.what);
    };
    says("callbacks_out", "what it returns leads to the callback `Done`");
    says("Registers", "the parameter `all` leads to the callback `Done`");
}
