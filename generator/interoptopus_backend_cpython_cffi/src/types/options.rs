//! `Option<T>`: `None`, or the value.

use super::conversion::{Conversion, Template};
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, choice, literal, none};
use interoptopus::model::{self, Type};

/// The conversion of `Option<value>`.
pub(crate) fn conversion(types: &Types<'_>, value: Type) -> Conversion {
    if let Err(reason) = refuse_nested(types, value) {
        return Conversion::refused(&reason);
    }
    let inner = types.of(value);
    let or_none = |annotation: &Expr| or_none(types, annotation.clone());
    let to_c = inner.to_c.clone().map(|to_c| {
        let some = Expr::Tuple(vec![to_c.inner(), literal("True")]);
        Template::from(choice(Part::NoValue.expr(), Expr::Value.missing(), some).grouped())
    });
    let from_c = inner.from_c.clone().map(|from_c| {
        let some = from_c.of(&Expr::Value.attribute("value"));
        Template::from(choice(some, Expr::Value.attribute("is_some"), none()).grouped())
    });
    Conversion { takes: or_none(&inner.takes), gives: or_none(&inner.gives), holds: or_none(&inner.holds), to_c, from_c }
}

/// Two kinds of none in one value are one in Python.
pub(crate) fn refuse_nested(types: &Types<'_>, value: Type) -> Result<(), String> {
    match model::may_be_none(types.inventory, value) {
        true => Err("Python has no option of an option: both nones would be `None`".to_owned()),
        false => Ok(()),
    }
}

/// The annotation of a value that may be missing, as Python 3.9 can evaluate it.
pub(crate) fn or_none(types: &Types<'_>, annotation: Expr) -> Expr {
    let is_optional = matches!(&annotation, Expr::Item(of, _) if matches!(**of, Expr::Import { name: "Optional", .. }));
    if is_optional { annotation } else { types.names.python("Optional").of([annotation]) }
}
