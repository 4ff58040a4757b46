//! Runs generated modules in the interpreter that is installed.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus_toolchain::{Python, unless_missing};
use std::path::PathBuf;

/// The interpreter; none where there is none and nobody requires it. One without cffi is a failure, as the bindings need it.
pub(crate) fn interpreter() -> Option<Python> {
    let found = Python::find().and_then(|python| python.require_module("cffi").map(|()| python));
    unless_missing(found).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder of the test's own, with these files in it.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// What `code` prints, run beside `files`; none where there is no interpreter.
pub(crate) fn prints(name: &str, files: &[(&str, &str)], code: &str) -> Option<String> {
    let python = interpreter()?;
    let folder = folder(name, files);
    let job = python.code(code).current_dir(&folder).env("PYTHONDONTWRITEBYTECODE", "1");
    Some(job.check().unwrap_or_else(|error| panic!("{error}")).stdout)
}
