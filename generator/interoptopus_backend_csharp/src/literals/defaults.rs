//! Structs with given values, as expressions.

use crate::names::members::hidden_storage;
use crate::syntax::{Expr, new};
use crate::types::Types;
use interoptopus::model::{StructId, Type, Value, Visibility};

/// The values that another is made of, as expressions.
pub(crate) type LiteralOf<'f> = &'f dyn Fn(Type, &Value) -> Result<Expr, String>;

/// The twin with one of `values` a field, also what users do not see: so it has to stand in the bindings.
pub(crate) fn of_twin(
    types: &Types<'_>,
    literal: LiteralOf<'_>,
    ty: Type,
    id: StructId,
    fields: &[Value],
) -> Result<Expr, String> {
    let values = types.inventory[id].fields.iter().zip(fields).map(|(field, value)| literal(field.ty, value));
    let values = values.collect::<Result<Vec<_>, String>>()?;
    Ok(new(types.names.name_of(ty).clone(), values))
}

/// The struct with one of `values` a field. It sets what users do not see, too, and so has to stand in the struct if there is any.
pub(crate) fn of_struct(
    types: &Types<'_>,
    literal: LiteralOf<'_>,
    ty: Type,
    id: StructId,
    fields: &[Value],
) -> Result<Expr, String> {
    let mut parts = Vec::new();
    for (field, value) in types.inventory[id].fields.iter().zip(fields) {
        let value = literal(field.ty, value)?;
        let part = if field.visibility == Visibility::Public {
            (types.names.naming.field(&field.name), value)
        } else {
            let stored = types.stored(field.ty)?;
            let raw = if stored.public == stored.raw { value } else { stored.into.with(value, "null") };
            (hidden_storage(&field.name), raw)
        };
        parts.push(part);
    }
    Ok(Expr::Initialized(types.names.name_of(ty).clone().into(), parts))
}
