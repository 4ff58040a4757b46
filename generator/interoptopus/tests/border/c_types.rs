//! C's numbers whose size or sign is the platform's, seen by how they are written.

use super::value;
use interoptopus::border::Outcome;
use interoptopus::model::{Content, Inventory, Primitive, Type, TypeKind, Value};
use interoptopus::{ffi_constant, ffi_function, ffi_type, inventory_part};
use std::ffi::{c_char, c_int, c_long, c_ulong};
use std::num::NonZero;

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    pub letter: std::ffi::c_char,
    pub long: c_long,
    pub several: [::core::ffi::c_ulong; 2],
    pub int: c_int,
    pub sure: Option<NonZero<i64>>,
}

#[ffi_type]
pub type Each = extern "C" fn(text: *const ::std::ffi::c_char, len: c_ulong) -> c_long;

#[ffi_constant]
pub const LONG: c_long = c_long::MIN;

#[ffi_function]
pub fn c_types_sum(numbers: Numbers, longs: &[c_long]) -> c_long {
    numbers.long + longs.iter().sum::<c_long>() + c_long::from(numbers.letter) + numbers.several[1] as c_long
}

/// # Safety
/// It is text, and there is room for a letter.
#[ffi_function]
pub unsafe extern "C" fn c_types_first(text: *const c_char, out: *mut c_char) -> Option<c_char> {
    // SAFETY: the caller passes text.
    unsafe {
        *out = *text;
        Some(*text).filter(|letter| *letter != 0)
    }
}

#[ffi_function]
pub fn c_types_call(each: Each) -> c_long {
    each(c"abc".as_ptr(), 3)
}

#[ffi_function]
pub fn c_types_owned(longs: Vec<c_long>, letters: Option<Box<[c_char]>>) -> Vec<c_ulong> {
    let letters = letters.iter().flat_map(|letters| letters.iter().map(|letter| *letter as c_ulong));
    longs.into_iter().map(|long| long as c_ulong).chain(letters).collect()
}

inventory_part!(c_types, [LONG], [c_types_sum, c_types_first, c_types_call, c_types_owned], [], []);

/// A trait that takes what stands for a number for something else.
pub trait Wide {
    type Out;
}

impl Wide for c_long {
    type Out = [u64; 4];
}

impl Wide for interoptopus::border::CLong {
    type Out = u8;
}

pub type Long = c_long;

pub type Of<T> = <T as Wide>::Out;

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Pair<T: Wide<Out: Copy> + 'static> {
    pub a: T::Out,
    pub b: u8,
}

#[ffi_function]
pub fn c_types_of_traits(one: &<c_long as Wide>::Out, two: &Of<Long>, three: &Pair<Long>, four: &[<c_long as Wide>::Out]) -> u64 {
    one[3] + two[3] + three.a[3] + four[0][3]
}

inventory_part!(of_traits, [], [c_types_of_traits], [], []);

mod abi {
    use super::*;

    unsafe extern "C" {
        pub fn border_c_types_sum(numbers: Numbers, longs: *const c_long, len: usize) -> Outcome<c_long>;
        pub fn border_c_types_call(each: extern "C" fn(*const c_char, c_ulong) -> c_long) -> Outcome<c_long>;
    }
}

#[test]
fn they_cross_as_what_they_are_here() {
    extern "C" fn each(text: *const c_char, len: c_ulong) -> c_long {
        // SAFETY: it is "abc".
        c_long::from(unsafe { *text }) * 1000 + len as c_long
    }
    let numbers = Numbers { letter: 7, long: c_long::MIN, several: [0, 5], int: -1, sure: None };
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_c_types_sum(numbers, [1, 2].as_ptr(), 2)), Ok(c_long::MIN + 15));
        assert_eq!(value(abi::border_c_types_call(each)), Ok(97_003));
    }
}

#[test]
fn the_inventory_knows_each_by_its_name() {
    fn primitive(inventory: &Inventory, ty: Type) -> Primitive {
        match *inventory.kind(ty) {
            TypeKind::Primitive(primitive) => primitive,
            TypeKind::Owned { content: Content::Elements(element), nullable: _ } => primitive(inventory, element),
            kind => primitive(inventory, kind.inner().unwrap()),
        }
    }
    let inventory = c_types();
    let fields = &inventory.structs()[0].fields[..4];
    let fields: Vec<_> = fields.iter().map(|field| primitive(&inventory, field.ty)).collect();
    assert_eq!(fields, [Primitive::CChar, Primitive::CLong, Primitive::CULong, Primitive::I32]);
    let functions = inventory.functions().iter().flat_map(|f| f.parameters.iter().skip(1).map(|p| p.ty).chain([f.returns]));
    let functions: Vec<_> = functions.map(|ty| primitive(&inventory, ty)).collect();
    let owned = [Primitive::CChar, Primitive::CULong];
    assert_eq!(functions[..5], [Primitive::CLong, Primitive::CLong, Primitive::CChar, Primitive::CChar, Primitive::CLong]);
    assert_eq!(functions[5..], owned);
    let each = &inventory.callbacks()[0];
    let each: Vec<_> = each.parameters.iter().map(|p| p.ty).chain([each.returns]).map(|ty| primitive(&inventory, ty)).collect();
    assert_eq!(each, [Primitive::CChar, Primitive::CULong, Primitive::CLong]);
    let long = &inventory.constants()[0];
    assert_eq!((primitive(&inventory, long.ty), &long.value), (Primitive::CLong, &Value::Int(c_long::MIN.into())));
}

#[test]
fn what_a_trait_makes_of_them_is_described_as_it_is() {
    fn words(inventory: &Inventory, ty: Type) -> usize {
        match *inventory.kind(ty) {
            TypeKind::Array { len, element: _ } => len,
            TypeKind::Struct(id) => words(inventory, inventory[id].fields[0].ty),
            kind => kind.inner().map_or(0, |inner| words(inventory, inner)),
        }
    }
    let inventory = of_traits();
    let parameters = &inventory.functions()[0].parameters;
    assert_eq!(parameters.iter().map(|parameter| words(&inventory, parameter.ty)).collect::<Vec<_>>(), [4; 4]);
}
