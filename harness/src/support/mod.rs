//! `support::…`: for each construct and each language, a foreign test that proves it, or why there can be none.
//!
//! A construct is a module of the library: the second part of its items' paths. Its foreign tests are in the file of its name.

mod cell;
mod table;

use crate::Failure;
use crate::context::Context;
use crate::discover::TestFile;
use crate::language::{Column, Language, Toolchain};
use crate::plan::Plan;
use crate::stage::Stage;
use cell::Cell;
use interoptopus::Inventory;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// `support::<column>`, of all languages that were added.
pub(crate) fn of_all(plan: &mut Plan) {
    for part in plan.support.clone() {
        plan.trial(format!("support::{}", part.column.id), move |context| has_no_empty_cell(context, &part));
    }
}

/// What is known of one column when trials are listed.
pub(crate) struct Part {
    pub(crate) language: Arc<dyn Language>,
    pub(crate) column: Column,
    /// Those of the column.
    pub(crate) toolchains: Vec<Arc<dyn Toolchain>>,
    pub(crate) files: Vec<TestFile>,
    /// Where the files are, as people should read it.
    pub(crate) folder: String,
    /// By construct.
    pub(crate) cells: Stage<BTreeMap<String, Cell>>,
}

impl Part {
    /// The column's cells, which are worked out once.
    fn cells(&self, context: &Context) -> Result<&BTreeMap<String, Cell>, Failure> {
        self.cells.get(|| {
            let cell = |construct: String| Ok((construct.clone(), cell::of(self, &context.inventory, &construct)?));
            constructs(&context.inventory).into_iter().map(cell).collect()
        })
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

/// The whole matrix, as a page to be read.
pub(crate) fn page(context: &Context, parts: &[Arc<Part>]) -> Result<String, Failure> {
    let columns: Vec<_> = parts.iter().map(|part| Ok((&part.column, part.cells(context)?))).collect::<Result<_, Failure>>()?;
    Ok(table::page(&context.inventory.library, &constructs(&context.inventory), &columns))
}

/// The modules that have items.
fn constructs(inventory: &Inventory) -> BTreeSet<String> {
    inventory.items().filter_map(|item| construct_of(item.path())).map(str::to_owned).collect()
}

/// The second part of a path such as `my_lib::shapes::Pair<u8, f32>`; of an item beside all modules, the library.
fn construct_of(path: &str) -> Option<&str> {
    let path = path.split('<').next().unwrap_or(path);
    let mut parts = path.split("::");
    let (library, second) = (parts.next()?, parts.next()?);
    Some(if parts.next().is_some() { second } else { library })
}

#[cfg(test)]
mod tests {
    use super::construct_of;

    #[test]
    fn a_construct_is_the_second_part_of_a_path() {
        assert_eq!(construct_of("my_lib::shapes::Pair<u8, other::F32>"), Some("shapes"));
        assert_eq!(construct_of("my_lib::shapes::deep::area"), Some("shapes"));
        assert_eq!(construct_of("my_lib::Pair<u8, other::F32>"), Some("my_lib"));
        assert_eq!(construct_of("extern fn(u32)"), None, "what nobody named is no item of a module");
    }
}
