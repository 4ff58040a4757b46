//! References and raw pointers.

use super::{INVALID, Marker, NULL, Vec2, value};
use interoptopus::border::{Outcome, Status};
use interoptopus::{ffi_function, ffi_type};
use std::ffi::c_void;
use std::ptr;

#[ffi_type(opaque)]
#[derive(Debug)]
pub struct Counter<'a> {
    pub steps: Vec<&'a str>,
}

/// A list of nodes: it recurs by a raw pointer.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub value: u32,
    pub next: *const Node,
}

/// It leads to memory of somebody else's.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Holder<'a> {
    pub marker: &'a Marker,
    pub maybe: Option<&'a [u16; 2]>,
}

#[ffi_function]
pub fn pointers_scale(v: &mut Vec2, by: Option<&f32>) {
    v.x *= by.unwrap_or(&2.0);
}

#[ffi_function]
pub fn pointers_first<'a>(a: &'a u16, _b: &Marker, _c: Option<&mut Marker>) -> &'a u16 {
    a
}

/// # Safety
/// There is a node.
#[ffi_function]
pub unsafe extern "C" fn pointers_raw(node: *const Node, context: *mut c_void) -> *mut c_void {
    // SAFETY: the caller's promise.
    if unsafe { (*node).next.is_null() } { context } else { ptr::null_mut() }
}

#[ffi_function]
pub fn pointers_held(holder: Holder, again: &Holder) -> u32 {
    *holder.marker as u32 + again.maybe.map_or(0, |two| u32::from(two[1]))
}

/// Its return type hides a lifetime.
#[ffi_function]
pub fn pointers_hold(two: &[u16; 2]) -> Holder {
    Holder { marker: &Marker::Dot, maybe: Some(two) }
}

/// # Safety
/// One thread has the counters.
#[ffi_function]
pub unsafe fn pointers_steps(counter: &mut Counter, other: Option<&Counter>) -> usize {
    counter.steps.push("step");
    counter.steps.len() + other.map_or(0, |c| c.steps.len())
}

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct RawHolder(pub *const u8, pub *const [u16; 2]);

    unsafe extern "C" {
        pub fn border_pointers_scale(v: *mut Vec2, by: *const f32) -> Status;
        pub fn border_pointers_first(a: *const u16, b: *const u8, c: *mut u8) -> Outcome<*const u16>;
        pub fn border_pointers_raw(node: *const Node, context: *mut c_void) -> *mut c_void;
        pub fn border_pointers_hold(two: *const [u16; 2]) -> Outcome<RawHolder>;
        pub fn border_pointers_held(holder: RawHolder, again: *const RawHolder) -> Outcome<u32>;
        #[allow(improper_ctypes)]
        pub fn border_pointers_steps(counter: *mut Counter<'_>, other: *const Counter<'_>) -> Outcome<usize>;
    }
}

#[test]
fn a_reference_is_an_address_and_null_is_none() {
    let mut v = Vec2 { x: 1.0, y: 1.0 };
    // SAFETY: the declarations are those of the shims, and the pointers lead to values.
    unsafe {
        assert_eq!(abi::border_pointers_scale(&mut v, &3.0), Status::OK);
        assert_eq!(abi::border_pointers_scale(&mut v, ptr::null()), Status::OK);
        assert_eq!(v, Vec2 { x: 6.0, y: 1.0 });
        assert_eq!(abi::border_pointers_scale(ptr::null_mut(), &3.0), Status::NULL);
    }
}

#[test]
fn what_is_not_aligned_or_not_a_value_is_refused() {
    let mut bytes = [0_u64; 4];
    let odd = bytes.as_mut_ptr().wrapping_byte_add(1);
    // SAFETY: the declarations are those of the shims, and the pointers lead to bytes.
    unsafe {
        assert_eq!(abi::border_pointers_scale(odd.cast(), ptr::null()), Status::INVALID);
        assert_eq!(abi::border_pointers_scale(bytes.as_mut_ptr().cast(), odd.cast()), Status::INVALID);
        assert_eq!(value(abi::border_pointers_first(&0, &0, ptr::null_mut())), Err(INVALID));
        assert_eq!(value(abi::border_pointers_first(&0, &2, &mut 7)), Err(INVALID));
        let good = 2;
        assert_eq!(value(abi::border_pointers_first(&good, &2, &mut 1)), Ok(&raw const good));
    }
}

#[test]
fn raw_pointers_are_not_looked_at() {
    let last = Node { value: 1, next: ptr::null() };
    let first = Node { value: 0, next: &last };
    // SAFETY: the declarations are those of the shims, and the pointers lead to nodes.
    unsafe {
        assert_eq!(abi::border_pointers_raw(&last, ptr::without_provenance_mut(3)), ptr::without_provenance_mut(3));
        assert_eq!(abi::border_pointers_raw(&first, ptr::without_provenance_mut(3)), ptr::null_mut());
    }
}

#[test]
fn references_in_fields_are_followed() {
    use abi::RawHolder;
    let call = |holder: RawHolder, again: *const RawHolder| {
        // SAFETY: the declaration is that of the shim.
        value(unsafe { abi::border_pointers_held(holder, again) })
    };
    let good = RawHolder(&2, &[7, 9]);
    assert_eq!(call(good, &good), Ok(11));
    assert_eq!(call(good, &RawHolder(&2, ptr::null())), Ok(2));
    assert_eq!(call(RawHolder(ptr::null(), ptr::null()), &good), Err(NULL));
    assert_eq!(call(RawHolder(&3, ptr::null()), &good), Err(INVALID));
    assert_eq!(call(good, &RawHolder(&2, ptr::without_provenance(1))), Err(INVALID));
    assert_eq!(call(good, ptr::null()), Err(NULL));
    // SAFETY: the declaration is that of the shim.
    let held = value(unsafe { abi::border_pointers_hold(good.1) }).unwrap_or(RawHolder(ptr::null(), ptr::null()));
    assert_eq!((held.0.is_null(), held.1), (false, good.1));
}

#[test]
fn opaque_types_cross_behind_references() {
    let mut counter = Counter { steps: vec!["first"] };
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_pointers_steps(&mut counter, ptr::null())), Ok(2));
        assert_eq!(value(abi::border_pointers_steps(ptr::null_mut(), ptr::null())), Err(NULL));
    }
}
