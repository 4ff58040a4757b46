//! Owned strings and vectors: results that are copied, and then freed.

use super::conversion::Conversion;
use super::support::Support;
use super::table::Types;
use super::{slices, strings};
use crate::runtime::parts::ffi;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, literal, own};
use crate::syntax::statements::Stmt;
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

/// The size and the alignment of the memory that the C expression `owned` owns. No part of them calls anything: Python looks for signals behind a call,
/// and a handler that raises would come between the result and its release.
pub(crate) fn memory(types: &Types<'_>, content: Content, owned: &Expr) -> [Expr; 2] {
    let len = owned.clone().attribute("len");
    let Content::Elements(element) = content else { return [len, literal(1)] };
    let [size, align] =
        NUMBERS.map(|number| number.known(types, element).map_or_else(|| own(number.name(types, element)), literal));
    [if size == literal(1) { len } else { len.binary("*", size) }, align]
}

/// The numbers about the memory of an owned `element` that only the platform knows.
pub(crate) fn numbers(types: &Types<'_>, element: Type) -> Vec<Support> {
    let unknown = NUMBERS.into_iter().filter(|number| number.known(types, element).is_none());
    unknown.map(|number| number.asked(types, element)).collect()
}

/// A number about the memory of a type.
#[derive(Clone, Copy)]
struct Number {
    /// The end of its name.
    end: &'static str,
    of: fn(Extent) -> usize,
    /// The function of cffi that knows it.
    function: &'static str,
}

const NUMBERS: [Number; 2] = [
    Number { end: "SIZE", of: |extent| extent.size, function: "sizeof" },
    Number { end: "ALIGN", of: |extent| extent.align, function: "alignof" },
];

impl Number {
    /// The number, if it is the same on all platforms.
    fn known(self, types: &Types<'_>, ty: Type) -> Option<usize> {
        Target::on_each(|target| (self.of)(model::extent_by_c(types.inventory, ty, target)))
    }

    fn name(self, types: &Types<'_>, ty: Type) -> String {
        format!("_{}_{}", types.names.private(types.inventory.definition_of(ty)), self.end)
    }

    /// The definition of the number, asked of cffi.
    fn asked(self, types: &Types<'_>, ty: Type) -> Support {
        let name = self.name(types, ty);
        let number = ffi(self.function).call([slices::array_type(types, ty).attribute("item")]);
        Support::Definition(Definition::row(&name, Stmt::assign(name.as_str(), number)))
    }
}
