//! The names of shared libraries on each platform, and how programs are told where they lie.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};

/// The file name of a `cdylib`: `libplotter.so`, `libplotter.dylib` or `plotter.dll`.
#[must_use]
pub fn library_file_name(name: &str) -> String {
    format!("{DLL_PREFIX}{name}{DLL_SUFFIX}")
}

/// The environment variable that lists the directories in which the platform's loader looks for shared libraries first.
#[must_use]
pub fn library_path_variable() -> &'static str {
    if cfg!(windows) {
        "PATH"
    } else if cfg!(target_os = "macos") {
        "DYLD_LIBRARY_PATH"
    } else {
        "LD_LIBRARY_PATH"
    }
}
