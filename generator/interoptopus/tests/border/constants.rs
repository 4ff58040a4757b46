//! Constants: bindings contain their values.

use super::{Marker, ffi_inventory};
use interoptopus::ffi_constant;
use interoptopus::model::{TypeKind, Value};

/// From const evaluation.
#[ffi_constant]
pub const ANSWER: u64 = {
    let mut n = 1;
    while n < 42 {
        n += 1;
    }
    n
};

#[ffi_constant]
pub const EXACT: f32 = 0.1;

#[ffi_constant]
pub const MARKER: Marker = Marker::Hidden;

#[ffi_constant]
#[allow(non_upper_case_globals)]
pub const r#type: i8 = -128;

#[test]
fn values_are_those_that_rust_computes() {
    let inventory = ffi_inventory();
    let found: Vec<_> = inventory.constants().iter().map(|c| (c.name.as_str(), c.value.clone(), *inventory.kind(c.ty))).collect();
    let [(_, _, TypeKind::Primitive(_)), _, (_, _, TypeKind::Enum(_)), _] = found[..] else { panic!("{found:?}") };
    let values: Vec<_> = found.iter().map(|(name, value, _)| (*name, value.clone())).collect();
    let expected = [
        ("ANSWER", Value::Int(42)),
        ("EXACT", Value::F32(0.1_f32.to_bits())),
        ("MARKER", Value::Int(255)),
        ("type", Value::Int(-128)),
    ];
    assert_eq!(values, expected);
    assert_eq!(inventory.constants()[0].docs.as_str(), "From const evaluation.");
    assert_eq!(inventory.constants()[0].path, "border::constants::ANSWER");
}
