//! Measurements of types by foreign languages: what a layout probe prints, and the cache of it.

use crate::context::Context;
use crate::failure::Failure;
use interoptopus::model::{self, Inventory, Type};
use interoptopus_toolchain::Key;
use serde::Deserialize;
use std::path::Path;

/// One measurement: of a type, or of one of its fields.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The type, as `model::type_name` calls it.
    #[serde(rename = "type")]
    pub ty: String,
    /// The field, as the model calls it; none for the type itself.
    pub field: Option<String>,
    /// The field's distance in bytes from the start of the type.
    pub offset: Option<usize>,
    /// Size in bytes.
    pub size: usize,
    /// The type's alignment in bytes.
    pub align: Option<usize>,
    /// For integers and enums, whether they can be negative.
    pub signed: Option<bool>,
}

/// The measurements that a layout probe printed.
///
/// # Errors
/// The line that is no measurement.
pub fn parse(printed: &str) -> Result<Vec<Measured>, Failure> {
    let lines = printed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            serde_json::from_str(line).map_err(|error| Failure::new(format!("the layout probe printed `{line}`: {error}")))
        })
        .collect()
}

/// The measurements of `probe`, from the cache where they are in it: they depend on the parts of `key` alone.
///
/// # Errors
/// If the probe cannot be built or run, or prints what is no measurement.
pub fn measured(
    context: &Context,
    toolchain: &str,
    key: Key,
    probe: impl FnOnce(&Path) -> Result<String, Failure>,
) -> Result<Vec<Measured>, Failure> {
    const FILE: &str = "layouts.jsonl";
    let directory = context.cache.get_or_build::<Failure>(&format!("{toolchain}-layouts"), key, |directory| {
        std::fs::write(directory.join(FILE), probe(directory)?).map_err(Failure::io("keep what the layout probe printed"))
    })?;
    parse(&std::fs::read_to_string(directory.join(FILE)).map_err(Failure::io("read what the layout probe printed"))?)
}

/// The types among `types` that have a layout, by their names.
#[must_use]
pub fn names(inventory: &Inventory, types: &[Type]) -> Vec<String> {
    types.iter().filter(|&&ty| inventory.layout(ty).is_some()).map(|&ty| model::type_name(inventory, ty)).collect()
}
