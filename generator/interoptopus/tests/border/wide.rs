//! Integers of 16 bytes.

use super::value;
use interoptopus::border::Outcome;
use interoptopus::model::{Primitive, TypeKind};
use interoptopus::{ffi_function, ffi_type, inventory_part};

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Both {
    pub first: u8,
    pub signed: i128,
    pub unsigned: u128,
}

#[ffi_function]
pub fn wide_swap(both: Both) -> Both {
    Both { first: both.first + 1, signed: both.unsigned as i128, unsigned: both.signed as u128 }
}

#[ffi_function]
pub extern "C" fn wide_sum(a: u8, b: i128, c: u128) -> i128 {
    i128::from(a) + b + c as i128
}

#[ffi_function]
pub fn wide_least(values: &[i128]) -> Option<i128> {
    values.iter().min().copied()
}

inventory_part!(wide, [], [wide_swap, wide_sum, wide_least], [], []);

mod abi {
    use super::*;

    unsafe extern "C" {
        pub fn border_wide_swap(both: Both) -> Outcome<Both>;
        pub fn border_wide_sum(a: u8, b: i128, c: u128) -> i128;
        pub fn border_wide_least(values: *const i128, len: usize) -> Outcome<interoptopus::ffi::Option<i128>>;
    }
}

#[test]
fn each_of_their_bytes_crosses() {
    let both = Both { first: 1, signed: i128::MIN + 7, unsigned: u128::MAX - 9 };
    // SAFETY: the declarations are those of the shims.
    unsafe {
        let swapped = value(abi::border_wide_swap(both)).unwrap();
        assert_eq!(swapped, Both { first: 2, signed: -10, unsigned: (1 << 127) + 7 });
        assert_eq!(abi::border_wide_sum(255, i128::MIN, 1 << 100), i128::MIN + (1 << 100) + 255);
        let values = [i128::MAX, i128::MIN + 3];
        assert_eq!(value(abi::border_wide_least(values.as_ptr(), 2)).unwrap().into_option(), Some(i128::MIN + 3));
    }
}

#[test]
fn the_inventory_knows_them() {
    let inventory = wide();
    let kind = |i: usize| *inventory.kind(inventory.structs()[0].fields[i].ty);
    assert_eq!([kind(1), kind(2)], [TypeKind::Primitive(Primitive::I128), TypeKind::Primitive(Primitive::U128)]);
}
