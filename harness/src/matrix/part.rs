//! One column of the support matrix, and what decides its cells.

use super::cell::Cell;
use super::constructs;
use crate::context::Context;
use crate::discover::TestFile;
use crate::expressible::expressible;
use crate::failure::Failure;
use crate::language::{Column, Language, Toolchain};
use crate::stage::Stage;
use interoptopus::model::{self, ItemRef};
use interoptopus::{Checked, Inventory, Refusal};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One column, as it is known when trials are listed.
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
    pub(crate) fn cells(&self, context: &Context) -> Result<&BTreeMap<String, Cell>, Failure> {
        self.cells.get(|| {
            let of = |construct: String| Ok((construct.clone(), cell(self, &context.inventory, &construct)?));
            constructs::of(&context.inventory).into_iter().map(of).collect()
        })
    }
}

/// The cell of a construct.
fn cell(part: &Part, inventory: &Checked, construct: &str) -> Result<Cell, Failure> {
    let belongs = |item: &ItemRef<'_>| constructs::of_path(item.path()) == Some(construct);
    let alone = model::filter(Inventory::clone(inventory), belongs);
    let alone = Checked::new(alone).map_err(|problems| Failure::new(format!("`{construct}` alone is not valid: {problems}")))?;
    let (rest, refusals) = match expressible(&*part.language, &part.column, &alone) {
        Ok(expressed) => expressed,
        Err(refused) => return Ok(Cell::Empty(refused.to_string())),
    };
    // Types of which nothing can be called are not worth having.
    let can_be_used = |inventory: &Inventory| {
        let mut own = inventory.items().filter(belongs);
        own.any(|item| matches!(item, ItemRef::Constant(_) | ItemRef::Function(_) | ItemRef::Service(_)))
    };
    let has_types = |inventory: &Inventory| inventory.items().any(|item| belongs(&item));
    if if can_be_used(&alone) { can_be_used(&rest) } else { has_types(&rest) } {
        Ok(proven(part, construct, refusals))
    } else {
        Ok(Cell::Refused(refusals))
    }
}

/// By the tests in the construct's file that every toolchain of the column runs.
fn proven(part: &Part, construct: &str, except: Vec<Refusal>) -> Cell {
    let name = format!("{}/{construct}.{}", part.folder, part.language.extension());
    let Some(file) = part.files.iter().find(|file| file.stem == construct) else {
        return Cell::Empty(format!("there is no {name}"));
    };
    let mut common: Option<Vec<String>> = None;
    for toolchain in &part.toolchains {
        let tests = tests(&**toolchain, file);
        if tests.is_empty() {
            return Cell::Empty(format!("{name} has no test that runs on {}", toolchain.name()));
        }
        let both = |common: Vec<String>| common.into_iter().filter(|test| tests.contains(test)).collect();
        common = Some(common.map_or_else(|| tests.clone(), both));
    }
    match common.unwrap_or_default().split_first() {
        Some((test, others)) => Cell::Supported { test: test.clone(), more: others.len(), except },
        None => Cell::Empty(format!("{name} has no test that runs on every one of {}", part.column.toolchains.join(", "))),
    }
}

/// The tests that can pass.
fn tests(toolchain: &dyn Toolchain, file: &TestFile) -> Vec<String> {
    if file.directives.defect.is_some() {
        return Vec::new();
    }
    let tests = toolchain.tests_in(&file.text).into_iter();
    tests.filter(|test| test.defect.is_none()).map(|test| test.name).collect()
}
