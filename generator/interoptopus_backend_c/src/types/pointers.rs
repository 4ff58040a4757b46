//! Pointers: `const` where Rust only reads.

use interoptopus::model::Access;
use interoptopus_c_syntax::CType;

/// A pointer to `pointee`.
pub(crate) fn to(pointee: CType, access: Access) -> CType {
    match access {
        Access::Read => pointee.const_pointer(),
        Access::Write => pointee.pointer(),
    }
}
