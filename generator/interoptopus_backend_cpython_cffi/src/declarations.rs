//! What cffi is told of the library, as statements.

use crate::c_types;
use crate::cdef::{self, Part};
use crate::marshal::Context;

/// `ffi` itself.
pub(crate) fn ffi(cx: &Context<'_>) -> String {
    let [any, ffi] = ["Any", "FFI"].map(|name| cx.names.python(name));
    format!("ffi: {any} = {ffi}()\n\"\"\"The declarations of the library, for use with `lib`.\"\"\"")
}

/// All declarations.
pub(crate) fn text(cx: &Context<'_>) -> String {
    let first = c_types::declaration(cx.inventory).map(Part::Statement);
    let parts: Vec<String> = first.into_iter().chain(cdef::parts(cx.inventory)).map(|part| statement(&part)).collect();
    parts.join("\n\n")
}

fn statement(part: &Part) -> String {
    match part {
        Part::Statement(lines) => lines.join("\n"),
        Part::Lines(packed, lines) => {
            let lines: String = lines.iter().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
            match packed {
                None => format!("ffi.cdef(\n    \"\"\"\n{lines}    \"\"\"\n)"),
                Some(most) => format!("ffi.cdef(\n    \"\"\"\n{lines}    \"\"\",\n    pack={most},\n)"),
            }
        }
    }
}
