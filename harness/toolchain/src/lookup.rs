//! The environment that tools are looked for in.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The environment variables that a search obeys: PATH, HOME, DOTNET_ROOT and the overrides (`INTEROP_GCC` and so on).
///
/// It is a value, so that a search in another environment needs no change of this process's.
#[derive(Clone, Debug)]
pub struct Lookup {
    variables: Vec<(OsString, OsString)>,
}

impl Lookup {
    /// This process's environment, as it is now.
    #[must_use]
    pub fn from_process() -> Self {
        Self { variables: std::env::vars_os().collect() }
    }

    /// An environment of these variables and no others.
    pub fn of<N: Into<OsString>, V: Into<OsString>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        Self { variables: variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }

    /// The variable's value; one that is empty counts as unset.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&OsStr> {
        // Windows ignores the case of names, and spells PATH as `Path`.
        let same = |other: &OsStr| if cfg!(windows) { other.eq_ignore_ascii_case(name) } else { other == name };
        self.variables.iter().find(|(other, _)| same(other)).map(|(_, value)| value.as_os_str()).filter(|value| !value.is_empty())
    }

    /// The user's home directory.
    #[must_use]
    pub fn home(&self) -> Option<PathBuf> {
        self.variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from)
    }

    /// The program of that name in the first directory of PATH that has it, or the program at that path.
    #[must_use]
    pub fn on_path(&self, program: impl AsRef<OsStr>) -> Option<PathBuf> {
        let program = Path::new(program.as_ref());
        if program.components().count() > 1 {
            return self.in_directory(Path::new(""), program);
        }
        std::env::split_paths(self.variable("PATH")?).find_map(|directory| self.in_directory(&directory, program))
    }

    /// A program that belongs to another one: it lies beside it, or else on PATH.
    #[must_use]
    pub fn beside_or_on_path(&self, other: &Path, program: &str) -> Option<PathBuf> {
        other.parent().and_then(|directory| self.in_directory(directory, program)).or_else(|| self.on_path(program))
    }

    /// The program of that name in this directory.
    #[must_use]
    pub fn in_directory(&self, directory: &Path, program: impl AsRef<Path>) -> Option<PathBuf> {
        let program = program.as_ref();
        let exact = directory.join(program);
        if is_program(&exact) {
            return Some(exact);
        }
        if cfg!(windows) && program.extension().is_none() {
            let extensions = self.variable("PATHEXT").map_or(".EXE;.CMD;.BAT".into(), OsStr::to_string_lossy);
            return extensions.split(';').map(|e| exact.with_extension(e.trim_start_matches('.'))).find(|path| is_program(path));
        }
        None
    }
}

#[cfg(unix)]
pub(crate) fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_program(path: &Path) -> bool {
    // Without an extension a file is no program on Windows.
    path.extension().is_some() && path.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_first_directory_of_path_wins_and_files_that_cannot_run_are_passed_over() {
        let dir = tempfile::tempdir().unwrap();
        let program = |folder: &str, mode| {
            let folder = dir.path().join(folder);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("tool"), "").unwrap();
            fs::set_permissions(folder.join("tool"), fs::Permissions::from_mode(mode)).unwrap();
            folder
        };
        let folders = [program("data", 0o644), program("first", 0o755), program("second", 0o755)];
        let lookup = Lookup::of([("PATH", std::env::join_paths(&folders).unwrap())]);
        assert_eq!(lookup.on_path("tool"), Some(folders[1].join("tool")));
        assert_eq!(lookup.on_path("other"), None);
        assert_eq!(lookup.on_path(folders[2].join("tool")), Some(folders[2].join("tool")));
    }
}
