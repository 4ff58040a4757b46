//! The toolchains of all languages, as their languages name them.

use crate::languages;

pub(crate) fn all() -> Vec<&'static str> {
    languages::all().iter().flat_map(|language| language.toolchain_names()).collect()
}

/// Those that measure layouts, which all do but those that watch what others build.
pub(crate) fn measuring() -> Vec<&'static str> {
    languages::all().iter().flat_map(|language| language.columns()).flat_map(|column| column.toolchains).collect()
}

/// Those of the languages in which nobody watches the memory.
pub(crate) fn unwatched() -> Vec<&'static str> {
    let measuring = measuring();
    let all = languages::all().into_iter().map(|language| language.toolchain_names());
    all.filter(|toolchains| toolchains.iter().all(|toolchain| measuring.contains(toolchain))).flatten().collect()
}
