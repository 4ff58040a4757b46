//! Symbols are distinct, and nobody else's.

use super::after;

const FUNCTION: &str = "rename it, or say `name = \"…\"` or `#[unsafe(export_name = \"…\")]`";
const METHOD: &str = "rename it, or say `#[unsafe(export_name = \"…\")]`";
const SERVICE: &str = "rename the service, or say `name = \"…\"` on it and on its `impl` block";

#[test]
fn they_are_distinct_among_functions_and_services() {
    let way_out = "rename one, or give it another `export_name`";
    for (symbol, owner) in [
        ("dot", "plotter::dot"),
        ("plotter_recorder_push", "plotter::Recorder::push"),
        ("plotter_recorder_destroy", "plotter::Recorder"),
        ("plotter_recorder_release", "plotter::Recorder"),
    ] {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        assert_eq!(found, [format!("plotter::centroid: the symbol `{symbol}` is also exported for {owner}: {way_out}")]);
    }
}

#[test]
fn those_that_no_linker_takes_are_refused() {
    for symbol in ["", "a b", "a\"b", "a\\b", "a\nb", "größe", "1st", "-x", "a@b"] {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        let why = "linkers take letters of ASCII, digits, `_`, `.`, `-` and `$`";
        assert_eq!(found, [format!("plotter::centroid: `{symbol}` cannot be a symbol, as {why}: {FUNCTION}")]);
    }
    assert_eq!(after(|i| i.functions[1].symbol = "given-by.hand$1".to_owned()), [""; 0]);
}

#[test]
fn what_begins_as_our_own_symbols_is_ours() {
    for symbol in ["plotter_ffi_last_error", "plotter_ffi_build_id", "plotter_ffi_", "plotter_ffi_anything"] {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        let why = "what begins with `plotter_ffi_` is Interoptopus's own";
        assert_eq!(found, [format!("plotter::centroid: its symbol is `{symbol}`, and {why}: {FUNCTION}")]);
    }
    for symbol in ["other_ffi_last_error", "plotter_2_ffi_api_guard", "p_ffi_build_id", "p_ffi_ffi_live_objects"] {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        let other = symbol.rsplit_once("_ffi_").unwrap().0;
        let why = format!("the library `{other}` has a function of Interoptopus's own of that name");
        assert_eq!(found, [format!("plotter::centroid: its symbol is `{symbol}`, and {why}: {FUNCTION}")]);
    }
    for symbol in ["plotter_last_error", "plotter_ffi", "plotter_ffinal", "ffi_last_error", "other_ffi_dot", "_ffi_last_error"] {
        assert_eq!(after(|i| i.functions[1].symbol = symbol.to_owned()), [""; 0]);
    }
}

#[test]
fn those_of_c_libraries_are_refused_wherever_they_come_from() {
    let why = "a function of a C library, of a compiler or of Rust's runtime, which this one would be called in place of";
    for symbol in
        ["close", "write", "free", "memcpy", "remainder", "index", "timer_create", "_exit", "environ", "rust_eh_personality"]
    {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        assert_eq!(found, [format!("plotter::centroid: its symbol `{symbol}` is that of {why}: {FUNCTION}")]);
    }
    let found = after(|i| i.services[0].constructors[0].symbol = "timer_create".to_owned());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(&format!("its symbol `timer_create` is that of {why}: {METHOD}")), "{found:?}");
    let found = after(|i| i.services[0].methods[0].function.symbol = "timer_delete".to_owned());
    assert!(found[0].contains(&format!("its symbol `timer_delete` is that of {why}: {METHOD}")), "{found:?}");
    // A service `Barrier` in a crate `pthread`.
    let found = after(|i| i.services[0].destroy = "pthread_barrier_destroy".to_owned());
    assert_eq!(found, [format!("plotter::Recorder: its symbol `pthread_barrier_destroy` is that of {why}: {SERVICE}")]);
    let found = after(|i| i.services[0].release = Some("malloc".to_owned()));
    assert_eq!(found, [format!("plotter::Recorder: its symbol `malloc` is that of {why}: {SERVICE}")]);
    for symbol in ["__errno_location", "_Unwind_Resume"] {
        let found = after(|i| i.functions[1].symbol = symbol.to_owned());
        let why = "what begins with `__`, or with `_` and a capital letter, belongs to compilers and their libraries";
        assert_eq!(found, [format!("plotter::centroid: its symbol is `{symbol}`, and {why}: {FUNCTION}")]);
    }
}
