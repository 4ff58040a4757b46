//! Inventories that other inventories name.

use super::{Marker, Vec2};
use interoptopus::Checked;
use interoptopus::model;
use interoptopus::{ffi_constant, ffi_function, ffi_type, inventory_part};

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Only {
    pub at: Vec2,
}

#[ffi_constant]
pub const PARTS_MOST: u8 = 3;

#[ffi_function]
pub fn parts_first(only: Only) -> f32 {
    only.at.x
}

pub mod inner {
    use super::*;

    #[ffi_function]
    pub fn parts_second(only: Only, marker: Marker) -> u8 {
        only.at.x as u8 + marker as u8
    }

    inventory_part! {
        /// Its docs.
        part, [super::PARTS_MOST], [parts_second], [], []
    }
}

inventory_part!(parts, [], [parts_first, inner::parts_second], [], [], [inner::part]);
inventory_part!(twice, [PARTS_MOST], [], [], [], [parts, inner::part, parts,],);

#[test]
fn an_item_that_several_name_is_one() {
    let names = |inventory: &interoptopus::Inventory| {
        (
            inventory.functions().iter().map(|f| f.head.name.clone()).collect::<Vec<_>>(),
            inventory.constants().iter().map(|c| c.head.name.clone()).collect::<Vec<_>>(),
            inventory.structs().len() + inventory.enums().len(),
        )
    };
    let both = (vec!["parts_first".to_owned(), "parts_second".to_owned()], vec!["PARTS_MOST".to_owned()], 3);
    assert_eq!(names(&parts()), both);
    assert_eq!(names(&twice()), both);
    assert_eq!(names(&inner::part()).0, ["parts_second"]);
    Checked::new(parts()).unwrap();
}

#[test]
fn a_part_belongs_to_the_library_that_names_it() {
    assert_eq!(parts().library, "border");
    let guards = [model::api_guard(&parts()), model::api_guard(&twice()), model::api_guard(&inner::part())];
    assert_eq!(guards[0], guards[1]);
    assert_ne!(guards[0], guards[2]);
}
