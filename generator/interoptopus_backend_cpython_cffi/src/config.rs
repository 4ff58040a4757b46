//! The settings that authors have, and their defaults.

use crate::syntax::keywords::is_identifier;
use interoptopus::model::Subject;
use interoptopus::names::Casings;
use interoptopus::{Checked, Refusals};

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "python";

/// The settings of a module; what is none follows from the library's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Config {
    pub(crate) module: Option<String>,
    pub(crate) library: Option<String>,
    pub(crate) environment_variable: Option<String>,
    pub(crate) header_comment: String,
    pub(crate) casings: Casings,
    pub(crate) omit_refused: bool,
}

impl Config {
    /// The module's name: that of its file without `.py`.
    pub(crate) fn module_for(&self, inventory: &Checked) -> String {
        self.module.clone().unwrap_or_else(|| inventory.library.clone())
    }

    /// The name of the library's file, without `lib` in front and the extension.
    pub(crate) fn library_for(&self, inventory: &Checked) -> String {
        self.library.clone().unwrap_or_else(|| inventory.library.clone())
    }

    /// The environment variable that may name the library's path.
    pub(crate) fn variable_for(&self, inventory: &Checked) -> String {
        self.environment_variable.clone().unwrap_or_else(|| inventory.library_variable())
    }

    /// Refuses settings that are no names of a module, a file or a variable.
    pub(crate) fn check(&self, inventory: &Checked, refusals: &mut Refusals) {
        let [module, library, variable] = [self.module_for(inventory), self.library_for(inventory), self.variable_for(inventory)];
        let is_file = !library.is_empty() && library.chars().all(|c| c.is_alphanumeric() || "_-.+".contains(c));
        let settings = [
            (is_identifier(&module), module, "a Python module"),
            (is_file, library, "a library's file"),
            (is_identifier(&variable), variable, "an environment variable"),
        ];
        for (_, name, what) in settings.into_iter().filter(|(is_fine, ..)| !is_fine) {
            refusals.add(&Subject::configuration(&inventory.library), format!("`{name}` cannot be the name of {what}"));
        }
    }
}
