//! A function or constant that is not marked has no item in the inventory that rustc could find.
use interoptopus::inventory;

pub fn function() {}

pub const CONSTANT: u8 = 1;

inventory!(
    ffi_inventory,
    [
        CONSTANT, //~ [CONSTANT] `CONSTANT`
    ],
    [
        function, //~ [function] `function`
        missing::function, //~ [missing] `missing`
    ],
    [],
    []
);
