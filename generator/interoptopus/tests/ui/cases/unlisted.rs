//! Items in the wrong list, and items without a mark.
use interoptopus::{ffi_constants, ffi_function, ffi_type, inventory};

#[ffi_type]
pub struct Vec2 {
    pub x: f32,
}

#[ffi_constants]
impl Vec2 {
    pub const MARKED: u8 = 1;
    const HIDDEN: u8 = 2;
}

pub struct Unmarked {
    pub value: u32,
}

pub struct Other;

impl Other {
    pub const LIMIT: u8 = 3;
}

#[ffi_function]
pub fn listed() {}

inventory!(
    ffi_inventory,
    [
        Vec2::MARKED,
        Vec2::HIDDEN, //~ [Vec2] `Vec2` has no constant of this name that is exported
        Other::LIMIT, //~ [Other] mark the `impl` block that has it `#[ffi_constants]`, and make it `pub`
    ],
    [
        listed,
        Vec2, //~ [Vec2] `Vec2` is not an item of the inventory
    ],
    [
        Vec2,
        Unmarked, //~ [Unmarked] `Unmarked` cannot cross the border
        listed, //~ [listed] `listed` cannot cross the border
    ],
    [],
    [
        Unmarked, //~ [Unmarked] `Unmarked` is not an item of the inventory
    ]
);
