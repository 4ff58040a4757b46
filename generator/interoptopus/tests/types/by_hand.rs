//! Descriptions by hand, which are never taken for those of a type itself, as values are read by them.

use interoptopus::border::{Border, Item, Registry};
use interoptopus::model::{Layout, Struct, TypeKind, Value};
use interoptopus::{ffi_constant, ffi_type};

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Small {
    pub value: u8,
}

#[ffi_constant]
pub const SMALL: Small = Small { value: 7 };

#[test]
fn a_lie_about_a_type_is_not_what_its_values_are_read_as() {
    let mut registry = Registry::new("by_hand", "1.0.0");
    let lie = registry.define_struct::<Small>(|_| (Struct::default(), Layout { size: 1 << 40, align: 1, fields: Vec::new() }));
    let truth = <Small as Border>::describe(&mut registry);
    assert_ne!(lie, truth);
    assert!(matches!(registry.so_far().kind(truth), TypeKind::Struct(_)));
    <SMALL as Item>::register(&mut registry);
    let inventory = registry.finish();
    assert_eq!(inventory.constants()[0].value, Value::Struct(vec![Value::Int(7)]));
}
