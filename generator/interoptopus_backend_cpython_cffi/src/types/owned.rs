//! Owned strings and vectors: results that are copied, and then freed.

use super::conversion::Conversion;
use super::options::or_none;
use super::slices::array_type;
use super::table::Types;
use crate::runtime::parts::ffi;
use crate::syntax::expressions::{Expr, literal};
use interoptopus::model::{self, Extent, Target, Type, TypeKind};

/// The conversion of what is made of `value`, which only a function returns.
pub(crate) fn conversion(types: &Types<'_>, value: Type, nullable: bool) -> Conversion {
    let gives = types.of(value).gives.clone();
    let gives = if nullable { or_none(types, gives) } else { gives };
    Conversion { gives, ..Conversion::refused("memory that somebody has to free is only what a function returns") }
}

/// The size and the alignment of the memory that the C expression `owned` owns, which is made of `value`.
pub(crate) fn memory(types: &Types<'_>, value: Type, owned: &Expr) -> [Expr; 2] {
    let len = owned.clone().attribute("len");
    let TypeKind::Slice { element, access: _, nullable: _ } = *types.inventory.kind(value) else { return [len, literal(1)] };
    let size = number(types, element, |extent| extent.size, "sizeof");
    let bytes = if size == literal(1) { len } else { len.binary("*", size) };
    [bytes, number(types, element, |extent| extent.align, "alignof")]
}

/// A number about the memory of `ty`: a literal if it is the same on all platforms, else what cffi's `function` says.
fn number(types: &Types<'_>, ty: Type, of: impl Fn(Extent) -> usize, function: &'static str) -> Expr {
    match Target::on_each(|target| of(model::extent_by_c(types.inventory, ty, target))) {
        Some(number) => literal(number),
        None => ffi(function).call([array_type(types, ty).attribute("item")]),
    }
}
