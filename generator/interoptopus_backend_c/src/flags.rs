//! Flags: enums whose values are sets, of which the constants are the members.

use crate::literals;
use crate::marshal::Marshal;
use interoptopus::model::{EnumId, Primitive};

/// What may be passed.
pub(crate) const VALUES: &str = "a set, 0 or any of the values below, joined by `|`.";

/// The set `value`: its members joined, if they are all of it. A member that is part of another is not named.
pub(crate) fn literal(marshal: &Marshal<'_>, id: EnumId, repr: Primitive, value: i128) -> String {
    let variants = &marshal.inventory[id].variants;
    let within = |outer: i128, inner: i128| inner & !outer == 0;
    let members: Vec<usize> = (0..variants.len()).filter(|&at| within(value, variants[at].value)).collect();
    let is_part = |at: usize| {
        let mine = variants[at].value;
        members.iter().any(|&other| other != at && variants[other].value != mine && within(variants[other].value, mine))
    };
    let needed: Vec<usize> = members.iter().copied().filter(|&at| !is_part(at)).collect();
    let joined = needed.iter().fold(0, |all, &at| all | variants[at].value);
    if needed.is_empty() || joined != value {
        return literals::integer(marshal.names, repr, value);
    }
    let names: Vec<_> = needed.iter().map(|&at| marshal.names.variant(marshal.inventory, id, at)).collect();
    format!("({})", names.join(" | "))
}
