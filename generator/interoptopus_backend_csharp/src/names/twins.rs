//! Twins: the classes that users have of types that borrow, and the structs that are in memory of them.

use crate::syntax::Path;
use interoptopus::model::{self, Checked, Ownership, Type, TypeKind};

/// Whether a value of `ty` leads to somebody else's memory.
pub(crate) fn borrows(inventory: &Checked, ty: Type) -> bool {
    model::ownership(inventory, ty) == Ownership::Borrowing
}

/// Whether users have an instance of a class for `ty`, which is an item.
pub(crate) fn has_twin(inventory: &Checked, ty: Type) -> bool {
    matches!(inventory.kind(ty), TypeKind::Struct(_) | TypeKind::Tagged(_)) && borrows(inventory, ty)
}

/// The struct in memory of the twin `name`.
pub(crate) fn raw_of(twin: &Path) -> Path {
    twin.with_suffix(RAW)
}

/// The name of the struct in memory of the twin that is called `name` where it stands.
pub(crate) fn raw_name(name: &str) -> String {
    format!("{name}{RAW}")
}

const RAW: &str = "Raw";
