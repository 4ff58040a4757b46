//! One cell of the support matrix.

use super::{Part, construct_of};
use crate::Failure;
use crate::discover::TestFile;
use crate::expressible::expressible;
use crate::language::Toolchain;
use interoptopus::model::ItemRef;
use interoptopus::{Checked, Inventory, Refusal};

/// What a language makes of a construct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// It has it, but for what is refused.
    Supported {
        /// A test that runs on every toolchain of the column.
        test: String,
        /// How many such tests there are besides.
        more: usize,
        /// What of the construct the language cannot express.
        except: Vec<Refusal>,
    },
    /// It cannot have it.
    Refused(Vec<Refusal>),
    /// Nobody knows, and why.
    Empty(String),
}

pub(super) fn of(part: &Part, inventory: &Checked, construct: &str) -> Result<Cell, Failure> {
    let belongs = |item: &ItemRef<'_>| construct_of(item.path()) == Some(construct);
    let alone = Inventory::clone(inventory).filter(belongs);
    let alone = alone.check().map_err(|problems| Failure::new(format!("`{construct}` alone is not valid: {problems}")))?;
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
