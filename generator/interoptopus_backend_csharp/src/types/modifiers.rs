//! Modifiers of parameters that are references in Rust.

use crate::syntax::{Dialect, Modifier};
use interoptopus::model::Access;

/// The modifier of a reference: one to read is by value in C# 7.0, which has no `in`.
pub(crate) fn of_reference(dialect: Dialect, access: Access) -> Modifier {
    match access {
        Access::Read => dialect.pick(Modifier::In, Modifier::Value),
        Access::Write => Modifier::Ref,
    }
}

/// The modifier of a reference that may be null.
pub(crate) fn of_nullable(access: Access) -> Modifier {
    match access {
        Access::Read => Modifier::Value,
        Access::Write => Modifier::Ref,
    }
}
