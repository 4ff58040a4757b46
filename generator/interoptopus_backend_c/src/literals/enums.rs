//! Values of enums and flags.

use super::numbers::integer;
use crate::types::Types;
use interoptopus::model::{Enum, EnumId, Primitive};

/// The value `value` of the enum `id`: a constant of it, or, of flags, several.
pub(crate) fn literal(types: &Types<'_>, id: EnumId, value: i128) -> Option<String> {
    let Enum { repr, variants, flags, .. } = &types.inventory[id];
    match variants.iter().position(|v| v.value == value) {
        Some(at) => Some(types.names.variant(types.inventory, id, at)),
        None if *flags => Some(set(types, id, *repr, value)),
        None => None,
    }
}

/// The set `value`: its members joined, if they are all of it. A member that is part of another is not named.
fn set(types: &Types<'_>, id: EnumId, repr: Primitive, value: i128) -> String {
    let variants = &types.inventory[id].variants;
    let within = |outer: i128, inner: i128| inner & !outer == 0;
    let members: Vec<usize> = (0..variants.len()).filter(|&at| within(value, variants[at].value)).collect();
    let is_part = |at: usize| {
        let mine = variants[at].value;
        members.iter().any(|&other| other != at && variants[other].value != mine && within(variants[other].value, mine))
    };
    let needed: Vec<usize> = members.iter().copied().filter(|&at| !is_part(at)).collect();
    let joined = needed.iter().fold(0, |all, &at| all | variants[at].value);
    if needed.is_empty() || joined != value {
        return integer(types.names, repr, value);
    }
    let names: Vec<_> = needed.iter().map(|&at| types.names.variant(types.inventory, id, at)).collect();
    format!("({})", names.join(" | "))
}
