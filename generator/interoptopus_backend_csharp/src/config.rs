//! The settings that authors have, and what each is by default.

use crate::syntax::{Dialect, is_identifier, upper_camel};
use interoptopus::model::Subject;
use interoptopus::names::Casings;
use interoptopus::{Checked, Refusals};

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "csharp";

/// Who sees the bindings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The assembly that they are compiled into.
    Internal,
}

/// The settings of bindings; what is none follows from the library's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Config {
    pub(crate) dialects: Vec<Dialect>,
    pub(crate) namespace: Option<String>,
    pub(crate) class: String,
    pub(crate) library_name: Option<String>,
    pub(crate) header_comment: String,
    pub(crate) visibility: Visibility,
    pub(crate) casings: Casings,
    pub(crate) omit_refused: bool,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            dialects: vec![Dialect::DotNet, Dialect::Unity],
            namespace: None,
            class: "Interop".to_owned(),
            library_name: None,
            header_comment: String::new(),
            visibility: Visibility::Public,
            casings: Casings::default(),
            omit_refused: false,
        }
    }
}

impl Config {
    pub(crate) fn namespace_for(&self, inventory: &Checked) -> String {
        self.namespace.clone().unwrap_or_else(|| upper_camel(&inventory.library))
    }

    /// The library, as `DllImport` calls it.
    pub(crate) fn library_for(&self, inventory: &Checked) -> String {
        self.library_name.clone().unwrap_or_else(|| inventory.library.clone())
    }

    /// Refuses settings that are no names of C#.
    pub(crate) fn check(&self, inventory: &Checked, refusals: &mut Refusals) {
        let namespace = self.namespace_for(inventory);
        if !namespace.split('.').all(is_identifier) {
            let reason = "it is no name of C#: give it identifiers with dots between";
            refusals.add(&Subject::configuration(format!("the namespace `{namespace}`")), reason);
        }
        if !is_identifier(&self.class) {
            refusals.add(
                &Subject::configuration(format!("the class `{}`", self.class)),
                "it is no name of C#: give it an identifier",
            );
        }
    }
}
