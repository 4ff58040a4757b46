//! Proof that bindings for the public can be cut from the inventory: without anything internal, strict, and good for the same library.

use crate::child::{self, Verdict};
use crate::{languages, toolchains};
use interoptopus::model;
use interoptopus::{Checked, Inventory};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};

/// What they must pass besides the layouts: something of each language.
const PASSES: [&str; 4] = ["symbols::nothing_forgotten", "build::clang::cxx11", "build::dotnet::strict", "build::python::mypy"];

fn inventory() -> Inventory {
    model::filter(reference_project::ffi_inventory(), |item| item.is_public())
}

/// The suite of the public's bindings.
pub(crate) fn suite() -> Suite {
    // The library exports what is internal, too. The whole's foreign tests test that, and there are no others.
    Suite::new(inventory()).also_exports(reference_project::ffi_inventory().symbols()).tests("lang_tests/public")
}

pub(crate) fn trials() -> Vec<Trial> {
    let layouts = toolchains::measuring().into_iter().map(|toolchain| format!("layout::{toolchain}::Sealed"));
    let all = PASSES.map(str::to_owned).into_iter().chain(layouts);
    let pass = all.map(|trial| crate::trial(format!("public::{trial}"), move || passes(&trial)));
    pass.chain([crate::trial("public::has_nothing_internal".to_owned(), has_nothing_internal)]).collect()
}

fn passes(trial: &str) -> Result<(), Failed> {
    let report = child::report(child::this("public")?.args(["--exact", trial]))?;
    match report.trials.get(trial) {
        // The suite has said which tool is not installed.
        Some(Verdict::Ok | Verdict::Ignored) => Ok(()),
        other => Err(format!("{trial} should pass with the public's bindings: {other:?}\n{report}").into()),
    }
}

/// Each language calls a function by its symbol.
fn has_nothing_internal() -> Result<(), Failed> {
    let (whole, public) = (Checked::new(reference_project::ffi_inventory())?, Checked::new(inventory())?);
    let internal: Vec<_> = whole.symbols().into_iter().filter(|symbol| !public.symbols().contains(symbol)).collect();
    if internal.is_empty() {
        return Err("the reference project has no internal function any more".into());
    }
    for language in languages::all() {
        let text = |inventory: &Checked| -> Result<String, Failed> {
            let columns = language.columns();
            let emissions = columns.iter().map(|column| language.emit(inventory, column)).collect::<Result<Vec<_>, _>>()?;
            Ok(emissions.into_iter().flat_map(|emission| emission.bindings).map(|bindings| bindings.text).collect())
        };
        let (all, some) = (text(&whole)?, text(&public)?);
        for symbol in &internal {
            let name = language.name();
            if !has_word(&all, symbol) {
                return Err(format!("`{symbol}` should be in all bindings of {name}").into());
            }
            if has_word(&some, symbol) {
                return Err(format!("`{symbol}` should not be in the public's bindings of {name}").into());
            }
        }
    }
    Ok(())
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|other| other == word)
}
