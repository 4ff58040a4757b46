//! What Rust's `Default` gives, as an expression that makes a struct of it.

use crate::context::Context;
use crate::structs::hidden_storage;
use crate::values;
use interoptopus::model::{StructId, Type, Value, Visibility};

/// The twin with one of `values` a field, also what users do not see: so it has to stand in the bindings.
pub(crate) fn of_twin(cx: &Context<'_>, ty: Type, id: StructId, fields: &[Value]) -> Result<String, String> {
    let values = cx.inventory[id].fields.iter().zip(fields).map(|(field, value)| values::literal(cx, field.ty, value));
    let values = values.map(|literal| Ok(literal?.into_text())).collect::<Result<Vec<_>, String>>()?;
    Ok(format!("new {}({})", cx.name_of(ty), values.join(", ")))
}

/// The struct with one of `values` a field. It sets what users do not see, too, and so has to stand in the struct if there is any.
pub(crate) fn of_struct(cx: &Context<'_>, ty: Type, id: StructId, fields: &[Value]) -> Result<String, String> {
    let mut parts = Vec::new();
    for (field, value) in cx.inventory[id].fields.iter().zip(fields) {
        let value = values::literal(cx, field.ty, value)?.into_text();
        let part = if field.visibility == Visibility::Public {
            format!("{} = {value}", cx.naming.field(&field.name))
        } else {
            let stored = cx.stored(field.ty)?;
            let raw = if stored.public == stored.raw { value } else { stored.into.with(&format!("({value})"), "null") };
            format!("{} = {raw}", hidden_storage(&field.name))
        };
        parts.push(part);
    }
    Ok(format!("new {} {{ {} }}", cx.name_of(ty), parts.join(", ")))
}
