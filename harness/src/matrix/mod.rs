//! The support matrix: what each language has of each construct.
//!
//! A construct is a module of the library: the second part of its items' paths. Its foreign tests are in the file of its name.

mod cell;
mod constructs;
mod part;
mod table;

pub(crate) use cell::Cell;
pub(crate) use part::Part;

use crate::context::Context;
use crate::failure::Failure;
use std::sync::Arc;

/// The whole matrix, as a page to be read.
pub(crate) fn page(context: &Context, parts: &[Arc<Part>]) -> Result<String, Failure> {
    let columns: Vec<_> = parts.iter().map(|part| Ok((&part.column, part.cells(context)?))).collect::<Result<_, Failure>>()?;
    Ok(table::page(&context.inventory.library, &constructs::of(&context.inventory), &columns))
}
