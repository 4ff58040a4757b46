//! The interface of backends: an inventory goes in, files of one language come out, or the reasons why not.

use crate::model::{Checked, Gone};
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
    /// What the system says, with the path.
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refusal { item, reason } = self;
        write!(f, "{item}: {reason}")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refused { language, items } = self;
        let count = match items.len() {
            1 => "1 item".to_owned(),
            n => format!("{n} items"),
        };
        write!(f, "{count} cannot be expressed in {language}:")?;
        items.iter().try_for_each(|refusal| write!(f, "\n  {refusal}"))
    }
}

impl std::error::Error for Refused {}

/// What `generate` makes of as much of `inventory` as the language can express, and everything that is left out of it, sorted, with the
/// reason: what is refused goes, and so does all that uses it.
///
/// # Errors
/// What is refused and no item that could go, such as a name that the configuration gave.
pub fn omitting<T>(inventory: &Checked, generate: impl Fn(&Checked) -> Result<T, Refused>) -> Result<(T, Vec<Refusal>), Refused> {
    let mut rest = inventory.clone();
    let mut left_out: Vec<Refusal> = Vec::new();
    loop {
        let refused = match generate(&rest) {
            Ok(made) => {
                left_out.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
                return Ok((made, left_out));
            }
            Err(refused) => refused,
        };
        let paths: Vec<String> = refused.items.iter().map(|refusal| refusal.item.clone()).collect();
        let (smaller, gone) = rest.without_and_why(&paths);
        if smaller == rest {
            return Err(refused);
        }
        let names: Vec<String> = rest.types().map(|ty| rest.type_name(ty)).collect();
        let went = |item: &String| names.contains(item) || gone.iter().any(|gone| gone.path == *item);
        left_out.extend(refused.items.into_iter().filter(|refusal| went(&refusal.item)));
        let used = gone.into_iter().filter_map(|Gone { path, because }| because.map(|other| (path, other)));
        left_out.extend(used.map(|(item, other)| Refusal { item, reason: format!("it needs `{other}`, which is left out") }));
        rest = smaller;
    }
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

    #[test]
    fn a_refusal_is_a_list_that_names_the_language() {
        let refusal = |item: &str| Refusal { item: item.to_owned(), reason: "why".to_owned() };
        let mut refused = Refused { language: "c", items: vec![refusal("a::b")] };
        assert_eq!(refused.to_string(), "1 item cannot be expressed in c:\n  a::b: why");
        refused.items.push(refusal("a::c"));
        assert_eq!(refused.to_string(), "2 items cannot be expressed in c:\n  a::b: why\n  a::c: why");
    }

    /// A language that has no type of which `refuses` says so by its name; and a configuration that it refuses.
    fn language(inventory: &Checked, refuses: &[&str], configuration: bool) -> Result<Vec<String>, Refused> {
        let refusal = |item: String| Refusal { item, reason: "it has no such".to_owned() };
        let types = inventory.types().filter(|&ty| refuses.contains(&inventory.type_name(ty).as_str()));
        let mut items: Vec<_> = types.map(|ty| refusal(inventory.type_path(ty))).collect();
        items.extend(configuration.then(|| refusal("the namespace `1`".to_owned())));
        let names = inventory.items().map(|item| item.name().to_owned()).collect();
        if items.is_empty() { Ok(names) } else { Err(Refused { language: "c", items }) }
    }

    fn checked() -> Checked {
        crate::model::fixture::breadth().check().unwrap()
    }

    #[test]
    fn nothing_is_left_out_of_what_can_be_expressed() {
        let (names, left_out) = omitting(&checked(), |rest| language(rest, &[], false)).unwrap();
        assert_eq!((names.len(), left_out), (checked().items().count(), Vec::new()));
    }

    #[test]
    fn what_is_left_out_is_told_with_all_that_needs_it() {
        let (names, left_out) = omitting(&checked(), |rest| language(rest, &["u128", "Style"], false)).unwrap();
        let told: Vec<_> = left_out.iter().map(Refusal::to_string).collect();
        assert_eq!(
            told,
            [
                "shapes::MOST: it needs `u128`, which is left out",
                "shapes::Shape: it needs `shapes::Style`, which is left out",
                "shapes::Style: it has no such",
                "shapes::area: it needs `shapes::Shape`, which is left out",
                "shapes::draw: it needs `shapes::Shape`, which is left out",
                "shapes::letter: it needs `u128`, which is left out",
                "u128: it has no such",
            ]
        );
        assert_eq!(names.len(), checked().items().count() - 6);
        assert!(!names.contains(&"Shape".to_owned()) && names.contains(&"parent".to_owned()));
    }

    #[test]
    fn what_is_no_item_is_still_refused() {
        let refused = omitting(&checked(), |rest| language(rest, &["u128"], true)).unwrap_err();
        assert_eq!(refused.to_string(), "1 item cannot be expressed in c:\n  the namespace `1`: it has no such");
    }
}
