//! Types under `#[ffi_type]`: their entries in the inventory, and their shims with right and wrong bytes.
#![allow(missing_docs, unreachable_pub, elided_lifetimes_in_paths, improper_ctypes, dead_code)]

mod aligned;
mod by_hand;
mod defaults;
mod empty;
mod flags;
mod generics;
mod marks;
mod packed;
mod positions;
mod strict;
mod surrogates;
mod tagged;
mod transparent;
mod tuples;
mod unions;
mod visibility;

use interoptopus::Checked;
use interoptopus::border::Outcome;
use interoptopus::model::{self, Inventory, Struct, Type};
use interoptopus::{ffi_type, inventory};

#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marker {
    Dot = 1,
    Cross,
    Hidden = 255,
}

const NULL: i32 = -2;
const INVALID: i32 = -4;

/// The value of a call that succeeded, or its status.
fn value<T>(outcome: Outcome<T>) -> Result<T, i32> {
    match outcome.status.0 {
        // SAFETY: with status 0, the value is there.
        0 => Ok(unsafe { outcome.value.assume_init() }),
        status => Err(status),
    }
}

/// The type that is called `name`.
fn ty(inventory: &Inventory, name: &str) -> Type {
    inventory.types().find(|ty| model::type_name(inventory, *ty) == name).unwrap_or_else(|| panic!("there is no {name}"))
}

fn structure<'a>(inventory: &'a Inventory, name: &str) -> &'a Struct {
    inventory.structs().iter().find(|s| s.head.name == name).unwrap_or_else(|| panic!("there is no {name}"))
}

/// Name, offset and size of each field in the layout.
fn memory(inventory: &Inventory, name: &str) -> Vec<(String, usize, usize)> {
    let layout = inventory.layout(ty(inventory, name)).unwrap();
    layout.fields.iter().map(|f| (f.name.clone(), f.offset, f.size)).collect()
}

/// Asserts that `T` is described as `name`, with these fields.
fn assert_memory<T>(name: &str, fields: &[(&str, usize, usize)]) {
    let inventory = ffi_inventory();
    let layout = inventory.layout(ty(&inventory, name)).unwrap();
    assert_eq!((layout.size, layout.align), (size_of::<T>(), align_of::<T>()), "{name}");
    let fields: Vec<_> = fields.iter().map(|(name, offset, size)| ((*name).to_owned(), *offset, *size)).collect();
    assert_eq!(memory(&inventory, name), fields, "{name}");
}

#[test]
fn the_inventory_is_valid() {
    Checked::new(ffi_inventory()).unwrap();
}

inventory! {
    ffi_inventory,
    [],
    [
        tuples::tuples_sum, tuples::tuples_sure,
        transparent::transparent_double, transparent::transparent_sure, transparent::transparent_text,
        packed::packed_mark, packed::packed_two, packed::packed_all, packed::packed_outer,
        aligned::aligned_sum, aligned::aligned_slice,
        empty::empty_borrow, empty::empty_with,
        marks::marks_all,
        visibility::visibility_sum,
        tagged::tagged_scale, tagged::tagged_token, tagged::tagged_borrowing, tagged::tagged_count,
        unions::unions_swap, unions::unions_wide,
        flags::flags_add, flags::flags_count,
        generics::generics_both, generics::generics_buffer, generics::generics_id, generics::generics_measured,
        generics::generics_view, generics::generics_node, generics::generics_maybe,
        surrogates::surrogates_mirror, strict::strict_all,
        positions::positions_result, positions::positions_bare, positions::positions_everything, positions::positions_shapes,
        positions::positions_call, positions::positions_write, defaults::defaults_all,
    ],
    [],
    [],
}
