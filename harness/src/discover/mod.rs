//! Finds foreign tests by reading their files, so that listing them starts no tool.

mod brackets;
mod c;
mod conditions;
mod csharp;
mod directives;
mod mask;
mod python;

pub use directives::Directives;

pub use c::tests_in as tests_in_c;
pub use csharp::tests_in as tests_in_csharp;
pub use python::tests_in as tests_in_python;

use crate::Failure;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A test as its file spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What its trial is called behind the file's name, such as `Refuses_a_limit(65u)`; unique in the file.
    pub name: String,
    /// What the running program calls it, such as `RecorderTests.Refuses_a_limit`.
    pub id: String,
    /// Which of a theory's rows it is; none if it has no rows or only running can know them.
    pub row: Option<usize>,
    /// The line that it begins in, from 1.
    pub line: usize,
    /// Why it can be no test, although it looks like one: its trial fails with this.
    pub defect: Option<String>,
}

impl Test {
    fn new(name: impl Into<String>, id: impl Into<String>, line: usize) -> Self {
        Test { name: name.into(), id: id.into(), row: None, line, defect: None }
    }
}

/// A file of foreign tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestFile {
    /// Where it is.
    pub path: PathBuf,
    /// Where it is, as people should read it: from the package's root, with `/`.
    pub shown: String,
    /// Its name without the extension, as trials call it.
    pub stem: String,
    /// What it contains.
    pub text: Arc<str>,
    /// What its tests need.
    pub directives: Directives,
}

/// The foreign tests of one language.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// Where they are.
    pub(crate) path: PathBuf,
    /// The files of tests, by name.
    pub(crate) files: Vec<TestFile>,
    /// Files of the language in folders below, which may be parts of tests, but have none that are run.
    pub(crate) below: Vec<TestFile>,
}

impl Folder {
    /// The files in `path` with this extension. A folder that is not there has none.
    ///
    /// # Errors
    /// What the system says, with the path.
    pub(crate) fn read(path: &Path, extension: &str, root: &Path) -> Result<Self, Failure> {
        let (files, folders) = files_in(path, extension, root)?;
        let (mut below, mut unread) = (Vec::new(), folders);
        while let Some(folder) = unread.pop() {
            let (files, folders) = files_in(&folder, extension, root)?;
            below.extend(files);
            unread.extend(folders);
        }
        below.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Folder { path: path.to_owned(), files, below })
    }
}

/// The files in `folder` with this extension, by name, and the folders in it.
fn files_in(folder: &Path, extension: &str, root: &Path) -> Result<(Vec<TestFile>, Vec<PathBuf>), Failure> {
    let read = |path: &Path, error| Failure::new(format!("cannot read {}: {error}", path.display()));
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok((files, folders)),
        entries => entries.map_err(|error| read(folder, error))?,
    };
    for entry in entries {
        let path = entry.map_err(|error| read(folder, error))?.path();
        // A link may lead to a folder that it lies in.
        if path.is_dir() && !path.is_symlink() {
            folders.push(path);
            continue;
        }
        if path.extension().is_none_or(|e| e != extension) || !path.is_file() {
            continue;
        }
        let text = std::fs::read_to_string(&path).map_err(|error| read(&path, error))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let shown = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let directives = directives::of(&text);
        files.push(TestFile { path, shown, stem, text: text.into(), directives });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((files, folders))
}

/// Tests of one name would be one trial: each later one has its number added.
fn with_unique_names(mut tests: Vec<Test>) -> Vec<Test> {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for test in &mut tests {
        let times = seen.entry(test.name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            test.name = format!("{} #{times}", test.name);
        }
    }
    tests
}

/// The line of the byte at `at`, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() + 1
}
