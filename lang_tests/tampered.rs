//! Proof that wrong bindings are noticed: exchanged fields, widened types and a foreign API guard, in a copy of each generated file.

use crate::child::{self, Report, Verdict};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};

/// A change to a generated file.
struct Edit {
    name: &'static str,
    /// The file.
    file: &'static str,
    /// The toolchains that are given this file.
    toolchains: &'static [&'static str],
    /// Where the changes begin.
    from: &'static str,
    /// What is replaced by what, in this order, once each.
    changes: &'static [(&'static str, &'static str)],
    notices: Notices,
}

/// What must fail.
#[derive(Clone, Copy)]
enum Notices {
    /// The layout trial of this type.
    Layout(&'static str),
    /// These foreign tests.
    Run(&'static str),
    /// Each foreign test, because nothing can be called; it says so in this word.
    EachRun(&'static str),
}

const HEADER: &str = "reference_project.h";
const DOTNET: &str = "Interop.cs";
const UNITY: &str = "Interop.Unity.cs";
const PYTHON: &str = "reference_project.py";

#[rustfmt::skip] // A table.
const EDITS: &[Edit] = &[
    Edit { name: "exchanged_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Triple {",
           changes: &[("uint8_t a;", "uint8_t x;"), ("uint8_t b;", "uint8_t a;"), ("uint8_t x;", "uint8_t b;")],
           notices: Notices::Layout("Triple") },
    Edit { name: "exchanged_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Triple(",
           changes: &[("byte A = A;", "byte X = A;"), ("byte B = B;", "byte A = A;"), ("byte X = A;", "byte B = B;")],
           notices: Notices::Layout("Triple") },
    Edit { name: "exchanged_unity", file: UNITY, toolchains: &["mono"], from: "struct Triple ",
           changes: &[("byte A;", "byte X;"), ("byte B;", "byte A;"), ("byte X;", "byte B;")],
           notices: Notices::Layout("Triple") },
    Edit { name: "exchanged_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("{ uint8_t a; uint8_t b; uint8_t c; }", "{ uint8_t b; uint8_t a; uint8_t c; }")],
           notices: Notices::Layout("Triple") },

    Edit { name: "widened_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Triple {",
           changes: &[("uint8_t b;", "uint16_t b;")], notices: Notices::Layout("Triple") },
    Edit { name: "widened_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Triple(",
           changes: &[("byte B,", "ushort B,"), ("byte B = B;", "ushort B = B;")], notices: Notices::Layout("Triple") },
    Edit { name: "widened_unity", file: UNITY, toolchains: &["mono"], from: "struct Triple ",
           changes: &[("byte B;", "ushort B;")], notices: Notices::Layout("Triple") },
    Edit { name: "widened_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("{ uint8_t a; uint8_t b; uint8_t c; }", "{ uint8_t a; uint16_t b; uint8_t c; }")],
           notices: Notices::Layout("Triple") },

    // Padding hides these from the size of the whole.
    Edit { name: "padded_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Option_Vec2 {",
           changes: &[("bool is_some;", "int is_some;")], notices: Notices::Layout("Option<Vec2>") },
    Edit { name: "padded_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "struct FfiOption<T>",
           changes: &[("byte isSome;", "int isSome;")], notices: Notices::Layout("Option<Vec2>") },
    Edit { name: "padded_unity", file: UNITY, toolchains: &["mono"], from: "struct FfiOptionVec2 ",
           changes: &[("byte isSome;", "int isSome;")], notices: Notices::Layout("Option<Vec2>") },
    Edit { name: "padded_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("reference_project_Vec2 value; bool is_some;", "reference_project_Vec2 value; int is_some;")],
           notices: Notices::Layout("Option<Vec2>") },

    // C compares the guard where its user does; the others do it when they load the library.
    Edit { name: "guard_c", file: HEADER, toolchains: &["gcc", "clang"], from: "#define REFERENCE_PROJECT_API_GUARD",
           changes: &[(" UINT64_C(0x", " ~UINT64_C(0x")], notices: Notices::Run("api_guard::the_header_was_made_for_the_library") },
    Edit { name: "guard_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "ulong ApiGuard",
           changes: &[(" 0x", " 1 ^ 0x")], notices: Notices::EachRun("TypeInitializationException") },
    Edit { name: "guard_unity", file: UNITY, toolchains: &["mono"], from: "ulong ApiGuard",
           changes: &[(" 0x", " 1 ^ 0x")], notices: Notices::EachRun("TypeInitializationException") },
    Edit { name: "guard_python", file: PYTHON, toolchains: &["python"], from: "API_GUARD: Final",
           changes: &[(" 0x", " 1 ^ 0x")], notices: Notices::EachRun("API guard") },
];

/// The suite whose bindings the edit `name` is done to.
pub(crate) fn configure(suite: Suite, name: &str) -> Suite {
    let edit = EDITS.iter().find(|edit| edit.name == name).unwrap_or_else(|| panic!("there is no edit {name}"));
    suite.edit_bindings(move |_, file, text| if file == edit.file { apply(edit, &text) } else { text })
}

fn apply(edit: &Edit, text: &str) -> String {
    let Edit { name, file, from, changes, .. } = edit;
    let begin = text.find(from).unwrap_or_else(|| panic!("{file} has no `{from}`: write `{name}` anew"));
    let changed = changes.iter().fold(text[begin..].to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{file} has no `{from}` there: write `{name}` anew");
        text.replacen(from, to, 1)
    });
    text[..begin].to_owned() + &changed
}

pub(crate) fn trials() -> Vec<Trial> {
    let each = EDITS.iter().flat_map(|edit| edit.toolchains.iter().map(move |toolchain| (edit, *toolchain)));
    each.map(|(edit, toolchain)| {
        crate::trial(format!("tampered::{}::{toolchain}", edit.name), move || is_noticed(edit, toolchain))
    })
    .collect()
}

fn is_noticed(edit: &Edit, toolchain: &str) -> Result<(), Failed> {
    let filter = match edit.notices {
        Notices::Layout(ty) => format!("layout::{toolchain}::{ty}"),
        Notices::Run(test) => format!("run::{toolchain}::{test}"),
        // One file stands for all: they share a process.
        Notices::EachRun(_) => format!("run::{toolchain}::primitives::"),
    };
    let report = child::report(child::this(edit.name)?.arg(&filter))?;
    if report.trials.values().all(|verdict| *verdict == Verdict::Ignored) {
        return Ok(()); // the suite has said that the tool is not installed
    }
    match edit.notices {
        // It was measured, and is not only that something else broke.
        Notices::Layout(_) => says(report.failure(&filter)?, "is not what it is in Rust"),
        Notices::Run(_) => report.failure(&filter).map(drop),
        Notices::EachRun(word) => each_says(&report, word),
    }
}

fn each_says(report: &Report, word: &str) -> Result<(), Failed> {
    for (name, verdict) in &report.trials {
        match verdict {
            Verdict::Failed(text) => says(text, word)?,
            other => return Err(format!("{name} should fail and say `{word}`: {other:?}").into()),
        }
    }
    Ok(())
}

fn says(text: &str, word: &str) -> Result<(), Failed> {
    if text.contains(word) { Ok(()) } else { Err(format!("it should say `{word}`: {text}").into()) }
}
