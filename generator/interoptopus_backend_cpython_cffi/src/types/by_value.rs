//! Composites by value that libffi cannot pass: put into a carrier, and taken out of one.

use super::pointers::pointer_type;
use super::support::Support;
use super::table::Types;
use crate::cdef::carriers::{carried, carrier};
use crate::runtime::parts::{Part, ffi};
use crate::syntax::expressions::{Expr, own};
use interoptopus::model::Type;

/// The expression that puts `initial` into a carrier.
pub(crate) fn carry(types: &Types<'_>, ty: Type, initial: Expr) -> Expr {
    let ty = carried(types.inventory, ty);
    Part::Carried.call([own(carrier_type(types, ty)), own(pointer_type(types, ty)), initial])
}

/// The expression that takes what is in the carrier `c`.
pub(crate) fn open(types: &Types<'_>, ty: Type, c: Expr) -> Expr {
    Part::Opened.call([own(pointer_type(types, carried(types.inventory, ty))), c])
}

/// The expression that copies what is in the carrier `c`, which libffi takes back.
pub(crate) fn open_copy(types: &Types<'_>, ty: Type, c: Expr) -> Expr {
    Part::OpenedCopy.call([own(pointer_type(types, carried(types.inventory, ty))), c])
}

/// The expression of a carrier of zeros.
pub(crate) fn zero(types: &Types<'_>, ty: Type) -> Expr {
    ffi("new").call([own(carrier_type(types, carried(types.inventory, ty)))]).first()
}

fn carrier_type(types: &Types<'_>, ty: Type) -> String {
    format!("_{}_CARRIER", types.names.private(ty))
}

/// cffi's type of pointers to the carrier of `ty`.
pub(crate) fn table(types: &Types<'_>, ty: Type) -> Support {
    Support::Type { name: carrier_type(types, ty), c: format!("{} *", carrier(types.inventory, ty)) }
}
