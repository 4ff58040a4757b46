//! Structs: stored as they are; transparent ones are by themselves what their one field is.

use crate::names::Names;
use crate::names::members::hidden_storage;
use crate::syntax::{Expr, Template, new};
use crate::types::conversions::{Alone, Stored, StoredOf};
use crate::types::validation::has_invalid;
use interoptopus::model::{Repr, StructId, Type, Visibility};

/// A struct in memory: as it is.
pub(crate) fn stored(names: &Names<'_>, stored: StoredOf<'_>, ty: Type, id: StructId) -> Result<Stored, String> {
    let alone = alone(names, stored, ty, id)?;
    Ok(Stored { alone, ..Stored::checked(names.name_of(ty).clone(), has_invalid(names.inventory, names.dialect, ty)) })
}

/// The form of a transparent struct by itself: that of its field, as some platforms pass a struct of a number otherwise than a number.
pub(crate) fn alone(names: &Names<'_>, stored: StoredOf<'_>, ty: Type, id: StructId) -> Result<Option<Alone>, String> {
    let item = &names.inventory[id];
    let (Repr::Transparent, [field]) = (item.repr, &item.fields[..]) else { return Ok(None) };
    let (name, inner) = (names.name_of(ty), stored(field.ty)?);
    let Alone { raw, into, out } = inner.alone();
    let value = Template::value;
    if field.visibility == Visibility::Public {
        let into = into.on(&value().member(names.naming.field(&field.name)));
        return Ok(Some(Alone { raw, into, out: new(name.clone(), [out]) }));
    }
    // Users have no property for it, so that what is in memory is all there is.
    let storage = hidden_storage(&field.name);
    let is_plain = inner.public == inner.raw;
    let [into, out] = if is_plain { [into, out] } else { [value(), value()] };
    let into = into.on(&value().member(&storage));
    Ok(Some(Alone { raw, into, out: Expr::Initialized(name.clone().into(), vec![(storage, out)]) }))
}
