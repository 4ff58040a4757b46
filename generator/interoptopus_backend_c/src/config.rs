//! The settings that authors have, and what each is by default.

use interoptopus::model::Subject;
use interoptopus::names::{Casings, ItemKind};
use interoptopus::{Checked, Refusals};
use interoptopus_c_syntax::is_identifier;

/// The language, as test cases and snapshots call it.
pub(crate) const LANGUAGE: &str = "c";

/// The settings of a header; what is none follows from the library's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Config {
    pub(crate) header_comment: Option<String>,
    pub(crate) prefix: Option<String>,
    pub(crate) include_guard: Option<String>,
    pub(crate) file_name: Option<String>,
    pub(crate) casings: Casings,
    pub(crate) omit_refused: bool,
}

impl Config {
    pub(crate) fn prefix_for(&self, inventory: &Checked) -> String {
        self.prefix.clone().unwrap_or_else(|| format!("{}_", inventory.library))
    }

    pub(crate) fn file_name_for(&self, inventory: &Checked) -> String {
        self.file_name.clone().unwrap_or_else(|| format!("{}.h", inventory.library))
    }

    pub(crate) fn include_guard_for(&self, inventory: &Checked) -> String {
        self.include_guard.clone().unwrap_or_else(|| include_guard_of(&self.file_name_for(inventory)))
    }

    /// Refuses settings that are no names of C.
    pub(crate) fn check(&self, inventory: &Checked, refusals: &mut Refusals) {
        for (what, name) in [("C::prefix", self.prefix_for(inventory)), ("C::include_guard", self.include_guard_for(inventory))] {
            let left_away = name.is_empty() && what == "C::prefix";
            if !left_away && !is_identifier(&name) {
                refusals.add(
                    &Subject::configuration(what),
                    format!("`{name}` is no identifier of C: use letters, digits and `_`, and no digit first"),
                );
            }
        }
        let fixed = [
            (ItemKind::Function, "functions are named as the library exports them: write `#[ffi_function(name = \"…\")]`"),
            (ItemKind::Method, "methods are named as the library exports them"),
            (ItemKind::Namespace, "a namespace is a part of other names, and spelled as they are"),
        ];
        for (kind, why) in fixed.into_iter().filter(|&(kind, _)| self.casings.get(kind).is_some()) {
            refusals.add(&Subject::configuration("C::casing"), format!("`ItemKind::{kind:?}` has none in C: {why}"));
        }
    }
}

/// `PLOTTER_H` for `plotter.h`.
fn include_guard_of(file_name: &str) -> String {
    let guard: String = file_name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    if guard.starts_with(|c: char| c.is_ascii_digit()) { format!("H_{guard}") } else { guard }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_include_guard_is_an_identifier() {
        assert_eq!(include_guard_of("plotter.h"), "PLOTTER_H");
        assert_eq!(include_guard_of("3d-plots.gen.h"), "H_3D_PLOTS_GEN_H");
    }
}
