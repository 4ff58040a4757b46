//! Generic types: each instance is a type of its own.

use super::{INVALID, Marker, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi, ffi_function, ffi_type};
use std::marker::PhantomData;

/// Two of them.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Both<A, B = u8> {
    pub first: A,
    pub second: B,
}

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buffer<T: Copy, const N: usize>
where
    T: PartialEq,
{
    pub len: u8,
    pub items: [T; N],
}

/// What is counted is not a type that crosses.
#[ffi_type]
#[repr(transparent)]
#[derive(Debug, PartialEq)]
pub struct Id<T: ?Sized> {
    pub raw: u64,
    of: PhantomData<T>,
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Id<T> {}

#[derive(Clone, Copy)]
pub struct Apple;

pub trait Unit {
    type Number: Copy;
}

#[derive(Clone, Copy)]
pub struct Exact;

impl Unit for Exact {
    type Number = f64;
}

#[derive(Clone, Copy)]
pub struct Whole;

impl Unit for Whole {
    type Number = i16;
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Measured<U: Unit> {
    pub value: U::Number,
    pub errors: [<U as Unit>::Number; 2],
    pub sure: bool,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct View<'a, T> {
    pub items: ffi::Slice<'a, T>,
    pub first: Option<&'a T>,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Node<T> {
    pub value: T,
    pub next: *const Node<T>,
    pub this: *const Self,
}

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wrapper<T>(pub Both<T>, pub *mut T);

#[ffi_type]
#[derive(Clone, Copy)]
pub union Either<A: Copy, B: Copy> {
    pub a: A,
    pub b: B,
}

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Maybe<T, E> {
    Just(T),
    Wrong { error: E, code: u8 },
}

#[ffi_type(opaque)]
#[derive(Debug)]
pub struct Hidden<T>(pub Vec<T>);

#[ffi_function]
pub fn generics_both(both: Both<u8, f32>, small: Both<Marker>, nested: Wrapper<Both<bool, i8>>) -> Both<u32, f64> {
    Both { first: u32::from(both.first) + u32::from(small.second) + u32::from(nested.0.second), second: f64::from(both.second) }
}

#[ffi_function]
pub fn generics_buffer(buffer: Buffer<u16, 4>, other: &Buffer<Marker, 3>) -> Buffer<u16, 4> {
    Buffer { len: buffer.len + other.items.iter().filter(|m| **m == Marker::Dot).count() as u8, ..buffer }
}

#[ffi_function]
pub fn generics_id(id: Id<Apple>, text: Id<str>) -> Id<Apple> {
    Id { raw: id.raw + text.raw, ..id }
}

#[ffi_function]
pub fn generics_measured(exact: Measured<Exact>, whole: Measured<Whole>) -> f64 {
    exact.value + exact.errors[1] + f64::from(whole.value) + f64::from(whole.errors[0])
}

#[ffi_function]
pub fn generics_view(view: View<Marker>) -> u32 {
    view.items.iter().chain(view.first).map(|marker| *marker as u32).sum()
}

#[ffi_function]
pub fn generics_node(node: &Node<i8>, either: Either<u16, [u8; 2]>) -> u32 {
    // SAFETY: any bytes are a value of each field.
    node.value as u32 + u32::from(node.next.is_null()) + u32::from(unsafe { either.b }[1])
}

/// # Safety
/// One thread has what is hidden.
#[ffi_function]
pub unsafe fn generics_maybe(maybe: Maybe<f64, Marker>, hidden: Option<&Hidden<String>>) -> Maybe<bool, u8> {
    match maybe {
        Maybe::Just(number) => Maybe::Just(number > 0.0),
        Maybe::Wrong { error, code } => Maybe::Wrong { error: error as u8, code: code + u8::from(hidden.is_none()) },
    }
}

mod c {
    use super::{Both, Maybe, Outcome};

    #[repr(C)]
    pub struct Wrapper {
        pub sure: u8,
        pub number: i8,
        pub second: u8,
        pub at: *mut u8,
    }

    #[repr(C)]
    pub struct Measured<T> {
        pub value: T,
        pub errors: [T; 2],
        pub sure: u8,
    }

    #[repr(C)]
    pub struct View {
        pub data: *const u8,
        pub len: usize,
        pub first: *const u8,
    }

    #[repr(C)]
    pub struct Node {
        pub value: i8,
        pub next: *const Node,
        pub this: *const Node,
    }

    #[repr(C)]
    pub struct MaybeF64 {
        pub tag: i32,
        pub payload: u64,
    }

    unsafe extern "C" {
        pub fn types_generics_both(both: Both<u8, f32>, small: Both<u8, u8>, nested: Wrapper) -> Outcome<Both<u32, f64>>;
        pub fn types_generics_buffer(buffer: super::Buffer<u16, 4>, other: *const [u8; 4]) -> Outcome<super::Buffer<u16, 4>>;
        pub fn types_generics_id(id: u64, text: u64) -> Outcome<u64>;
        pub fn types_generics_measured(exact: Measured<f64>, whole: Measured<i16>) -> Outcome<f64>;
        pub fn types_generics_view(view: View) -> Outcome<u32>;
        pub fn types_generics_node(node: *const Node, either: u16) -> Outcome<u32>;
        pub fn types_generics_maybe(maybe: MaybeF64, hidden: *const u8) -> Outcome<Maybe<bool, u8>>;
    }
}

#[test]
fn each_instance_crosses_with_its_own_fields() {
    let nested = |sure| c::Wrapper { sure, number: -1, second: 7, at: std::ptr::null_mut() };
    let both = |small, nested| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_generics_both(Both { first: 255, second: -0.5 }, Both { first: small, second: 3 }, nested) })
    };
    assert_eq!(both(1, nested(1)), Ok(Both { first: 265, second: -0.5 }));
    assert_eq!(both(3, nested(1)), Err(INVALID));
    assert_eq!(both(1, nested(2)), Err(INVALID));
    let buffer = Buffer { len: 4, items: [1, 2, 3, u16::MAX] };
    // SAFETY: as above.
    assert_eq!(value(unsafe { c::types_generics_buffer(buffer, &[9, 1, 2, 1]) }), Ok(Buffer { len: 6, ..buffer }));
    // SAFETY: as above.
    assert_eq!(value(unsafe { c::types_generics_buffer(buffer, &[9, 1, 2, 0]) }), Err(INVALID));
    // SAFETY: as above.
    assert_eq!(value(unsafe { c::types_generics_id(u64::MAX - 1, 1) }), Ok(u64::MAX));
}

