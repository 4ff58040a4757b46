//! Proof that strict builds are strict: what only they object to, behind each generated file, fails them and names the line.

use crate::child::{self, Verdict};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};

/// Something that is wrong and still works.
struct Flaw {
    name: &'static str,
    /// How the files' names end.
    files: &'static [&'static str],
    /// What stands at the end of the file.
    text: &'static str,
    /// The builds that object, and what they say.
    builds: &'static [(&'static str, &'static str)],
}

const FLAWS: &[Flaw] = &[
    Flaw {
        name: "narrowing",
        files: &[".h"],
        text: "static inline int narrowed(long x) { return x; }\n",
        builds: &[
            ("gcc::c99", "-Wconversion"),
            ("gcc::cxx11", "-Wconversion"),
            ("clang::c99", "-Wshorten-64-to-32"),
            ("clang::cxx11", "-Wshorten-64-to-32"),
        ],
    },
    Flaw {
        name: "possible_null",
        files: &["Interop.cs"],
        text: "internal static class Flaw { internal static int Length(string? text) => text.Length; }\n",
        builds: &[("dotnet::strict", "CS8602")],
    },
    Flaw {
        name: "rethrown",
        // Not those of namespaces: they are compiled together.
        files: &["Interop.cs", "Interop.Unity.cs"],
        text: "internal static class Flaw { internal static void Run() { try { System.Console.WriteLine(); } catch (System.Exception e) { throw e; } } }\n",
        builds: &[
            ("dotnet::strict", "CA2200"),
            ("dotnet::project", "CA2200"),
            ("mono::roslyn", "CA2200"),
            ("mono::netstandard", "CA2200"),
        ],
    },
    Flaw {
        name: "untyped",
        files: &[".py"],
        text: "\n\ndef untyped(x):  # type: ignore[foo]\n    return x\n",
        builds: &[("python::mypy", "error: ")],
    },
    Flaw { name: "unused", files: &[".py"], text: "\n\ndef unused() -> None:\n    x = 1\n", builds: &[("python::ruff", "F841")] },
];

/// Whether `name` is one of the flaws.
pub(crate) fn has(name: &str) -> bool {
    FLAWS.iter().any(|flaw| flaw.name == name)
}

/// The suite whose bindings have the flaw `name`.
pub(crate) fn configure(suite: Suite, name: &str) -> Suite {
    let flaw = FLAWS.iter().find(|flaw| flaw.name == name).unwrap_or_else(|| panic!("there is no flaw {name}"));
    suite.edit_bindings(|_, file, text| if flaw.files.iter().any(|end| file.ends_with(end)) { text + flaw.text } else { text })
}

pub(crate) fn trials() -> Vec<Trial> {
    let each = FLAWS.iter().flat_map(|flaw| flaw.builds.iter().map(move |build| (flaw, *build)));
    each.map(|(flaw, (build, word))| {
        crate::trial(format!("strict::{}::{build}", flaw.name), move || is_noticed(flaw, build, word))
    })
    .collect()
}

fn is_noticed(flaw: &Flaw, build: &str, word: &str) -> Result<(), Failed> {
    let trial = format!("build::{build}");
    let report = child::report(child::this(flaw.name)?.args(["--exact", &trial]))?;
    if report.trials.get(&trial) == Some(&Verdict::Ignored) {
        return Ok(()); // the suite has said that the tool is not installed
    }
    let said = report.failure(&trial)?;
    if said.contains(word) { Ok(()) } else { Err(format!("it should say `{word}`: {said}").into()) }
}
