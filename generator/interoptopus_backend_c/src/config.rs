//! The settings that authors have, and what each is by default.

use interoptopus::Checked;
use interoptopus::names::Casings;

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
