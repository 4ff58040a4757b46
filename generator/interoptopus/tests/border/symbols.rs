//! Symbols, and names that are keywords somewhere.

use super::{ffi_inventory, own, value};
use interoptopus::border::Outcome;
use interoptopus::ffi_function;
use interoptopus::model;

#[ffi_function]
#[unsafe(no_mangle)]
pub fn r#move(r#fn: u8, p0: u8, this: u8) -> u8 {
    r#fn + p0 + this
}

#[ffi_function]
#[unsafe(export_name = "border_renamed_elsewhere")]
pub extern "C" fn renamed(renamed: i32) -> i32 {
    -renamed
}

mod abi {
    use super::*;
    unsafe extern "C" {
        #[link_name = "move"]
        pub fn moved(r#fn: u8, p0: u8, this: u8) -> Outcome<u8>;
        pub fn border_renamed_elsewhere(renamed: i32) -> i32;
    }
}

#[test]
fn names_of_the_author_meet_none_of_ours() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::moved(1, 2, 3)), Ok(6));
        assert_eq!(abi::border_renamed_elsewhere(5), -5);
    }
    // In Rust they stay what they were.
    assert_eq!((r#move(1, 2, 3), renamed(5)), (6, -5));
}

#[test]
fn the_inventory_says_what_is_exported() {
    let inventory = ffi_inventory();
    let symbols = inventory.symbols();
    for symbol in [
        "move",
        "border_renamed_elsewhere",
        "border_area",
        "border_ffi_api_guard",
        "border_recorder_push",
        "border_recorder_destroy",
    ] {
        assert!(symbols.contains(&symbol.to_owned()), "{symbol} in {symbols:?}");
    }
    assert!(!symbols.contains(&"renamed".to_owned()));
}

#[test]
fn every_library_has_its_own_functions() {
    // SAFETY: the declarations are those that every library has.
    unsafe {
        assert_eq!(own::border_ffi_api_guard(), model::api_guard(&ffi_inventory()));
        assert_eq!(Some(own::border_ffi_build_id()), ffi_inventory().build_id());
        assert_ne!(own::border_ffi_build_id(), 0);
    }
}
