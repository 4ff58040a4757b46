//! Programs that `pip` installs: beside an interpreter, which need not be on PATH.

use crate::lookup::Lookup;
use std::path::{Path, PathBuf};

/// Where they are looked for, as a message says it.
pub(crate) const PLACES: &str = "on PATH, beside python or in ~/.local";

/// The folder of programs in an environment made by `python -m venv`.
const PROGRAMS: &str = if cfg!(windows) { "Scripts" } else { "bin" };

/// Of the interpreter that is used first, so that both know the same packages; then on PATH, where `pip --user` puts it, and in the
/// environment that `setup` makes.
pub(crate) fn find(lookup: &Lookup, python: Option<&Path>, name: &str) -> Option<PathBuf> {
    let beside = || {
        let folder = python?.parent()?;
        lookup.in_directory(folder, name).or_else(|| lookup.in_directory(&folder.join(PROGRAMS), name))
    };
    let at_home = || {
        let local = lookup.home()?.join(".local");
        let folders = [local.join(PROGRAMS), local.join("share/interoptopus/linters").join(PROGRAMS)];
        folders.iter().find_map(|folder| lookup.in_directory(folder, name))
    };
    beside().or_else(|| lookup.on_path(name)).or_else(at_home)
}
