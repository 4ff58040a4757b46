//! `symbols::…`: what the inventory lists is exported, and what is exported is listed.

use crate::context::Context;
use crate::failure::Failure;
use crate::plan::Plan;

/// `symbols::<function>`, and that no symbol is forgotten.
pub(crate) fn of_library(plan: &mut Plan) {
    for symbol in plan.context.inventory.symbols() {
        plan.trial(format!("symbols::{symbol}"), move |context| is_exported(context, &symbol));
    }
    let also = plan.also_exports.clone();
    plan.trial("symbols::nothing_forgotten".to_owned(), move |context| nothing_forgotten(context, &also));
}

fn is_exported(context: &Context, symbol: &str) -> Result<(), Failure> {
    let cdylib = context.cdylib()?;
    if cdylib.exports.iter().any(|export| export == symbol) {
        return Ok(());
    }
    let library = &context.inventory.library;
    Err(Failure::new(format!("`{symbol}` is in the inventory of `{library}`, and its library does not export it")))
}

fn nothing_forgotten(context: &Context, also: &[String]) -> Result<(), Failure> {
    let listed = context.inventory.symbols();
    let forgotten = forgotten(&context.cdylib()?.exports, &listed, also);
    if forgotten.is_empty() {
        return Ok(());
    }
    let lines: Vec<_> = forgotten
        .iter()
        .map(|symbol| format!("  `{symbol}` is exported, but not in the inventory: list it in inventory!"))
        .collect();
    let hint = "what is exported on purpose for others is named by `Suite::also_exports`";
    Err(Failure::new(format!("{} function(s) have no bindings\n{}\n{hint}", forgotten.len(), lines.join("\n"))))
}

fn forgotten<'a>(exports: &'a [String], listed: &[String], also: &[String]) -> Vec<&'a String> {
    exports.iter().filter(|export| !listed.contains(export) && !also.contains(export) && !of_the_toolchain(export)).collect()
}

/// Exports that come from linkers and Rust's runtime.
fn of_the_toolchain(symbol: &str) -> bool {
    const NAMES: [&str; 9] =
        ["_init", "_fini", "_edata", "_end", "__bss_start", "_etext", "rust_eh_personality", "DllMain", "_DllMainCRTStartup"];
    NAMES.contains(&symbol) || symbol.starts_with("__rust") || symbol.starts_with("_R") || symbol.starts_with("_ZN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_named_is_forgotten() {
        let strings = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>();
        let exports = strings(&["_init", "add", "hook", "sub"]);
        assert_eq!(forgotten(&exports, &strings(&["add"]), &strings(&["hook"])), ["sub"]);
    }
}
