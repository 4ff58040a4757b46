//! Options: a value and a byte in memory, a nullable type of C# for users.

use crate::names::Names;
use crate::runtime::Part;
use crate::syntax::{CsType, Expr, Template, new};
use crate::types::conversions::{Check, Returned, ReturnedOf, Stored, StoredOf};
use crate::types::layouts;
use interoptopus::model::{self, Checked, Type};

/// The reason why an option has no value that may be missing by itself.
pub(crate) const NESTED: &str = "C# has no option of an option: `int??` is no type";

/// An option in memory.
pub(crate) fn stored(names: &Names<'_>, stored: StoredOf<'_>, value: Type) -> Result<Stored, String> {
    let inner = stored(value)?;
    layouts::beside(names.inventory, value)?;
    refuse_nested(names.inventory, value)?;
    let raw = names.dialect.option_of(&inner.raw);
    let public = inner.or_null(names.dialect);
    let (is_some, value) = inner.is_some(names.dialect);
    let some = |value: &Template| new(raw.clone(), [value.clone()]);
    let into = match inner.public == inner.raw && inner.into.is_value() {
        true => some(&Template::value()),
        false => is_some.clone().choose(some(&inner.into.on(&value)), Expr::Default(raw.clone())),
    };
    // The value of an option has no condition of its own, as options do not nest.
    let check = inner.check.map(|check| Check { only_if: Some(is_some), checked: check.checked.on(&value) });
    let out = out(&inner.out, &public);
    let is_class = inner.is_class;
    let parts = [Part::Options].into();
    Ok(Stored { public, element: raw.clone(), raw, into, out, check, alone: None, is_class, parts })
}

/// An option as a result.
pub(crate) fn returned(names: &Names<'_>, returned: ReturnedOf<'_>, value: Type) -> Result<Returned, String> {
    layouts::beside(names.inventory, value)?;
    refuse_nested(names.inventory, value)?;
    let Returned { public, raw, out: inner, is_class, is_some: _, discard, free, flat, mut parts } = returned(value)?;
    parts.add(Part::Options);
    let public = if is_class { names.dialect.or_null(&public) } else { public.nullable() };
    let discard = discard.map(|discard| discard.on(&Template::value().member("Value")));
    Ok(Returned {
        out: out(&inner, &public),
        raw: names.dialect.option_of(&raw),
        public,
        is_class,
        is_some: None,
        discard,
        free: free.map(|free| free.on(&Template::value().member("Value"))),
        flat,
        parts,
    })
}

fn out(inner: &Template, public: &CsType) -> Template {
    let option = Template::value;
    match inner.is_value() {
        true => option().method("ToNullable", []),
        false => option().member("HasValue").choose(inner.on(&option().member("Value")), Expr::Default(public.clone())),
    }
}

/// Two kinds of none in one value have no type in C#.
pub(crate) fn refuse_nested(inventory: &Checked, value: Type) -> Result<(), String> {
    if model::may_be_none(inventory, value) { Err(NESTED.to_owned()) } else { Ok(()) }
}
