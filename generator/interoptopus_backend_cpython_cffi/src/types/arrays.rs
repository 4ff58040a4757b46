//! Arrays of a fixed length: lists.

use super::conversion::{Conversion, Template};
use super::table::Types;
use crate::runtime::parts::{Part, ffi};
use crate::syntax::expressions::{Expr, literal, local};
use interoptopus::model::Type;

/// The conversion of `[element; len]`.
pub(crate) fn conversion(types: &Types<'_>, element: Type, len: usize) -> Conversion {
    let inner = types.of(element);
    let to_c = inner.to_c.clone().map(|to_c| {
        let item = to_c.item();
        let items = if to_c.is_same() { Expr::Value } else { to_c.of(&local(&item)).each(item, Expr::Value) };
        Template::from(Part::Array.call([items, literal(len)]))
    });
    let list = types.names.python("list");
    let from_c = inner.from_c.clone().map(|from_c| {
        let item = from_c.item();
        Template::from(if types.is_primitive(element) {
            ffi("unpack").call([Expr::Value, literal(len)])
        } else if from_c.is_same() {
            list.clone().call([Expr::Value])
        } else {
            from_c.of(&local(&item)).each(item, Expr::Value)
        })
    });
    let list = list.of([inner.holds.clone()]);
    Conversion { takes: list.clone(), gives: list.clone(), holds: list, to_c, from_c }
}
