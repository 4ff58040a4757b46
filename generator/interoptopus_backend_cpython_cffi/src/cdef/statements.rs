//! The declarations of a library, as statements of Python.

use super::characters;
use super::definitions::{self, Part};
use crate::names::Names;
use interoptopus::Checked;

/// `ffi` itself.
pub(crate) fn ffi(names: &Names) -> String {
    let [any, ffi] = ["Any", "FFI"].map(|name| names.python(name));
    format!("ffi: {any} = {ffi}()\n\"\"\"The declarations of the library, for use with `lib`.\"\"\"")
}

/// All declarations.
pub(crate) fn text(inventory: &Checked) -> String {
    let first = characters::declaration(inventory).map(Part::Statement);
    let parts: Vec<String> = first.into_iter().chain(definitions::parts(inventory)).map(|part| statement(&part)).collect();
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
