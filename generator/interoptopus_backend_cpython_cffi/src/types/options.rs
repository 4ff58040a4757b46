//! `Option<T>`: `None`, or the value.

use super::conversion::{Conversion, Template};
use super::table::Types;
use interoptopus::model::Type;

/// How `Option<value>` crosses.
pub(crate) fn conversion(types: &Types<'_>, value: Type) -> Conversion {
    if let Err(reason) = refuse_nested(types, value) {
        return Conversion::refused(&reason);
    }
    let inner = types.of(value);
    let or_none = |annotation: &str| or_none(types, annotation);
    let to_c = inner.to_c.clone().map(|to_c| Template::new(format!("(_NONE if $ is None else ({}, True))", to_c.of("$"))));
    let from_c = inner.from_c.clone().map(|from_c| Template::new(format!("({} if $.is_some else None)", from_c.of("$.value"))));
    Conversion { takes: or_none(&inner.takes), gives: or_none(&inner.gives), holds: or_none(&inner.holds), to_c, from_c }
}

/// Two kinds of none in one value are one in Python.
pub(crate) fn refuse_nested(types: &Types<'_>, value: Type) -> Result<(), String> {
    match types.inventory.may_be_none(value) {
        true => Err("Python has no option of an option: both nones would be `None`".to_owned()),
        false => Ok(()),
    }
}

/// The annotation of a value that may be missing, as Python 3.9 can evaluate it.
pub(crate) fn or_none(types: &Types<'_>, annotation: &str) -> String {
    let optional = types.names.python("Optional");
    let is_optional = annotation.strip_prefix(&optional).is_some_and(|rest| rest.starts_with('['));
    if is_optional { annotation.to_owned() } else { format!("{optional}[{annotation}]") }
}
