//! Owned strings and vectors: results that are copied, and then freed.

use super::conversion::Conversion;
use super::table::Types;
use super::{slices, strings};
use crate::runtime::parts::ffi;
use crate::syntax::expressions::{Expr, literal};
use interoptopus::model::{self, Access, Content, Extent, Target, Type};

/// The conversion of what only a function returns: it comes out as a string or a slice does.
pub(crate) fn conversion(types: &Types<'_>, content: Content, nullable: bool) -> Conversion {
    let copied = match content {
        Content::Text => strings::conversion(types, nullable),
        Content::Elements(element) => slices::conversion(types, element, Access::Read, nullable),
    };
    let Conversion { gives, from_c, .. } = copied;
    Conversion { gives, from_c, ..Conversion::refused("memory that somebody has to free is only what a function returns") }
}

/// The size and the alignment of the memory that the C expression `owned` owns.
pub(crate) fn memory(types: &Types<'_>, content: Content, owned: &Expr) -> [Expr; 2] {
    let len = owned.clone().attribute("len");
    let Content::Elements(element) = content else { return [len, literal(1)] };
    let size = number(types, element, |extent| extent.size, "sizeof");
    let bytes = if size == literal(1) { len } else { len.binary("*", size) };
    [bytes, number(types, element, |extent| extent.align, "alignof")]
}

/// A number about the memory of `ty`: a literal if it is the same on all platforms, else what cffi's `function` says.
fn number(types: &Types<'_>, ty: Type, of: impl Fn(Extent) -> usize, function: &'static str) -> Expr {
    match Target::on_each(|target| of(model::extent_by_c(types.inventory, ty, target))) {
        Some(number) => literal(number),
        None => ffi(function).call([slices::array_type(types, ty).attribute("item")]),
    }
}
