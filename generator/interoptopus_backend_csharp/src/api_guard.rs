//! The API guard: bindings refuse a library that they were not made for, before the first call.

use crate::context::Context;
use crate::dialect::Dialect;
use crate::natives::Lowered;
use crate::value_types;
use interoptopus::Writer;
use interoptopus::model::Own;

/// The functions that every library has, by names that no inventory changes. Nothing asks for the build.
pub(crate) fn natives(cx: &Context<'_>) -> Vec<Lowered> {
    let (length, buffer) = (cx.dialect.length(), cx.dialect.pick("byte* buffer", "[Out] byte[] buffer"));
    let declared = |own: Own| {
        let (returns, parameters) = match own {
            Own::ApiGuard => ("ulong", Vec::new()),
            Own::BuildId => return None,
            Own::LastError => (length, vec![buffer.to_owned(), format!("{length} capacity")]),
            Own::LiveObjects => (length, Vec::new()),
        };
        Some(Lowered::new(own.name(), cx.inventory.own_symbol(own), returns, &parameters))
    };
    Own::ALL.into_iter().filter_map(declared).collect()
}

/// The inside of a string of C#.
pub(crate) fn literal(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        // C# ends a line at some, and others turn the text around it.
        c if c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer) {
    let library = format!("private const string Library = \"{}\";", literal(&cx.library));
    match cx.dialect {
        Dialect::DotNet => w.line(library),
        Dialect::Unity => {
            // Platforms on which there are no dynamic libraries.
            w.line("#if (UNITY_IOS || UNITY_TVOS || UNITY_VISIONOS || UNITY_WEBGL) && !UNITY_EDITOR");
            w.line("private const string Library = \"__Internal\";");
            w.line("#else");
            w.line(library);
            w.line("#endif");
        }
    }
    w.line(format!("private const ulong ApiGuard = 0x{:016x};", cx.inventory.api_guard()));
    w.blank();
    w.line("// A wrong library is a TypeInitializationException with the reason inside, as a missing one is.");
    value_types::open(w, "static Native()", |w| {
        w.line("ulong found = api_guard();");
        value_types::open(w, "if (found != ApiGuard)", |w| {
            w.line("throw new InteropException(");
            w.indented(|w| {
                w.line("$\"The library `{Library}` that was loaded has the ABI {found:x16}, these bindings were made for {ApiGuard:x16}: \"");
                w.line("+ \"use the bindings and the library of one build.\");");
            });
        });
    });
}
