//! The map: a construct has the same file name everywhere. The files that are no construct are named in a table of CONTRIBUTING.md.

mod contributing;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The first cells of the table's head.
const TABLE: &str = "| folder | files that are no construct |";

/// The folder whose other files are the constructs.
const CONSTRUCTS: &str = "reference_project";

/// The folders that have a file for each construct, or the support matrix would not be whole.
const TESTS: [&str; 3] = ["lang_tests/c", "lang_tests/csharp", "lang_tests/python"];

#[test]
fn a_construct_has_the_same_file_name_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let folder = |(path, others)| Folder { path, files: files(&root.join(path)), others: contributing::names(others) };
    let folders: Vec<Folder> = contributing::rows(&text, TABLE).into_iter().map(folder).collect();
    let wrong = wrong(&folders);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

struct Folder<'a> {
    path: &'a str,
    files: BTreeSet<String>,
    /// Those that are no construct, as the table has them.
    others: BTreeSet<String>,
}

fn wrong(folders: &[Folder<'_>]) -> Vec<String> {
    let Some(reference) = folders.iter().find(|folder| folder.path == CONSTRUCTS) else {
        return vec![format!("the table `{TABLE}` of CONTRIBUTING.md has no row for `{CONSTRUCTS}`")];
    };
    let constructs: BTreeSet<&String> = reference.files.difference(&reference.others).collect();
    let mut wrong = Vec::new();
    for Folder { path, files, others } in folders {
        for other in others.difference(files) {
            wrong.push(format!("{path} has no file `{other}`, which CONTRIBUTING.md names"));
        }
        for file in files.difference(others).filter(|file| !constructs.contains(file)) {
            wrong.push(format!("{path}: `{file}` is no construct of the reference project, nor does CONTRIBUTING.md name it"));
        }
        for file in others.iter().filter(|other| constructs.contains(other)) {
            wrong.push(format!("{path}: `{file}` is a construct, although CONTRIBUTING.md says that it is none"));
        }
        for construct in constructs.iter().filter(|construct| TESTS.contains(path) && !files.contains(**construct)) {
            wrong.push(format!("{path} has no tests of `{construct}`"));
        }
    }
    wrong
}

/// The names of the files in a folder, without their extensions, and of the folders that are modules.
fn files(folder: &Path) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let own = paths.filter(|path| path.is_file() || path.join("mod.rs").is_file());
    own.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).filter(|name| name != "mod").collect()
}

fn folder(path: &'static str, files: &[&str], others: &[&str]) -> Folder<'static> {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Folder { path, files: set(files), others: set(others) }
}

#[test]
fn a_file_of_another_name_is_found() {
    let reference = || folder(CONSTRUCTS, &["lib", "slices", "structs"], &["lib"]);
    assert_eq!(wrong(&[reference(), folder("border", &["slices", "shim"], &["shim"])]), [""; 0]);
    let found = wrong(&[reference(), folder("border", &["slice", "shim"], &["shim", "gone", "structs"])]);
    let said = [
        "border has no file `gone`, which CONTRIBUTING.md names",
        "border has no file `structs`, which CONTRIBUTING.md names",
        "border: `slice` is no construct of the reference project, nor does CONTRIBUTING.md name it",
        "border: `structs` is a construct, although CONTRIBUTING.md says that it is none",
    ];
    assert_eq!(found, said);
    assert_eq!(wrong(&[reference(), folder(TESTS[0], &["slices"], &[])]), ["lang_tests/c has no tests of `structs`"]);
    assert_eq!(
        wrong(&[]),
        ["the table `| folder | files that are no construct |` of CONTRIBUTING.md has no row for `reference_project`"]
    );
}
