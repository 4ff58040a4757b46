//! `INTEROP_REQUIRE`: the tools that must be there, so that nothing is ignored where nothing may be.

use crate::{Error, Lookup, Tool};
use std::collections::BTreeSet;

/// The tools that `INTEROP_REQUIRE=gcc,dotnet,python` demands; `all` demands every one, and unset none.
///
/// # Errors
/// [`Error::UnknownTool`] for a name that is none, since a misspelt demand would be met by anything.
pub fn required_tools() -> Result<BTreeSet<Tool>, Error> {
    required_in(&Lookup::from_process())
}

fn required_in(lookup: &Lookup) -> Result<BTreeSet<Tool>, Error> {
    let Some(demand) = lookup.variable("INTEROP_REQUIRE") else { return Ok(BTreeSet::new()) };
    let demand = demand.to_string_lossy();
    let names = demand.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty());
    let mut tools = BTreeSet::new();
    for name in names {
        match name {
            "all" => tools.extend(Tool::ALL),
            name => _ = tools.insert(name.parse()?),
        }
    }
    Ok(tools)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_separated_by_commas() {
        let tools = required_in(&Lookup::of([("INTEROP_REQUIRE", "gcc, python,")])).unwrap();
        assert_eq!(tools, BTreeSet::from([Tool::Gcc, Tool::Python]));
        assert_eq!(required_in(&Lookup::of([("INTEROP_REQUIRE", "all")])).unwrap().len(), Tool::ALL.len());
        assert!(required_in(&Lookup::of([("INTEROP_REQUIRE", "")])).unwrap().is_empty());
    }

    #[test]
    fn a_misspelt_demand_is_refused() {
        let error = required_in(&Lookup::of([("INTEROP_REQUIRE", "gcc,pyhton")])).unwrap_err().to_string();
        assert!(error.contains("pyhton") && error.contains("python"), "{error}");
    }
}
