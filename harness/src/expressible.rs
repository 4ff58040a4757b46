//! The part of an inventory that a language can express, and the reasons for the rest.

use crate::language::{Column, Language};
use interoptopus::model::ItemRef;
use interoptopus::{Checked, Refusal, Refused, omitting};

/// As much of `inventory` as the bindings of `column` can have, and everything else with its reason.
pub(crate) fn expressible(
    language: &dyn Language,
    column: &Column,
    inventory: &Checked,
) -> Result<(Checked, Vec<Refusal>), Refused> {
    let express = |rest: &Checked| match language.express(rest, column) {
        Ok(()) => Ok(rest.clone()),
        Err(Refused { language, items }) => {
            Err(Refused { language, items: items.into_iter().map(|refusal| of_an_item(rest, refusal)).collect() })
        }
    };
    omitting(inventory, express)
}

/// A field or a variant cannot be left out: its type has to go.
fn of_an_item(inventory: &Checked, refusal: Refusal) -> Refusal {
    let Refusal { item, reason } = refusal;
    let functions = inventory.all_functions().map(|(_, function)| function.path.as_str());
    let mut all = inventory.items().map(ItemRef::path).chain(functions);
    let is_whole = all.any(|path| path == item) || inventory.types().any(|ty| inventory.type_name(ty) == item);
    let within = |whole: &&str| item.strip_prefix(whole).is_some_and(|rest| rest.starts_with("::"));
    match inventory.items().map(ItemRef::path).filter(within).max_by_key(|path| path.len()) {
        Some(whole) if !is_whole => Refusal { item: whole.to_owned(), reason: format!("{}: {reason}", &item[whole.len() + 2..]) },
        Some(_) | None => Refusal { item, reason },
    }
}
