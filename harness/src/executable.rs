//! The test executable: the name of its target, and the folders around it.

use crate::failure::Failure;
use std::path::PathBuf;

/// The executable's name without the hash that cargo gave it.
pub(crate) fn target_name() -> String {
    let executable = std::env::current_exe().unwrap_or_default();
    let stem = executable.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match stem.rsplit_once('-') {
        Some((name, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => name.to_owned(),
        _ => stem,
    }
}

/// In `target/<profile>`, beside the `deps` that the test executable is in.
pub(crate) fn cache_directory() -> Result<PathBuf, Failure> {
    let executable = std::env::current_exe().map_err(Failure::io("find the test executable"))?;
    let directory = executable.parent().map(|deps| deps.with_file_name("interop"));
    directory.ok_or_else(|| Failure::new("the test executable is in no directory"))
}
