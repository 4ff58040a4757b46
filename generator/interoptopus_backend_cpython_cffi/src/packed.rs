//! Packed structs: cffi declares them, and Python takes their fields as any other's; what is misaligned in them matters to calls.

use crate::registers::leaves;
use interoptopus::model::{Inventory, Type};

/// Whether something in a `ty` is not where its own alignment would put it, so that C passes it in memory.
pub(crate) fn is_misaligned(inventory: &Inventory, ty: Type) -> bool {
    leaves(inventory, ty).iter().any(|leaf| leaf.offset % leaf.size != 0)
}
