//! `support::…`: for each construct and each language, a foreign test that proves it, or why there can be none.

use crate::context::Context;
use crate::failure::Failure;
use crate::matrix::{Cell, Part};
use crate::plan::Plan;

/// `support::<column>`, of all languages that were added.
pub(crate) fn of_all(plan: &mut Plan) {
    for part in plan.support.clone() {
        plan.trial(format!("support::{}", part.column.id), move |context| has_no_empty_cell(context, &part));
    }
}

/// No cell is empty.
fn has_no_empty_cell(context: &Context, part: &Part) -> Result<(), Failure> {
    let empty = part.cells(context)?.iter().filter_map(|(construct, cell)| match cell {
        Cell::Empty(reason) => Some(format!("  {construct}: {reason}")),
        Cell::Supported { .. } | Cell::Refused(_) => None,
    });
    let empty: Vec<_> = empty.collect();
    match empty.len() {
        0 => Ok(()),
        n => Err(Failure::new(format!(
            "{n} construct(s) are neither proven nor refused in {}\n{}",
            part.column.title,
            empty.join("\n")
        ))),
    }
}