#[test]
fn fields_of_associated_types_do_so_too() {
    let exact = || c::Measured { value: 0.5, errors: [9.0, 0.25], sure: 1 };
    let measured = |sure| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_generics_measured(exact(), c::Measured { value: -7, errors: [300, 9], sure }) })
    };
    assert_eq!(measured(0), Ok(293.75));
    assert_eq!(measured(9), Err(INVALID));
}

#[test]
fn what_they_borrow_is_checked() {
    let (markers, bad) = ([1, 2, 255], [1, 0]);
    let view = |markers: &[u8], first: *const u8| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_generics_view(c::View { data: markers.as_ptr(), len: markers.len(), first }) })
    };
    assert_eq!((view(&markers, &2), view(&markers, std::ptr::null())), (Ok(260), Ok(258)));
    assert_eq!((view(&bad, &2), view(&markers, &3)), (Err(INVALID), Err(INVALID)));
}

#[test]
fn recursive_and_tagged_ones_cross() {
    let node = c::Node { value: 5, next: std::ptr::null(), this: std::ptr::null() };
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { c::types_generics_node(&node, u16::from_ne_bytes([1, 100])) }), Ok(106));
    let maybe = |tag, payload| {
        // SAFETY: as above.
        value(unsafe { c::types_generics_maybe(c::MaybeF64 { tag, payload }, std::ptr::null()) })
    };
    assert_eq!(maybe(0, 1.5_f64.to_bits()), Ok(Maybe::Just(true)));
    assert_eq!(maybe(1, u64::from_ne_bytes([255, 8, 0, 0, 0, 0, 0, 0])), Ok(Maybe::Wrong { error: 255, code: 9 }));
    assert_eq!(maybe(1, u64::from_ne_bytes([0, 8, 0, 0, 0, 0, 0, 0])), Err(INVALID));
    assert_eq!(maybe(2, 0), Err(INVALID));
}

#[test]
fn each_instance_is_named_by_its_arguments_but_for_those_by_default() {
    let inventory = ffi_inventory();
    let own = |path: &str| path.starts_with("types::generics::");
    let structs: Vec<_> =
        inventory.structs().iter().filter(|s| own(&s.head.path)).map(|s| (s.head.name.as_str(), s.head.path.as_str())).collect();
    let expected = [
        ("BothU8F32", "types::generics::Both<u8, f32>"),
        ("BothMarker", "types::generics::Both<Marker>"),
        ("WrapperBothBoolI8", "types::generics::Wrapper<Both<bool, i8>>"),
        ("BothBothBoolI8", "types::generics::Both<Both<bool, i8>>"),
        ("BothBoolI8", "types::generics::Both<bool, i8>"),
        ("BothU32F64", "types::generics::Both<u32, f64>"),
        ("BufferU16x4", "types::generics::Buffer<u16, 4>"),
        ("BufferMarker3", "types::generics::Buffer<Marker, 3>"),
        ("IdApple", "types::generics::Id<Apple>"),
        ("IdStr", "types::generics::Id<str>"),
        ("MeasuredExact", "types::generics::Measured<Exact>"),
        ("MeasuredWhole", "types::generics::Measured<Whole>"),
        ("ViewMarker", "types::generics::View<Marker>"),
        ("NodeI8", "types::generics::Node<i8>"),
    ];
    assert_eq!(structs, expected);
    assert_eq!(structure(&inventory, "BothU8F32").head.docs.as_str(), "Two of them.");
    let names: Vec<_> = inventory.unions().iter().filter(|u| own(&u.head.path)).map(|u| u.head.name.as_str()).collect();
    assert_eq!(names, ["EitherU16U8Array2"]);
    let names: Vec<_> = inventory.tagged().iter().filter(|t| own(&t.head.path)).map(|t| t.head.name.as_str()).collect();
    assert_eq!(names, ["MaybeF64Marker", "MaybeBoolU8"]);
    assert!(inventory.opaques().iter().any(|o| o.head.name == "HiddenString"));
}

#[test]
fn each_instance_has_its_own_layout() {
    assert_memory::<Both<u8, f32>>("BothU8F32", &[("first", 0, 1), ("second", 4, 4)]);
    assert_memory::<Both<u32, f64>>("BothU32F64", &[("first", 0, 4), ("second", 8, 8)]);
    assert_memory::<Buffer<u16, 4>>("BufferU16x4", &[("len", 0, 1), ("items", 2, 8)]);
    assert_memory::<Measured<Whole>>("MeasuredWhole", &[("value", 0, 2), ("errors", 2, 4), ("sure", 6, 1)]);
    assert_memory::<Maybe<bool, u8>>(
        "MaybeBoolU8",
        &[("tag", 0, 4), ("Just.value", 4, 1), ("Wrong.error", 4, 1), ("Wrong.code", 5, 1)],
    );
}
