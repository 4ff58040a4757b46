//! Refusals of the macros and their words: each file in `cases/`, and in `lang_tests/hostile/refused/`, is compiled as a crate of its own.
//!
//! `//~ text` at the end of a line demands an error at that line whose message, labels, notes or hints contain `text`; `//~ [code] text` one that
//! also points at just that code. An error at a line without one fails the test, so that a file without any shows that something compiles. What
//! rustc says around our words changes between versions.
#![allow(missing_docs)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Debug)]
struct Reported {
    line: usize,
    /// What it points at; only the first line of it.
    code: String,
    /// Its message, labels, notes and hints, one a line, without the code that rustc shows between them.
    said: String,
    /// As a user sees it.
    rendered: String,
}

fn cases() -> Vec<(String, PathBuf, String)> {
    let folders = [("", "tests/ui/cases"), ("hostile_", "../../lang_tests/hostile/refused")];
    let mut cases = Vec::new();
    for (prefix, folder) in folders {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            cases.push((format!("{prefix}{}", path.file_stem().unwrap().to_string_lossy()), path, text));
        }
    }
    cases.sort();
    cases
}

/// A macro of somebody else's: `#[replaced::by(…)]` makes of an item what stands between its parentheses.
const REPLACED: &str = "extern crate proc_macro;\n#[proc_macro_attribute]\npub fn by(arguments: proc_macro::TokenStream, _: \
                        proc_macro::TokenStream) -> proc_macro::TokenStream {\n    arguments\n}\n";

/// What a line of a case says about how it is compiled, such as `//! edition: 2021`.
fn said_of<'a>(text: &'a str, what: &str, or: &'a str) -> &'a str {
    text.lines().find_map(|line| line.strip_prefix("//! ")?.strip_prefix(what)?.strip_prefix(": ")).unwrap_or(or)
}

/// A workspace with a package for each edition, and each name that a case has for this crate (`//! dependency: ffi`), whose examples are the
/// cases: so cargo compiles them all at once, against this crate.
fn workspace(cases: &[(String, PathBuf, String)]) -> PathBuf {
    const PACKAGES: [(&str, &str, &str); 3] =
        [("2021", "2021", "interoptopus"), ("2024", "2024", "interoptopus"), ("renamed", "2024", "ffi_by_another_name")];
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    let write = |file: String, text: &str| {
        std::fs::create_dir_all(folder.join(&file).parent().unwrap()).unwrap();
        std::fs::write(folder.join(file), text).unwrap();
    };
    write("Cargo.toml".to_owned(), "[workspace]\nresolver = \"3\"\nmembers = [\"2021\", \"2024\", \"renamed\", \"replaced\"]\n");
    let own = "[package]\nname = \"replaced\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\nproc-macro = true\n";
    write("replaced/Cargo.toml".to_owned(), own);
    write("replaced/lib.rs".to_owned(), REPLACED);
    for (package, edition, dependency) in PACKAGES {
        let mut manifest = format!(
            "[package]\nname = \"ui_{package}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n[lib]\npath = \"lib.rs\"\n\n\
             [dev-dependencies]\n{dependency} = {{ path = {here:?}, package = \"interoptopus\" }}\nreplaced = {{ path = \"../replaced\" }}\n"
        );
        for (name, path, text) in cases {
            if said_of(text, "edition", "2024") == edition && said_of(text, "dependency", "interoptopus") == dependency {
                write!(manifest, "\n[[example]]\nname = {name:?}\npath = {path:?}\ncrate-type = [\"rlib\"]\n").unwrap();
            }
        }
        write(format!("{package}/Cargo.toml"), &manifest);
        write(format!("{package}/lib.rs"), "");
    }
    // The same versions as everywhere else, so that nothing is looked up.
    if let Some(lock) = here.ancestors().map(|folder| folder.join("Cargo.lock")).find(|lock| lock.is_file()) {
        std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    }
    folder
}

/// The errors of each case, at the lines of its file; of one in a macro, where the macro is used.
fn compile(workspace: &Path) -> BTreeMap<String, Vec<Reported>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--examples", "--offline", "--keep-going", "--message-format=json"]).current_dir(workspace);
    command.env("CARGO_TARGET_DIR", workspace.join("target")).env_remove("RUSTFLAGS");
    let output = command.output().unwrap();
    let mut reported: BTreeMap<String, Vec<Reported>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let is_error = message["reason"] == "compiler-message" && message["message"]["level"] == "error";
        let Some(spans) = message["message"]["spans"].as_array().filter(|spans| is_error && !spans.is_empty()) else { continue };
        let primary = spans.iter().find(|span| span["is_primary"] == true).unwrap_or(&spans[0]);
        let name = message["target"]["name"].as_str().unwrap_or_default().to_owned();
        let place = place_in(message["target"]["src_path"].as_str().unwrap_or_default(), primary);
        reported.entry(name).or_default().push(Reported {
            line: place["line_start"].as_u64().unwrap_or_default() as usize,
            code: code_at(place),
            said: said(&message["message"]),
            rendered: message["message"]["rendered"].as_str().unwrap_or_default().to_owned(),
        });
    }
    assert!(!reported.is_empty(), "nothing was compiled:\n{}", String::from_utf8_lossy(&output.stderr));
    reported
}

/// The span itself if it is in `file`, or where the macro is used that it is in.
fn place_in<'a>(file: &str, span: &'a Value) -> &'a Value {
    match &span["expansion"]["span"] {
        outer @ Value::Object(_) if span["file_name"] != file => place_in(file, outer),
        _ => span,
    }
}

