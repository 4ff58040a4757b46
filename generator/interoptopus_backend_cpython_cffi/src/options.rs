//! `Option<T>`: `None`, or the value.

use crate::marshal::{Context, Marshal, Template};
use interoptopus::model::Type;

/// How `Option<value>` crosses.
pub(crate) fn marshal(cx: &Context<'_>, value: Type) -> Marshal {
    let inner = cx.marshal(value);
    let or_none = |annotation: &str| or_none(annotation);
    let to_c = inner.to_c.clone().map(|to_c| Template::new(format!("(_NONE if $ is None else ({}, True))", to_c.of("$"))));
    let from_c = inner.from_c.clone().map(|from_c| Template::new(format!("({} if $.is_some else None)", from_c.of("$.value"))));
    Marshal { takes: or_none(&inner.takes), gives: or_none(&inner.gives), holds: or_none(&inner.holds), to_c, from_c }
}

/// The annotation of a value that may be missing.
pub(crate) fn or_none(annotation: &str) -> String {
    if annotation.ends_with(" | None") { annotation.to_owned() } else { format!("{annotation} | None") }
}
