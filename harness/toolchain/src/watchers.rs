//! The tools that watch C programs for errors in memory, and where their parts must lie.

use crate::library::library_file_name;
use std::path::{Path, PathBuf};

/// Whether the library of its AddressSanitizer lies where a GCC has its own: distributions may have it in a package of its own.
pub(crate) fn has_asan(gcc: &Path) -> bool {
    let has = |directory: &Path| [library_file_name("asan"), "libasan.a".to_owned()].iter().any(|n| directory.join(n).is_file());
    let prefix = prefix(gcc);
    // <prefix>/lib/gcc/<triple>/<version>
    let versions =
        ["lib/gcc", "lib64/gcc"].into_iter().flat_map(|own| below(&prefix.join(own))).flat_map(|triple| below(&triple));
    versions.into_iter().any(|version| has(&version))
}

/// Programs speak to Valgrind by macros of this header, so that each test knows its own errors.
pub(crate) fn has_header_of_valgrind(valgrind: &Path) -> bool {
    prefix(valgrind).join("include/valgrind/memcheck.h").is_file()
}

/// The directory that has `bin`, wherever a link leads.
fn prefix(program: &Path) -> PathBuf {
    let real = program.canonicalize().unwrap_or_else(|_| program.to_owned());
    real.ancestors().nth(2).unwrap_or(Path::new("/")).to_owned()
}

fn below(directory: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}
