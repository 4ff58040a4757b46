//! Unions: any bytes are a value of each field.

use super::{assert_memory, ffi_inventory, value};
use interoptopus::border::Outcome;
use interoptopus::model::{TypeKind, Visibility};
use interoptopus::{ffi_function, ffi_type};

/// The same bytes, in several ways.
#[ffi_type]
#[derive(Clone, Copy)]
pub union Bits {
    /// As an integer.
    pub whole: u32,
    pub float: f32,
    pub(crate) bytes: [u8; 4],
}

#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy)]
pub union Wide {
    pub address: *const u8,
    pub bits: Bits,
    pub pair: Two,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Two {
    pub a: u64,
    pub b: u8,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Holder {
    pub which: u8,
    pub bits: Bits,
}

#[ffi_function]
pub fn unions_swap(bits: Bits) -> Bits {
    // SAFETY: any bytes are a value of each field.
    Bits { whole: unsafe { bits.whole }.swap_bytes() }
}

#[ffi_function]
pub fn unions_wide(wide: &mut Wide, holders: &[Holder]) -> u64 {
    // SAFETY: as above.
    unsafe {
        wide.pair.b += 1;
        wide.pair.a + holders.iter().map(|holder| u64::from(holder.bits.bytes[usize::from(holder.which)])).sum::<u64>()
    }
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn types_unions_swap(bits: Bits) -> Outcome<Bits>;
        pub fn types_unions_wide(wide: *mut Wide, holders: *const Holder, len: usize) -> Outcome<u64>;
    }
}

#[test]
fn every_byte_arrives() {
    for whole in [0, 1, u32::MAX, 0x0102_03ff, 0x7fa0_0001] {
        // SAFETY: the declarations are those of the shims.
        let swapped = value(unsafe { abi::types_unions_swap(Bits { whole }) });
        // SAFETY: any bytes are a value of each field.
        assert_eq!(swapped.map(|bits| unsafe { bits.whole }), Ok(whole.swap_bytes()));
    }
    let mut wide = Wide { pair: Two { a: u64::from(u32::MAX), b: 7 } };
    let holders = [Holder { which: 3, bits: Bits { bytes: [1, 2, 3, 255] } }, Holder { which: 0, bits: Bits { bytes: [9; 4] } }];
    // SAFETY: as above.
    let sum = value(unsafe { abi::types_unions_wide(&mut wide, holders.as_ptr(), 2) });
    // SAFETY: as above.
    assert_eq!((sum, unsafe { wide.pair.b }), (Ok(u64::from(u32::MAX) + 264), 8));
}

#[test]
fn the_inventory_has_their_fields() {
    let inventory = ffi_inventory();
    let bits = inventory.unions().iter().find(|u| u.head.name == "Bits").unwrap();
    assert_eq!((bits.head.docs.as_str(), bits.fields[0].docs.as_str()), ("The same bytes, in several ways.", "As an integer."));
    assert_eq!(bits.fields[2].visibility, Visibility::Internal);
    assert!(matches!(inventory.kind(bits.fields[2].ty), TypeKind::Array { len: 4, .. }));
    assert_memory::<Bits>("Bits", &[("whole", 0, 4), ("float", 0, 4), ("bytes", 0, 4)]);
    assert_memory::<Wide>("Wide", &[("address", 0, 8), ("bits", 0, 4), ("pair", 0, 16)]);
}
