//! The context of a run: places, the library, the cache.

use crate::cdylib::{self, Cdylib};
use crate::failure::Failure;
use crate::stage::Stage;
use interoptopus::{Checked, Inventory};
use interoptopus_toolchain::Cache;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The things that every case of a run may need.
#[derive(Debug)]
pub struct Context {
    pub(crate) target: String,
    pub(crate) root: PathBuf,
    pub(crate) inventory: Checked,
    /// Another inventory whose bindings are emitted, if a test wants wrong ones.
    pub(crate) bindings_of: Option<Checked>,
    pub(crate) cache: Cache,
    pub(crate) libraries: Cache,
    pub(crate) kept: PathBuf,
    pub(crate) deadline: Duration,
    pub(crate) cdylib_at: Option<PathBuf>,
    pub(crate) cdylib: Stage<Cdylib>,
}

impl Context {
    /// The package's root.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The library's inventory.
    #[must_use]
    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    /// The inventory whose bindings are emitted: the library's, unless [`Suite::bindings_of`](crate::Suite::bindings_of) named another.
    #[must_use]
    pub fn bindings_of(&self) -> &Checked {
        self.bindings_of.as_ref().unwrap_or(&self.inventory)
    }

    /// Where built things are kept.
    #[must_use]
    pub fn cache(&self) -> &Cache {
        &self.cache
    }

    /// The time that a test may take.
    #[must_use]
    pub fn deadline(&self) -> Duration {
        self.deadline
    }

    /// The library, which is found, copied and compared with the inventory when the first case needs it.
    ///
    /// # Errors
    /// If there is none, or it is that of another build.
    pub fn cdylib(&self) -> Result<&Cdylib, Failure> {
        self.cdylib.get(|| cdylib::prepare(&self.inventory, self.cdylib_at.as_deref(), &self.root, &self.libraries))
    }

    /// Where packages of NuGet are kept.
    pub(crate) fn packages(&self) -> PathBuf {
        self.kept.join("packages")
    }

    /// The command that runs one trial alone.
    pub(crate) fn alone(&self, trial: &str) -> String {
        format!("cargo test --test {} -- --exact '{}'", self.target, trial.replace('\'', r"'\''"))
    }

    /// `text` with paths as people read them: from the package's root.
    pub(crate) fn localised(&self, text: &str) -> String {
        let root = format!("{}{}", self.root.display(), std::path::MAIN_SEPARATOR);
        text.replace(&root, "")
    }
}
