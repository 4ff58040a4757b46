//! Which fields can be negative: what the layouts of foreign languages must agree on besides sizes and offsets.

use interoptopus::model::{self, Declared, Field, Inventory, Pattern, Type, TypeKind};
use std::collections::HashMap;

/// Whether a field can be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Every language can tell.
    Of(bool),
    /// Some languages have a type for it of which nobody can tell.
    IfTold(bool),
}

/// The fields of `ty` that are integers or enums, by their names in its layout.
pub(crate) fn signs(inventory: &Inventory, ty: Type) -> HashMap<String, Sign> {
    let of = |fields: &[Field], case: &str| -> Vec<_> {
        fields.iter().filter_map(|f| Some((format!("{case}{}", f.name), sign(inventory, f.ty)?))).collect()
    };
    let pattern = |fields: &[(&str, Option<Sign>)]| -> Vec<_> {
        fields.iter().filter_map(|(name, sign)| Some(((*name).to_owned(), sign.map(if_told)?))).collect()
    };
    let kind = inventory.kind(ty);
    let of_pattern = kind.pattern().map_or_else(Vec::new, |found| match found {
        Pattern::Slice | Pattern::Str | Pattern::Owned => pattern(&[("len", Some(Sign::Of(false)))]),
        Pattern::Option { value } => pattern(&[("value", sign(inventory, value))]),
        Pattern::Outcome { value } => pattern(&[("status", Some(Sign::Of(true))), ("value", sign(inventory, value))]),
    });
    let declared = match kind.declared() {
        Some(Declared::Struct(id)) => of(&inventory[id].fields, ""),
        Some(Declared::Union(id)) => of(&inventory[id].fields, ""),
        Some(Declared::Tagged(id)) => {
            let cases = inventory[id].cases.iter().flat_map(|case| of(&case.fields, &format!("{}.", case.name)));
            cases.chain([("tag".to_owned(), Sign::Of(inventory[id].repr.is_signed()))]).collect()
        }
        Some(Declared::Enum(_) | Declared::Opaque(_) | Declared::Callback(_) | Declared::Service(_)) | None => Vec::new(),
    };
    declared.into_iter().chain(of_pattern).collect()
}

fn if_told(sign: Sign) -> Sign {
    match sign {
        Sign::Of(signed) | Sign::IfTold(signed) => Sign::IfTold(signed),
    }
}

fn sign(inventory: &Inventory, ty: Type) -> Option<Sign> {
    let number = model::scalar(inventory, ty).filter(|number| number.is_integer())?;
    let is_told = number.is_repr() && !matches!(inventory.kind(ty), TypeKind::NonZero { .. });
    Some(if is_told { Sign::Of(number.is_signed()) } else { Sign::IfTold(number.is_signed()) })
}
