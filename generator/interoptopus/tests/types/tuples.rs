//! Tuple structs: fields with numbers.

use super::{INVALID, Marker, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::model::Visibility;
use interoptopus::{ffi_function, ffi_type};
use std::mem::offset_of;

/// Two numbers.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair(
    /// The first.
    pub u8,
    pub f64,
);

/// One number, as a struct.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Meters(pub f32);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Mixed(pub bool, u16, pub [Marker; 2], pub Pair);

#[ffi_function]
pub fn tuples_sum(pair: Pair, meters: Meters) -> Pair {
    Pair(pair.0 + 1, pair.1 + f64::from(meters.0))
}

#[ffi_function]
pub fn tuples_sure(mixed: Mixed) -> u16 {
    u16::from(mixed.0) + mixed.1 + mixed.2[1] as u16
}

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct RawMixed {
        pub sure: u8,
        pub number: u16,
        pub markers: [u8; 2],
        pub pair: Pair,
    }

    unsafe extern "C" {
        pub fn types_tuples_sum(pair: Pair, meters: f32) -> Outcome<Pair>;
        pub fn types_tuples_sure(mixed: RawMixed) -> Outcome<u16>;
    }
}

#[test]
fn they_cross_as_structs() {
    // SAFETY: the declarations are those of the shims; a struct of one float crosses as the float.
    assert_eq!(value(unsafe { abi::types_tuples_sum(Pair(254, -1.5), 2.0) }), Ok(Pair(255, 0.5)));
}

#[test]
fn each_field_is_checked() {
    let good = abi::RawMixed { sure: 1, number: 300, markers: [2, 255], pair: Pair(1, 2.0) };
    let bad = [
        abi::RawMixed { sure: 2, ..good },
        abi::RawMixed { markers: [3, 255], ..good },
        abi::RawMixed { markers: [2, 0], ..good },
    ];
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_tuples_sure(good) }), Ok(1 + 300 + 255));
    for bad in bad {
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::types_tuples_sure(bad) }), Err(INVALID));
    }
}

#[test]
fn fields_are_named_by_number_and_a_single_one_value() {
    assert_memory::<Pair>("Pair", &[("field0", 0, 1), ("field1", offset_of!(Pair, 1), 8)]);
    assert_memory::<Meters>("Meters", &[("value", 0, 4)]);
    assert_memory::<Mixed>("Mixed", &[("field0", 0, 1), ("field1", 2, 2), ("field2", 4, 2), ("field3", 8, 16)]);
    let inventory = ffi_inventory();
    let pair = structure(&inventory, "Pair");
    assert_eq!((pair.head.docs.as_str(), pair.fields[0].docs.as_str()), ("Two numbers.", "The first."));
    let mixed = structure(&inventory, "Mixed").fields.iter().map(|f| f.visibility);
    use Visibility::{Internal, Public};
    assert_eq!(mixed.collect::<Vec<_>>(), [Public, Internal, Public, Public]);
}
