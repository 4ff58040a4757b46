//! The interface of backends: an inventory goes in, files of one language come out, or the reasons why not.

use crate::model::Checked;
use crate::refusals::Refused;
use std::fmt;
use std::io::{self, Write};
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Turns an inventory into files of one language. Anybody can write one: it needs nothing but this crate's public parts.
pub trait Backend {
    /// The language as test cases and snapshots call it, such as `csharp`.
    fn language(&self) -> &'static str;

    /// All files for `inventory`.
    ///
    /// # Errors
    /// Every item that the language cannot express, with the reason.
    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused>;
}

/// One generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bindings {
    /// The name that it should have, such as `my_lib.h`.
    pub file_name: String,
    /// The whole text.
    pub text: String,
}

impl Bindings {
    /// Writes the file to `path`, or under its own name into `path` if that is a folder or ends with a separator; folders that are
    /// missing are made. The file is complete or not touched: it is written beside the target, then renamed. One that is up to date
    /// is left alone, so that nothing is built again because of it.
    ///
    /// # Errors
    /// The error of the system, with the path.
    pub fn write_file(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let path = path.as_ref();
        let is_folder = path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', MAIN_SEPARATOR]);
        let target = if is_folder { path.join(&self.file_name) } else { path.to_owned() };
        // A link stays one: what it leads to is replaced.
        let target = if target.is_symlink() { target.canonicalize().unwrap_or(target) } else { target };
        if std::fs::read(&target).is_ok_and(|there| there == self.text.as_bytes()) {
            return Ok(());
        }
        write_atomically(&target, self.text.as_bytes())
            .map_err(|e| io::Error::new(e.kind(), format!("cannot write the bindings to {}: {e}", target.display())))
    }
}

impl fmt::Display for Bindings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn write_atomically(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    // Of its own for each call, as another thread or process may be writing the same file.
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let beside = target.with_file_name(format!(".{name}.{}.{}.tmp", std::process::id(), CALLS.fetch_add(1, Relaxed)));
    let written = std::fs::File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| std::fs::rename(&beside, target)).inspect_err(|_| drop(std::fs::remove_file(&beside)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bindings(text: &str) -> Bindings {
        Bindings { file_name: "a.h".to_owned(), text: text.to_owned() }
    }

    /// An empty folder of the test's own, which is gone afterwards.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new(test: &str) -> Self {
            let path = std::env::temp_dir().join(format!("interoptopus-{test}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Folder(path)
        }

        fn names(&self, folder: &str) -> Vec<String> {
            let entries = std::fs::read_dir(self.0.join(folder)).unwrap();
            let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_left() {
        let folder = Folder::new("whole");
        bindings("text\n").write_file(folder.0.join("deep/b.h")).unwrap();
        bindings("text\n").write_file(folder.0.join("deep")).unwrap();
        bindings("text\n").write_file(folder.0.join("new/")).unwrap();
        assert_eq!(folder.names("deep"), ["a.h", "b.h"]);
        assert_eq!(folder.names("new"), ["a.h"]);
        assert_eq!(std::fs::read_to_string(folder.0.join("deep/b.h")).unwrap(), "text\n");
    }

    #[test]
    fn a_file_that_is_up_to_date_is_left_alone_and_another_is_replaced() {
        let folder = Folder::new("up-to-date");
        let file = folder.0.join("a.h");
        bindings("old").write_file(&file).unwrap();
        let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        std::fs::File::options().write(true).open(&file).unwrap().set_modified(long_ago).unwrap();
        bindings("old").write_file(&file).unwrap();
        assert_eq!(file.metadata().unwrap().modified().unwrap(), long_ago);
        bindings("new").write_file(&file).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "new");
    }

    #[test]
    fn many_may_write_the_same_file() {
        let folder = Folder::new("many");
        let texts: Vec<_> = (0..8).map(|n| n.to_string().repeat(100_000)).collect();
        std::thread::scope(|scope| {
            for text in &texts {
                scope.spawn(|| bindings(text).write_file(&folder.0).unwrap());
            }
        });
        assert!(texts.contains(&std::fs::read_to_string(folder.0.join("a.h")).unwrap()));
        assert_eq!(folder.names("."), ["a.h"]);
    }

    #[test]
    fn an_error_names_the_path() {
        let error = bindings("").write_file(std::env::current_exe().unwrap().join("below_a_file")).unwrap_err();
        assert!(error.to_string().contains("below_a_file"), "{error}");
    }
}
