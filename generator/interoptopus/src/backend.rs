//! What a backend is: an inventory goes in, files of one language come out, or the reasons why not.

use crate::model::Checked;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

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
    /// Writes the file to `path`, or under its own name into `path` if that is a folder; folders that are missing are made. The file
    /// is complete or not touched: it is written beside the target, then renamed.
    ///
    /// # Errors
    /// What the system says, with the path.
    pub fn write_file(&self, path: impl AsRef<Path>) -> io::Result<()> {
        let path = path.as_ref();
        let target = if path.is_dir() { path.join(&self.file_name) } else { path.to_owned() };
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
    let beside = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| std::fs::rename(&beside, target)).inspect_err(|_| drop(std::fs::remove_file(&beside)))
}

/// Items that a language cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The language.
    pub language: &'static str,
    /// Each item with its reason; at least one.
    pub items: Vec<Refusal>,
}

/// An item that a language cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where it is in Rust, such as `my_lib::shapes::Vec2`.
    pub item: String,
    /// Why, and what to do about it.
    pub reason: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} item(s) cannot be expressed in {}:", self.items.len(), self.language)?;
        self.items.iter().try_for_each(|Refusal { item, reason }| write!(f, "\n  {item}: {reason}"))
    }
}

impl std::error::Error for Refused {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_left() {
        let folder = std::env::temp_dir().join(format!("interoptopus-backend-{}", std::process::id()));
        let bindings = Bindings { file_name: "a.h".to_owned(), text: "text\n".to_owned() };
        bindings.write_file(folder.join("deep/b.h")).unwrap();
        bindings.write_file(folder.join("deep")).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(folder.join("deep")).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.h", "b.h"]);
        assert_eq!(std::fs::read_to_string(folder.join("deep/b.h")).unwrap(), "text\n");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn an_error_names_the_path() {
        let bindings = Bindings { file_name: "a.h".to_owned(), text: String::new() };
        let error = bindings.write_file(std::env::current_exe().unwrap().join("below_a_file")).unwrap_err();
        assert!(error.to_string().contains("below_a_file"), "{error}");
    }
}
