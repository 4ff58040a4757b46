//! `NonNull`: a raw pointer that is not null.

use super::{NULL, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::model::{Access, PointerKind, TypeKind};
use interoptopus::{ffi_function, ffi_type, inventory_part};
use std::ffi::c_void;
use std::ptr::NonNull;

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    pub value: u32,
    pub next: Option<NonNull<Node>>,
    pub owner: NonNull<c_void>,
}

/// # Safety
/// It leads to a point.
#[ffi_function]
pub unsafe fn nonnull_x(at: NonNull<Vec2>) -> f32 {
    // SAFETY: the caller's promise.
    unsafe { at.read() }.x
}

#[ffi_function]
pub fn nonnull_or(at: Option<NonNull<u8>>, or: NonNull<u8>) -> NonNull<u8> {
    at.unwrap_or(or)
}

#[ffi_function]
pub fn nonnull_none(at: NonNull<u8>) -> Option<NonNull<u8>> {
    Some(at).filter(|_| false)
}

#[ffi_function]
pub fn nonnull_sum(node: &Node) -> u32 {
    // SAFETY: the caller passes a list.
    node.value + node.next.map_or(0, |next| unsafe { next.read() }.value)
}

inventory_part!(nonnull, [], [nonnull_x, nonnull_or, nonnull_none, nonnull_sum], [], []);

mod abi {
    use super::*;

    #[repr(C)]
    pub struct Node {
        pub value: u32,
        pub next: *const Node,
        pub owner: *const c_void,
    }

    unsafe extern "C" {
        pub fn border_nonnull_x(at: *const Vec2) -> Outcome<f32>;
        pub fn border_nonnull_or(at: *mut u8, or: *mut u8) -> Outcome<*mut u8>;
        pub fn border_nonnull_none(at: *mut u8) -> Outcome<*mut u8>;
        pub fn border_nonnull_sum(node: *const Node) -> Outcome<u32>;
    }
}

#[test]
fn null_is_none_or_refused() {
    let (mut byte, null) = (1, std::ptr::null_mut());
    let byte = &raw mut byte;
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_nonnull_x(&raw const *Box::leak(Box::new(Vec2 { x: 1.5, y: 0.0 })))), Ok(1.5));
        assert_eq!(value(abi::border_nonnull_x(std::ptr::null())), Err(NULL));
        assert_eq!(value(abi::border_nonnull_or(null, byte)), Ok(byte));
        assert_eq!(value(abi::border_nonnull_or(byte, null)), Err(NULL));
        assert_eq!(value(abi::border_nonnull_none(byte)), Ok(null));
    }
}

#[test]
fn they_are_checked_in_fields() {
    let node = |value, next, owner| abi::Node { value, next, owner };
    let last = node(2, std::ptr::null(), (&raw const *"").cast());
    // SAFETY: the declarations are those of the shims.
    let sum = |node: abi::Node| unsafe { value(abi::border_nonnull_sum(&raw const node)) };
    assert_eq!(sum(node(1, &raw const last, last.owner)), Ok(3));
    assert_eq!(sum(node(1, std::ptr::null(), last.owner)), Ok(1));
    assert_eq!(sum(node(1, &raw const last, std::ptr::null())), Err(NULL));
}

#[test]
fn the_inventory_knows_them() {
    let inventory = nonnull();
    let node = &inventory.structs().iter().find(|s| s.head.name == "Node").unwrap();
    let kind = |i: usize| match *inventory.kind(node.fields[i].ty) {
        TypeKind::Pointer { pointee, access: Access::Write, kind } => (*inventory.kind(pointee), kind),
        other => panic!("{other:?}"),
    };
    assert!(matches!(kind(1), (TypeKind::Struct(_), PointerKind::Raw)));
    assert_eq!(kind(2), (TypeKind::Void, PointerKind::NonNull));
}
