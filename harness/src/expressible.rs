//! The part of an inventory that a language can express, and the reasons for the rest.

use crate::language::{Column, Language};
use interoptopus::{Checked, Refusal, Refused, omitting};

/// As much of `inventory` as the bindings of `column` can have, and everything else with its reason.
pub(crate) fn expressible(
    language: &dyn Language,
    column: &Column,
    inventory: &Checked,
) -> Result<(Checked, Vec<Refusal>), Refused> {
    let express = |rest: &Checked| match language.express(rest, column) {
        Ok(()) => Ok(rest.clone()),
        Err(Refused { language, items }) => Err(Refused { language, items: items.into_iter().map(with_part).collect() }),
    };
    omitting(inventory, express)
}

/// The same with the field, the variant or the parameter in the reason, as the whole item is left out.
fn with_part(Refusal { item, reason }: Refusal) -> Refusal {
    let reason = if item.part_name().is_empty() { reason } else { format!("{}: {reason}", item.part_name()) };
    Refusal { item, reason }
}
