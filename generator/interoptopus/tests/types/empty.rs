//! Structs without bytes: opaque by themselves, nothing as fields.

use super::{NULL, assert_memory, ffi_inventory, value};
use interoptopus::Checked;
use interoptopus::border::{Border, Outcome};
use interoptopus::model::Registry;
use interoptopus::{ffi_function, ffi_type};
use std::marker::PhantomData;

/// Nothing.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Unit;

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Braces {}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Ticket(PhantomData<String>);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct With {
    pub first: u8,
    pub unit: Unit,
    pub units: [Unit; 4],
    pub none: [u8; 0],
    pub phantom: PhantomData<Vec<String>>,
    pub last: u16,
    pub token: Ticket,
}

/// # Safety
/// Whatever is passed is there.
#[ffi_function]
pub unsafe fn empty_borrow(_unit: &Unit, braces: Option<&Braces>, _token: &Ticket) -> bool {
    braces.is_some()
}

#[ffi_function]
pub fn empty_with(with: With) -> u16 {
    with.last + u16::from(with.first)
}

mod abi {
    use super::*;

    #[repr(C)]
    pub struct RawWith {
        pub first: u8,
        pub last: u16,
    }

    unsafe extern "C" {
        pub fn types_empty_borrow(unit: *const u8, braces: *const u8, token: *const u8) -> Outcome<u8>;
        pub fn types_empty_with(with: RawWith) -> Outcome<u16>;
    }
}

#[test]
fn they_cross_behind_pointers() {
    let byte = 7_u8;
    let null = std::ptr::null();
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_empty_borrow(&byte, null, &byte) }), Ok(0));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_empty_borrow(&byte, &byte, &byte) }), Ok(1));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_empty_borrow(null, &byte, &byte) }), Err(NULL));
}

#[test]
fn as_fields_they_are_nothing() {
    // SAFETY: the declarations are those of the shims.
    assert_eq!(value(unsafe { abi::types_empty_with(abi::RawWith { first: 255, last: 1 << 15 }) }), Ok(255 + (1 << 15)));
    assert_memory::<With>("With", &[("first", 0, 1), ("last", 2, 2)]);
}

#[test]
fn the_inventory_knows_them_as_opaque() {
    let inventory = ffi_inventory();
    let opaque = inventory.opaques().iter().filter(|o| o.head.path.starts_with("types::empty"));
    let opaque: Vec<_> = opaque.map(|o| (o.head.name.as_str(), o.head.docs.as_str())).collect();
    assert_eq!(opaque, [("Unit", "Nothing."), ("Braces", ""), ("Ticket", "")]);
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Row<const N: usize> {
    pub byte: u8,
    pub words: [u64; N],
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union Raw<const N: usize> {
    pub words: [u64; N],
    pub byte: u8,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub enum Packet<const N: usize> {
    Data([u64; N], u8),
    End(u8),
}

#[ffi_type]
#[derive(Clone, Copy)]
pub enum Signal<const N: usize> {
    Words([u64; N]),
    End,
}

/// What `check` finds wrong with a library that has the type.
fn wrong<T: Border>() -> String {
    let mut registry = Registry::new("types", "0.1.0");
    T::describe(&mut registry);
    Checked::new(registry.finish()).map_or_else(|problems| problems.to_string(), |_| String::new())
}

#[test]
fn what_is_hidden_in_them_and_moves_others_is_refused() {
    let hidden = "a field without bytes aligns it, or moves other fields, which other languages could not see: leave it out";
    for (wrong, path) in [
        (wrong::<Row<0>>(), "types::empty::Row0"),
        (wrong::<Raw<0>>(), "types::empty::Raw0"),
        (wrong::<Packet<0>>(), "types::empty::Packet0"),
        (wrong::<Signal<0>>(), "types::empty::Signal0"),
    ] {
        assert!(wrong.contains(hidden), "{path}: {wrong}");
    }
    assert_eq!([wrong::<Row<1>>(), wrong::<Raw<1>>(), wrong::<Packet<1>>(), wrong::<Signal<1>>()], [""; 4]);
}
