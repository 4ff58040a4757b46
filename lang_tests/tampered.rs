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
const PYTHON: &str = "reference_project/__init__.py";

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

    // Tuple structs.
    Edit { name: "tuple_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Sample {",
           changes: &[("int16_t field2;", "int32_t field2;")], notices: Notices::Layout("Sample") },
    Edit { name: "tuple_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Sample(",
           changes: &[("short Field2)", "int Field2)"), ("short Field2 = Field2;", "int Field2 = Field2;")],
           notices: Notices::Layout("Sample") },
    Edit { name: "tuple_unity", file: UNITY, toolchains: &["mono"], from: "struct Sample ",
           changes: &[("short Field2;", "int Field2;")], notices: Notices::Layout("Sample") },
    Edit { name: "tuple_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("double field1; int16_t field2; }", "double field1; int32_t field2; }")], notices: Notices::Layout("Sample") },

    // Sum types: the order of a variant's fields, the type of one, and the tag, which is hidden by the padding behind it.
    Edit { name: "case_exchanged_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Shape_Rectangle {",
           changes: &[("float width;", "float x;"), ("float height;", "float width;"), ("float x;", "float height;")],
           notices: Notices::Layout("Shape") },
    Edit { name: "case_exchanged_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Rectangle(",
           changes: &[("float Width = Width;", "float X = Width;"), ("float Height = Height;", "float Width = Width;"),
                      ("float X = Width;", "float Height = Height;")],
           notices: Notices::Layout("Shape") },
    Edit { name: "case_exchanged_unity", file: UNITY, toolchains: &["mono"], from: "struct Rectangle ",
           changes: &[("float Width;", "float X;"), ("float Height;", "float Width;"), ("float X;", "float Height;")],
           notices: Notices::Layout("Shape") },
    Edit { name: "case_exchanged_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("{ float width; float height; } Rectangle;", "{ float height; float width; } Rectangle;")],
           notices: Notices::Layout("Shape") },

    Edit { name: "case_narrowed_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef struct reference_project_Shape_Circle {",
           changes: &[("double radius;", "float radius;")], notices: Notices::Layout("Shape") },
    Edit { name: "case_narrowed_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Circle(",
           changes: &[("double Radius)", "float Radius)"), ("double Radius = Radius;", "float Radius = Radius;")],
           notices: Notices::Layout("Shape") },
    Edit { name: "case_narrowed_unity", file: UNITY, toolchains: &["mono"], from: "struct Circle ",
           changes: &[("double Radius;", "float Radius;"), ("Circle(double radius)", "Circle(float radius)")],
           notices: Notices::Layout("Shape") },
    Edit { name: "case_narrowed_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("{ double radius; } Circle;", "{ float radius; } Circle;")], notices: Notices::Layout("Shape") },

    Edit { name: "tag_widened_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef int32_t reference_project_Shape_Tag;",
           changes: &[("int32_t", "int64_t")], notices: Notices::Layout("Shape") },
    Edit { name: "tag_widened_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "enum ShapeTag",
           changes: &[("enum ShapeTag", "enum ShapeTag : long")], notices: Notices::Layout("Shape") },
    Edit { name: "tag_widened_unity", file: UNITY, toolchains: &["mono"], from: "enum ShapeTag",
           changes: &[("enum ShapeTag", "enum ShapeTag : long")], notices: Notices::Layout("Shape") },
    Edit { name: "tag_widened_python", file: PYTHON, toolchains: &["python"], from: "} reference_project_Settings;",
           changes: &[("int32_t tag;", "int64_t tag;")], notices: Notices::Layout("Shape") },

    // Unions.
    Edit { name: "union_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef union reference_project_Word32 {",
           changes: &[("float float_;", "double float_;")], notices: Notices::Layout("Word32") },
    Edit { name: "union_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "struct Word32",
           changes: &[("float Float;", "double Float;")], notices: Notices::Layout("Word32") },
    Edit { name: "union_unity", file: UNITY, toolchains: &["mono"], from: "struct Word32",
           changes: &[("float Float;", "double Float;")], notices: Notices::Layout("Word32") },
    Edit { name: "union_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("float float_; uint8_t bytes[4]; }", "double float_; uint8_t bytes[4]; }")],
           notices: Notices::Layout("Word32") },

    // Packing.
    Edit { name: "unpacked_c", file: HEADER, toolchains: &["gcc", "clang"], from: "/** A header as it comes from a wire",
           changes: &[("#pragma pack(push, 1)", "#pragma pack(push, 8)")], notices: Notices::Layout("Packet") },
    Edit { name: "unpacked_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "<summary>A header as it comes from a wire",
           changes: &[("Pack = 1)", "Pack = 8)")], notices: Notices::Layout("Packet") },
    Edit { name: "unpacked_unity", file: UNITY, toolchains: &["mono"], from: "<summary>A header as it comes from a wire",
           changes: &[("Pack = 1)", "Pack = 8)")], notices: Notices::Layout("Packet") },
    Edit { name: "unpacked_python", file: PYTHON, toolchains: &["python"], from: "} reference_project_Packet;",
           changes: &[("pack=1", "pack=8")], notices: Notices::Layout("Packet") },

    // Alignment, which C# keeps where it stands in a field.
    Edit { name: "unaligned_c", file: HEADER, toolchains: &["gcc", "clang"], from: "/** Four floats for a vector register",
           changes: &[("REFERENCE_PROJECT_ALIGNED(16)", "REFERENCE_PROJECT_ALIGNED(8)")], notices: Notices::Layout("Quad") },
    Edit { name: "unaligned_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "record struct Spread(",
           changes: &[("[FieldOffset(16)]", "[FieldOffset(8)]")], notices: Notices::Layout("Spread") },
    Edit { name: "unaligned_unity", file: UNITY, toolchains: &["mono"], from: "struct Spread ",
           changes: &[("[FieldOffset(16)]", "[FieldOffset(8)]")], notices: Notices::Layout("Spread") },
    Edit { name: "unaligned_python", file: PYTHON, toolchains: &["python"], from: "    \"reference_project_Quad\",",
           changes: &[("    16,", "    8,")], notices: Notices::Layout("Spread") },

    // Transparent structs, by what they are; in C#, where calls pass the field itself, another type does not compile.
    Edit { name: "transparent_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef double reference_project_Kelvin;",
           changes: &[("double", "float")], notices: Notices::Layout("Kelvin") },
    Edit { name: "transparent_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("typedef double reference_project_Kelvin;", "typedef float reference_project_Kelvin;")],
           notices: Notices::Layout("Kelvin") },

    // Sets of flags.
    Edit { name: "flags_c", file: HEADER, toolchains: &["gcc", "clang"], from: "typedef uint32_t reference_project_Event;",
           changes: &[("uint32_t", "int32_t")], notices: Notices::Layout("Event") },
    Edit { name: "flags_dotnet", file: DOTNET, toolchains: &["dotnet"], from: "enum Permission : byte",
           changes: &[("byte", "ushort")], notices: Notices::Layout("Permission") },
    Edit { name: "flags_unity", file: UNITY, toolchains: &["mono"], from: "enum Permission : byte",
           changes: &[("byte", "ushort")], notices: Notices::Layout("Permission") },
    Edit { name: "flags_python", file: PYTHON, toolchains: &["python"], from: "ffi.cdef(",
           changes: &[("typedef uint32_t reference_project_Event;", "typedef int32_t reference_project_Event;")],
           notices: Notices::Layout("Event") },

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
