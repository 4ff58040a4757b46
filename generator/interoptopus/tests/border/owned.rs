//! Owned strings and vectors: what comes out is freed by `…_ffi_dealloc`, and what comes in is copied.

use super::{Error, INVALID, Marker, NULL, UTF8, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::ffi_function;
use interoptopus::model::{self, Access, Checked, Content, Ownership, Primitive, TypeKind};
use std::ptr;

#[ffi_function]
pub fn owned_text(text: String, times: u32) -> String {
    text.repeat(times as usize)
}

#[ffi_function]
pub extern "C" fn owned_box(text: Option<Box<str>>) -> Option<Box<str>> {
    text
}

#[ffi_function]
pub fn owned_points(mut points: Vec<Vec2>) -> Vec<Vec2> {
    points.reverse();
    points
}

#[ffi_function]
pub fn owned_markers(markers: Box<[Marker]>) -> Result<Option<Box<[Marker]>>, Error> {
    if markers.is_empty() { Err(Error::Empty) } else { Ok((markers.len() > 1).then_some(markers)) }
}

#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
struct Block<T> {
    data: *mut T,
    len: usize,
}

impl<T: Clone> Block<T> {
    /// A copy of the elements, which are freed.
    unsafe fn taken(self) -> Vec<T> {
        // SAFETY: the caller has it of a function of this library, and gives it here once.
        unsafe {
            let copy = std::slice::from_raw_parts(self.data, self.len).to_vec();
            abi::border_ffi_dealloc(self.data.cast(), self.len * size_of::<T>(), align_of::<T>());
            copy
        }
    }
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_owned_text(text: *const u8, len: usize, times: u32) -> Outcome<Block<u8>>;
        pub fn border_owned_box(text: *const u8, len: usize) -> Block<u8>;
        pub fn border_owned_points(points: *const Vec2, len: usize) -> Outcome<Block<Vec2>>;
        pub fn border_owned_markers(markers: *const u8, len: usize) -> Outcome<Block<u8>>;
        pub fn border_ffi_dealloc(data: *mut u8, size: usize, align: usize);
    }
}

#[test]
fn a_text_is_copied_in_and_handed_out() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the texts.
    unsafe {
        let text = value(abi::border_owned_text("ä\0".as_bytes().as_ptr(), 3, 2)).unwrap();
        assert_eq!(text.taken(), "ä\0ä\0".as_bytes());
        assert_eq!(value(abi::border_owned_text([0xff].as_ptr(), 1, 1)), Err(UTF8));
        assert_eq!(value(abi::border_owned_text(ptr::null(), 1, 1)), Err(NULL));
        assert_eq!(value(abi::border_owned_text(ptr::dangling(), usize::MAX, 1)), Err(INVALID));
    }
}

#[test]
fn an_empty_one_is_not_none() {
    // SAFETY: as above.
    unsafe {
        let empty = value(abi::border_owned_text(ptr::null(), 0, 7)).unwrap();
        assert_eq!((empty.data.is_null(), empty.len), (false, 0));
        assert_eq!(empty.taken(), []);
        let some = abi::border_owned_box(ptr::dangling(), 0);
        assert_eq!((some.data.is_null(), some.len), (false, 0));
        assert_eq!(abi::border_owned_box(ptr::null(), 0), Block { data: ptr::null_mut(), len: 0 });
        assert_eq!(abi::border_owned_box("ö".as_ptr(), 2).taken(), "ö".as_bytes());
        abi::border_ffi_dealloc(ptr::null_mut(), 0, 8);
    }
}

#[test]
fn elements_are_checked_in_the_copy() {
    let points = [Vec2 { x: 1.0, y: 2.0 }, Vec2 { x: -3.0, y: 0.5 }];
    // SAFETY: as above.
    unsafe {
        assert_eq!(value(abi::border_owned_points(points.as_ptr(), 2)).unwrap().taken(), [points[1], points[0]]);
        assert_eq!(value(abi::border_owned_points(points.as_ptr().byte_add(1), 1)).err(), Some(INVALID));
        assert_eq!(value(abi::border_owned_markers([1, 2, 255].as_ptr(), 3)).unwrap().taken(), [1, 2, 255]);
        assert_eq!(value(abi::border_owned_markers([1, 3].as_ptr(), 2)).err(), Some(INVALID));
        assert_eq!(value(abi::border_owned_markers([1].as_ptr(), 1)).unwrap().data, ptr::null_mut());
        assert_eq!(value(abi::border_owned_markers(ptr::null(), 0)).err(), Some(Error::Empty as i32));
    }
}

#[test]
fn others_see_a_string_or_a_slice_in_parameters() {
    let inventory = Checked::new(super::ffi_inventory()).unwrap();
    let function = |name: &str| inventory.functions().iter().find(|f| f.head.name == name).unwrap();
    let kind = |ty| *inventory.kind(ty);
    let text = function("owned_text");
    assert_eq!(kind(text.parameters[0].ty), TypeKind::Str { nullable: false });
    assert_eq!(model::type_name(&inventory, text.returns), "String");
    assert_eq!(model::owned(&inventory, text.returns), Some(Content::Text));
    assert_eq!(model::ownership(&inventory, text.returns), Ownership::Owning);
    let boxed = function("owned_box");
    assert_eq!(kind(boxed.parameters[0].ty), TypeKind::Str { nullable: true });
    assert_eq!(model::type_name(&inventory, boxed.returns), "Nullable<String>");
    assert_eq!(model::owned(&inventory, boxed.returns), model::owned(&inventory, text.returns));
    let markers = function("owned_markers");
    let TypeKind::Slice { element, access: Access::Read, nullable: false } = kind(markers.parameters[0].ty) else { panic!() };
    assert_eq!(model::scalar(&inventory, element), Some(Primitive::U8));
    assert_eq!(model::type_ident(&inventory, markers.returns), "Nullable_Vec_Marker");
    let layout = inventory.layout(markers.returns).unwrap();
    assert_eq!((layout.size, layout.align), (2 * size_of::<usize>(), align_of::<usize>()));
}
