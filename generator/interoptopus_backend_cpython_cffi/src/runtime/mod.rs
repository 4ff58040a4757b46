//! The text that all generated modules share: real Python files, of which a module contains the definitions that it uses.

use crate::syntax::tokens;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Exceptions and classes that users see.
const PUBLIC: &str = include_str!("public.py");
/// What functions and tables call.
const PRIVATE: &str = include_str!("private.py");
/// What says which argument is wrong.
const EXPLAINING: &str = include_str!("explaining.py");
/// What the declarations of C need.
const DECLARING: &str = include_str!("declaring.py");
/// `lib` and `load`.
const LOADING: &str = include_str!("loading.py");

/// Top-level definitions that stand together, between two blank lines each.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    /// What it defines.
    pub(crate) names: Vec<String>,
    /// Its lines.
    pub(crate) text: String,
}

impl Chunk {
    /// The chunk that is `text`.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = text.into().trim_end().to_owned();
        Chunk { names: defined(&text), text }
    }
}

/// What of `pool` is needed for `wanted` names, and for what is needed for that, in the order of `pool`.
pub(crate) fn needed(pool: &[Chunk], wanted: HashSet<String>) -> Vec<Chunk> {
    let mut wanted = wanted;
    let mut chosen = vec![false; pool.len()];
    while let Some(at) = (0..pool.len()).find(|&at| !chosen[at] && pool[at].names.iter().any(|name| wanted.contains(name))) {
        chosen[at] = true;
        wanted.extend(tokens::names(&pool[at].text));
    }
    pool.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(chunk, _)| chunk.clone()).collect()
}

/// Exceptions and classes that users see.
pub(crate) fn public() -> Vec<Chunk> {
    chunks(PUBLIC)
}

/// What functions and tables call.
pub(crate) fn private() -> Vec<Chunk> {
    [chunks(PRIVATE), chunks(EXPLAINING)].concat()
}

/// What the declarations of C need.
pub(crate) fn declaring() -> Vec<Chunk> {
    chunks(DECLARING)
}

/// `lib` and `load`, which every module has.
pub(crate) fn loading() -> Vec<Chunk> {
    chunks(LOADING)
}

/// Every name that the text defines: found once, as it is asked for with each name of a library.
pub(crate) static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| names().collect());

fn names() -> impl Iterator<Item = String> {
    [public(), declaring(), private(), loading()].into_iter().flatten().flat_map(|chunk| chunk.names)
}

/// The definitions of a file, below the imports that it has for its own linter.
fn chunks(file: &str) -> Vec<Chunk> {
    let below = file.split_once("# Included from here on.\n").map_or(file, |(_, below)| below);
    below.split("\n\n\n").map(str::trim).filter(|text| !text.is_empty()).map(Chunk::new).collect()
}

/// The names that are defined at the left margin; in strings, such as docs, nothing is.
pub(crate) fn defined(text: &str) -> Vec<String> {
    let mut names = tokens::identifiers(text).into_iter().peekable();
    let mut defined = Vec::new();
    while let Some(at) = names.next() {
        let is_at_margin = at.start == 0 || text[..at.start].ends_with('\n');
        match &text[at.clone()] {
            _ if !is_at_margin => {}
            "def" | "class" => defined.extend(names.peek().map(|name| text[name.clone()].to_owned())),
            name if is_assigned(&text[at.end..]) => defined.push(name.to_owned()),
            _ => {}
        }
    }
    defined
}

/// Whether what stands behind a name assigns to it.
fn is_assigned(rest: &str) -> bool {
    rest.starts_with(": ") || rest.starts_with(" = ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_used_is_included() {
        let pool = ["def _a() -> None:\n    _b()", "_b = 1", "def _c() -> None:\n    pass"].map(Chunk::new);
        let needed = needed(&pool, HashSet::from(["_a".to_owned()]));
        assert_eq!(needed.iter().map(|c| c.names[0].as_str()).collect::<Vec<_>>(), ["_a", "_b"]);
    }

    #[test]
    fn docs_define_nothing() {
        let chunk = Chunk::new("x: int = 1\n\"\"\"A number.\n\nParameters: none.\ny = 2\n\"\"\"\n\nz = 3");
        assert_eq!(chunk.names, ["x", "z"]);
    }

    #[test]
    fn each_definition_has_a_name_and_none_is_defined_twice() {
        let mut seen = HashSet::new();
        for name in names() {
            assert!(seen.insert(name.clone()), "{name}");
        }
        for chunk in [public(), declaring(), private(), loading()].into_iter().flatten() {
            assert!(!chunk.names.is_empty() || chunk.text.contains("__getattr__"), "{}", chunk.text);
        }
    }
}
