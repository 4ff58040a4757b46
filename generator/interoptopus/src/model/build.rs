//! Which build an inventory comes from: what a test process compares with the library that it is about to load.

use super::{Inventory, Registry};

/// It says where an inventory comes from, not what is in it: two inventories that differ in it alone are equal.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Build(Option<u64>);

impl PartialEq for Build {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Build {}

impl Inventory {
    /// What `<library>_ffi_build_id` of the same build returns; none for an inventory that was not made by `inventory!` in this process.
    #[must_use]
    pub fn build_id(&self) -> Option<u64> {
        self.build.0
    }
}

impl Registry {
    /// Says what `<library>_ffi_build_id` of this build returns.
    pub fn build_id(&mut self, id: u64) {
        self.inventory.build = Build(Some(id));
    }
}
