//! `INTEROP_REQUIRE`: the tools that must be there, so that nothing is ignored where nothing may be; and `INTEROP_WITHOUT`: those to go without.

use crate::lookup::Lookup;
use crate::outcome::Error;
use crate::tool::Tool;
use std::collections::BTreeSet;

/// The tools that `INTEROP_REQUIRE=gcc,dotnet,python` demands; `all` demands every one, and unset none.
///
/// # Errors
/// [`Error::UnknownTool`] for a name that is none, since a misspelt demand would be met by anything.
pub fn required_tools() -> Result<BTreeSet<Tool>, Error> {
    required_in(&Lookup::from_process())
}

/// The tools that `INTEROP_WITHOUT=valgrind` goes without, for who is in a hurry or on a machine that does not let one work.
///
/// # Errors
/// [`Error::UnknownTool`] for a name that is none.
pub fn unwanted_tools() -> Result<BTreeSet<Tool>, Error> {
    tools_in(&Lookup::from_process(), "INTEROP_WITHOUT")
}

/// A tool for a test that can do without it: none where it is missing and `INTEROP_REQUIRE` does not name it. Then this says on standard
/// error that the test is skipped, since it will be counted as passed.
///
/// ```
/// use interoptopus_toolchain::{Python, unless_missing};
///
/// # fn main() -> Result<(), interoptopus_toolchain::Error> {
/// let Some(python) = unless_missing(Python::find())? else { return Ok(()) };
/// assert_eq!(python.code("print(1 + 1)").check()?.stdout.trim(), "2");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// Any other fault of the tool; that it is missing, where it is required; and a demand that names no tool.
pub fn unless_missing<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    unless_missing_in(&Lookup::from_process(), found)
}

fn unless_missing_in<T>(lookup: &Lookup, found: Result<T, Error>) -> Result<Option<T>, Error> {
    let required = required_in(lookup)?;
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::Missing { tool, reason, install }) if required.contains(&tool) => {
            Err(Error::Missing { tool, reason: format!("{reason}, and INTEROP_REQUIRE names it"), install })
        }
        Err(missing @ Error::Missing { .. }) => {
            eprintln!("skipped: {missing}");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn required_in(lookup: &Lookup) -> Result<BTreeSet<Tool>, Error> {
    tools_in(lookup, "INTEROP_REQUIRE")
}

fn tools_in(lookup: &Lookup, variable: &str) -> Result<BTreeSet<Tool>, Error> {
    let Some(demand) = lookup.variable(variable) else { return Ok(BTreeSet::new()) };
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
    use crate::found::Found;

    #[test]
    fn tools_are_separated_by_commas() {
        let tools = required_in(&Lookup::of([("INTEROP_REQUIRE", "gcc, python,")])).unwrap();
        assert_eq!(tools, BTreeSet::from([Tool::Gcc, Tool::Python]));
        assert_eq!(required_in(&Lookup::of([("INTEROP_REQUIRE", "all")])).unwrap().len(), Tool::ALL.len());
        assert!(required_in(&Lookup::of([("INTEROP_REQUIRE", "")])).unwrap().is_empty());
    }

    #[test]
    fn a_test_goes_without_a_tool_that_is_missing_and_not_required() {
        let nowhere = Lookup::of([("PATH", "/nowhere"), ("HOME", "/nowhere")]);
        for tool in Tool::ALL {
            let missing = || Found::find_in(tool, &nowhere);
            let asked = |demand: &str| unless_missing_in(&Lookup::of([("INTEROP_REQUIRE", demand)]), missing());
            assert!(asked("").unwrap().is_none());
            let error = asked("all").unwrap_err().to_string();
            assert!(error.contains("INTEROP_REQUIRE") && error.contains(tool.install_command()), "{error}");
            assert!(asked(tool.name()).is_err() && asked("pyhton").is_err());
        }
    }

    #[test]
    fn a_tool_that_is_there_and_cannot_be_used_is_no_reason_to_skip() {
        let unusable: Result<(), _> = Err(Error::unusable(Tool::Python, "it has no cffi".to_owned(), None));
        assert!(unless_missing_in(&Lookup::of([("INTEROP_REQUIRE", "")]), unusable).is_err());
        assert_eq!(unless_missing_in(&Lookup::of([("INTEROP_REQUIRE", "")]), Ok(1)).unwrap(), Some(1));
    }

    #[test]
    fn a_misspelt_demand_is_refused() {
        let error = required_in(&Lookup::of([("INTEROP_REQUIRE", "gcc,pyhton")])).unwrap_err().to_string();
        assert!(error.contains("pyhton") && error.contains("python"), "{error}");
    }
}