/// The code that a span points at.
fn code_at(span: &Value) -> String {
    let first = &span["text"][0];
    let column = |name: &str| first[name].as_u64().unwrap_or(1) as usize - 1;
    let (from, to) = (column("highlight_start"), column("highlight_end"));
    first["text"].as_str().unwrap_or_default().chars().skip(from).take(to.saturating_sub(from)).collect()
}

/// What a message says, without any code.
fn said(message: &Value) -> String {
    let list = |name: &str| message[name].as_array().cloned().unwrap_or_default();
    let labels = list("spans").into_iter().filter_map(|span| span["label"].as_str().map(str::to_owned)).collect::<Vec<_>>();
    let children = list("children").iter().map(said).collect::<Vec<_>>();
    let own = message["message"].as_str().unwrap_or_default().to_owned();
    [vec![own], labels, children].concat().join("\n")
}

#[test]
fn what_is_refused_says_what_to_do() {
    let cases = cases();
    let reported = compile(&workspace(&cases));
    let mut wrong = String::new();
    for (name, _, text) in &cases {
        let none = Vec::new();
        let errors = reported.get(name).unwrap_or(&none);
        let demanded: BTreeMap<usize, &str> =
            text.lines().zip(1..).filter_map(|(line, at)| line.split_once("//~ ").map(|(_, text)| (at, text))).collect();
        for (line, demand) in &demanded {
            let (code, text) = match demand.strip_prefix('[').and_then(|demand| demand.split_once("] ")) {
                Some((code, text)) => (Some(code), text),
                None => (None, *demand),
            };
            let here: Vec<_> = errors.iter().filter(|error| error.line == *line).collect();
            if !here.iter().any(|error| error.said.contains(text) && code.is_none_or(|code| error.code == code)) {
                let here: Vec<_> = here.iter().map(|error| format!("[{}] {}", error.code, error.said)).collect();
                writeln!(wrong, "{name}.rs:{line}: no error says: {demand}\n  but: {}", here.join("\n  and: ")).unwrap();
            }
        }
        for error in errors.iter().filter(|error| !demanded.contains_key(&error.line)) {
            writeln!(wrong, "{name}.rs:{}: nobody expected this:\n{}", error.line, error.rendered).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A library of its own, in `folder`, that depends on this crate.
fn library(folder: &Path, name: &str, code: &str, profile: &str) -> Command {
    let (folder, here) = (folder.join(name), Path::new(env!("CARGO_MANIFEST_DIR")));
    std::fs::create_dir_all(&folder).unwrap();
    let manifest = format!(
        "[workspace]\n\n[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies]\ninteroptopus = {{ path = {here:?} }}\n\n[profile.dev]\n{profile}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::write(folder.join("lib.rs"), code).unwrap();
    if let Some(lock) = here.ancestors().map(|folder| folder.join("Cargo.lock")).find(|lock| lock.is_file()) {
        std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    }
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["check", "--offline"]).current_dir(&folder);
    command.env("CARGO_TARGET_DIR", folder.join("../target")).env_remove("RUSTFLAGS");
    command
}

#[test]
fn a_library_whose_panics_abort_says_so() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("aborts");
    let said_by = |name: &str, allowed: &str| {
        let code = format!("interoptopus::inventory!({allowed} ffi_inventory, [], [], [], []);\n");
        let output = library(&folder, name, &code, "panic = \"abort\"").output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        said
    };
    let said = said_by("warned", "");
    assert!(said.contains("with `panic = \"abort\"` a panic in a function that crosses guarded ends the process"), "{said}");
    let said = said_by("allowed", "#[allow(deprecated)]");
    assert!(!said.contains("warning"), "{said}");
}

#[test]
fn a_crate_without_a_name_is_told_who_names_it() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unnamed");
    let code = "#[interoptopus::ffi_function]\npub fn draw() {}\ninteroptopus::inventory!(ffi_inventory, [], [draw], [], []);\n";
    let output = library(&folder, "named", code, "").arg("--message-format=json").output().unwrap();
    let artifacts = String::from_utf8_lossy(&output.stdout).into_owned();
    let artifact = artifacts.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).find_map(|message| {
        let is_it = message["reason"] == "compiler-artifact" && message["target"]["name"] == "interoptopus";
        message["filenames"].as_array().filter(|_| is_it)?.iter().find_map(|file| file.as_str().map(PathBuf::from))
    });
    let artifact = artifact.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    // What cargo sets, and whoever calls rustc by hand may not.
    let said_with = |names: &[(&str, &str)]| {
        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "lib.rs", "--extern"]);
        rustc.arg(format!("interoptopus={}", artifact.display())).arg("-L").arg(artifact.parent().unwrap());
        rustc.current_dir(folder.join("named")).env_remove("CARGO_CRATE_NAME").env_remove("CARGO_PKG_NAME");
        rustc.env("CARGO_MANIFEST_DIR", folder.join("named")).envs(names.iter().copied());
        let output = rustc.output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for names in [&[][..], &[("CARGO_CRATE_NAME", "")]] {
        let (compiles, said) = said_with(names);
        assert!(!compiles && said.contains("symbols begin with the name of the crate, which is not known here"), "{said}");
    }
    for names in [("CARGO_CRATE_NAME", "named"), ("CARGO_PKG_NAME", "na-med")] {
        let (compiles, said) = said_with(&[names]);
        assert!(compiles, "{said}");
    }
}

#[test]
fn many_wrong_uses_are_refused() {
    let demanded: BTreeSet<_> = cases()
        .into_iter()
        .flat_map(|(name, _, text)| {
            let lines: Vec<_> = text.lines().map(str::to_owned).collect();
            lines.into_iter().filter(|line| line.contains("//~ ")).map(move |line| (name.clone(), line))
        })
        .collect();
    assert!(demanded.len() >= 180, "{}", demanded.len());
}
