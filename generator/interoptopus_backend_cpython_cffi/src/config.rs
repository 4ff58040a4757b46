//! What can be set, with the defaults that follow from the library's name.

use crate::reserved::KEYWORDS;
use interoptopus::Refusal;
use interoptopus::model::Inventory;

/// How a module is to be called, and where it finds its library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Config {
    /// The module's name: its file's without `.py`.
    pub(crate) module: String,
    /// The library's file without `lib` before it and the extension.
    pub(crate) library: String,
    /// What names the library's path.
    pub(crate) environment_variable: String,
    /// Comment lines above everything else.
    pub(crate) header_comment: String,
}

impl Config {
    /// What is no name of a module, a file or a variable.
    pub(crate) fn refusals(&self, inventory: &Inventory) -> Vec<Refusal> {
        let Config { module, library, environment_variable, header_comment: _ } = self;
        let is_identifier = |name: &str| {
            let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            starts && name.chars().all(|c| c.is_alphanumeric() || c == '_') && !KEYWORDS.contains(&name)
        };
        let is_file = !library.is_empty() && library.chars().all(|c| c.is_alphanumeric() || "_-.+".contains(c));
        let problems = [
            (is_identifier(module), format!("`{module}` cannot be the name of a Python module")),
            (is_file, format!("`{library}` cannot be the name of a library's file")),
            (
                is_identifier(environment_variable),
                format!("`{environment_variable}` cannot be the name of an environment variable"),
            ),
        ];
        let refused = problems.into_iter().filter(|(fine, _)| !fine);
        refused.map(|(_, reason)| Refusal { item: inventory.library.clone(), reason }).collect()
    }
}
