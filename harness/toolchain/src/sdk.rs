//! The files of a .NET SDK: where they lie, and which of several versions is taken.

use crate::lookup::{Lookup, is_program};
use crate::outcome::Error;
use crate::tool::Tool;
use std::fs;
use std::path::{Path, PathBuf};

/// A directory whose name is a version.
#[derive(Clone, Debug)]
pub(crate) struct Newest {
    pub(crate) version: String,
    pub(crate) path: PathBuf,
}

pub(crate) const CSC: &str = "Roslyn/bincore/csc.dll";

/// The first `dotnet` that has an SDK: a runtime on PATH must not hide an SDK in the home directory.
pub(crate) fn find_program(lookup: &Lookup) -> Result<PathBuf, Error> {
    let has_sdk = |program: &PathBuf| roots(program).iter().any(|root| compiler_in(root).is_some());
    if let Some(chosen) = lookup.variable(Tool::Dotnet.variable()) {
        let found = lookup.on_path(chosen).filter(has_sdk);
        let reason = || format!("{} names {}, which is no `dotnet` with an SDK", Tool::Dotnet.variable(), chosen.display());
        return found.ok_or_else(|| Error::missing(Tool::Dotnet, reason()));
    }
    let muxer = format!("dotnet{}", std::env::consts::EXE_SUFFIX);
    let on_path = lookup.on_path("dotnet");
    let installed = [lookup.variable("DOTNET_ROOT").map(PathBuf::from), lookup.home().map(|home| home.join(".dotnet"))];
    let installed = installed.into_iter().flatten().map(|root| root.join(&muxer)).filter(|program| is_program(program));
    let mut without_sdk = None;
    for program in on_path.into_iter().chain(installed) {
        if has_sdk(&program) {
            return Ok(program);
        }
        without_sdk.get_or_insert(program);
    }
    Err(Error::missing(
        Tool::Dotnet,
        match without_sdk {
            Some(program) => format!("{} has no SDK beside it, and neither have DOTNET_ROOT and ~/.dotnet", program.display()),
            None => "there is no dotnet on PATH, in DOTNET_ROOT or in ~/.dotnet".to_owned(),
        },
    ))
}

/// Where the SDK of a `dotnet` may lie: beside it, as links and Homebrew's script lead to it.
pub(crate) fn roots(program: &Path) -> Vec<PathBuf> {
    let real = program.canonicalize().unwrap_or_else(|_| program.to_owned());
    let beside = real.parent().map(Path::to_owned);
    let homebrew = real.parent().and_then(Path::parent).map(|prefix| prefix.join("libexec"));
    beside.into_iter().chain(homebrew).collect()
}

pub(crate) fn compiler_in(root: &Path) -> Option<Newest> {
    newest(&root.join("sdk"), |sdk| sdk.join(CSC).is_file())
}

pub(crate) fn reference_directory(pack: &Path) -> Option<PathBuf> {
    let frameworks = fs::read_dir(pack.join("ref")).ok()?.flatten().map(|entry| entry.path());
    frameworks.filter(|path| path.join("System.Runtime.dll").is_file()).max()
}

/// The directory with the highest version for a name among those that will do.
pub(crate) fn newest(directory: &Path, will_do: impl Fn(&Path) -> bool) -> Option<Newest> {
    let entries = fs::read_dir(directory).ok()?.flatten();
    let versions = entries.map(|entry| Newest { version: entry.file_name().to_string_lossy().into_owned(), path: entry.path() });
    versions.filter(|entry| will_do(&entry.path)).max_by_key(|entry| version_order(&entry.version))
}

/// Numbers by value, and a release after its previews.
fn version_order(version: &str) -> (Vec<u32>, bool, String) {
    let (release, preview) = version.split_once('-').unwrap_or((version, ""));
    (release.split('.').map(|part| part.parse().unwrap_or(0)).collect(), preview.is_empty(), preview.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_number_and_a_release_is_newer_than_its_previews() {
        let mut versions = ["10.0.9", "10.0.100-rc.1", "8.0.404", "10.0.100", "9.0.1"];
        versions.sort_by_key(|version| version_order(version));
        assert_eq!(versions, ["8.0.404", "9.0.1", "10.0.9", "10.0.100-rc.1", "10.0.100"]);
    }
}
