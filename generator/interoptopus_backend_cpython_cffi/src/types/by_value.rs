//! Composites by value that libffi cannot pass: put into a carrier, and taken out of one.

use super::ffi_types;
use super::pointers::pointer_type;
use super::table::Types;
use crate::cdef::carriers::{carried, carrier};
use crate::runtime::Chunk;
use interoptopus::model::Type;

/// The expression that puts `initial` into a carrier.
pub(crate) fn carry(types: &Types<'_>, ty: Type, initial: &str) -> String {
    let ty = carried(types.inventory, ty);
    format!("_carried({}, {}, {initial})", carrier_type(types, ty), pointer_type(types, ty))
}

/// The expression that takes what is in the carrier `c`.
pub(crate) fn open(types: &Types<'_>, ty: Type, c: &str) -> String {
    format!("_opened({}, {c})", pointer_type(types, carried(types.inventory, ty)))
}

/// The expression that copies what is in the carrier `c`, which libffi takes back.
pub(crate) fn open_copy(types: &Types<'_>, ty: Type, c: &str) -> String {
    format!("_opened_copy({}, {c})", pointer_type(types, carried(types.inventory, ty)))
}

/// The expression of a carrier of zeros.
pub(crate) fn zero(types: &Types<'_>, ty: Type) -> String {
    format!("ffi.new({})[0]", carrier_type(types, carried(types.inventory, ty)))
}

fn carrier_type(types: &Types<'_>, ty: Type) -> String {
    format!("_{}_CARRIER", types.names.private(ty))
}

/// cffi's type of pointers to the carrier of `ty`, parsed once.
pub(crate) fn table(types: &Types<'_>, ty: Type) -> Chunk {
    ffi_types::entry(&carrier_type(types, ty), &format!("{} *", carrier(types.inventory, ty)))
}
