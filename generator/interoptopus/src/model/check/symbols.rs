//! Symbols: one for each exported function, which no other library in the process has.

use super::found::Found;
use super::names::distinct;
use crate::model::builtins::{BUILTIN, Builtin};
use crate::model::inventory::Inventory;
use crate::model::items::{Head, Service};
use crate::names::{is_in_c_libraries, is_reserved_in_c};

/// A symbol, and the item that is exported as that.
struct Exported<'a> {
    symbol: &'a str,
    path: &'a str,
    /// The way to get another one.
    way_out: &'static str,
}

const OF_FUNCTION: &str = "rename it, or say `name = \"…\"` or `#[unsafe(export_name = \"…\")]`";
const OF_METHOD: &str = "rename it, or say `#[unsafe(export_name = \"…\")]`";
const OF_SERVICE: &str = "rename the service, or say `name = \"…\"` on it and on its `impl` block";

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    let all = exported(inventory);
    distinct(found, all.iter().map(|e| (e.symbol, e.path)), |symbol, first| {
        format!("the symbol `{symbol}` is also exported for {first}: rename one, or give it another `export_name`")
    });
    let own = inventory.builtin_prefix();
    for Exported { symbol, path, way_out } in all {
        if !is_symbol(symbol) {
            let why = "linkers take letters of ASCII, digits, `_`, `.`, `-` and `$`";
            found.add(path, format!("`{symbol}` cannot be a symbol, as {why}: {way_out}"));
        } else if symbol.starts_with(&own) {
            found.add(path, format!("its symbol is `{symbol}`, and what begins with `{own}` is Interoptopus's own: {way_out}"));
        } else if let Some(other) = library_with(symbol) {
            let why = format!("the library `{other}` has a function of Interoptopus's own of that name");
            found.add(path, format!("its symbol is `{symbol}`, and {why}: {way_out}"));
        } else if is_reserved_in_c(symbol) {
            let why = "what begins with `__`, or with `_` and a capital letter, belongs to compilers and their libraries";
            found.add(path, format!("its symbol is `{symbol}`, and {why}: {way_out}"));
        } else if is_in_c_libraries(symbol) {
            let why = "a function of a C library, of a compiler or of Rust's runtime, which this one would be called in place of";
            found.add(path, format!("its symbol `{symbol}` is that of {why}: {way_out}"));
        }
    }
}

/// The library that has `symbol` for itself: one of a crate `plotter_ffi` may be that of a crate `plotter`.
fn library_with(symbol: &str) -> Option<&str> {
    Builtin::ALL
        .iter()
        .find_map(|own| symbol.strip_suffix(own.name())?.strip_suffix(BUILTIN))
        .filter(|library| !library.is_empty())
}

fn exported(inventory: &Inventory) -> Vec<Exported<'_>> {
    let mut all = Vec::new();
    for Service { head: Head { path, .. }, constructors, methods, destroy, release, .. } in &inventory.services {
        let functions = constructors.iter().chain(methods.iter().map(|m| &m.function));
        all.extend(functions.map(|f| Exported { symbol: &f.symbol, path: &f.head.path, way_out: OF_METHOD }));
        all.extend([destroy].into_iter().chain(release).map(|symbol| Exported { symbol, path, way_out: OF_SERVICE }));
    }
    all.extend(inventory.functions.iter().map(|f| Exported { symbol: &f.symbol, path: &f.head.path, way_out: OF_FUNCTION }));
    all
}

fn is_symbol(symbol: &str) -> bool {
    let first = |c: char| c.is_ascii_alphabetic() || c == '_';
    symbol.starts_with(first) && symbol.chars().all(|c| first(c) || c.is_ascii_digit() || matches!(c, '.' | '-' | '$'))
}
