//! The files of a folder of foreign tests.

use super::directives::{self, Directives};
use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of foreign tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestFile {
    /// Where it is.
    pub path: PathBuf,
    /// Where it is, as people should read it: from the package's root, with `/`.
    pub shown: String,
    /// Its name without the extension, as trials call it.
    pub stem: String,
    /// Its text.
    pub text: Arc<str>,
    /// The needs of its tests.
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
    /// The system's error, with the path.
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
