//! Fields that are not `pub`: copied, but not shown.

use super::{INVALID, assert_memory, ffi_inventory, structure, value};
use interoptopus::border::Outcome;
use interoptopus::model::Visibility;
use interoptopus::{ffi_function, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Account {
    pub shown: u8,
    hidden: bool,
    pub(crate) inside: u16,
    pub last: u32,
}

#[ffi_function]
pub fn visibility_sum(account: Account) -> u32 {
    u32::from(account.shown) + u32::from(account.hidden) + u32::from(account.inside) + account.last
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn types_visibility_sum(account: u64) -> Outcome<u32>;
    }
}

#[test]
fn they_keep_their_place_and_are_checked() {
    assert_memory::<Account>("Account", &[("shown", 0, 1), ("hidden", 1, 1), ("inside", 2, 2), ("last", 4, 4)]);
    let account = u64::from_ne_bytes([3, 1, 0, 0, 0, 0, 0, 0]);
    // SAFETY: a struct of eight bytes of integers crosses as one.
    assert_eq!(value(unsafe { abi::types_visibility_sum(account) }), Ok(4));
    let account = u64::from_ne_bytes([3, 2, 0, 0, 0, 0, 0, 0]);
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_visibility_sum(account) }), Err(INVALID));
}

#[test]
fn the_inventory_says_which_are_shown() {
    let inventory = ffi_inventory();
    let shown = structure(&inventory, "Account").fields.iter().map(|f| f.visibility == Visibility::Public);
    assert_eq!(shown.collect::<Vec<_>>(), [true, false, false, true]);
}
