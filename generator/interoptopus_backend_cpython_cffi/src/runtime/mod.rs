//! The text that all generated modules share: real Python files, of which a module contains the definitions that it uses.

pub(crate) mod parts;
pub(crate) mod tokens;

use interoptopus::model::StatusCode;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Top-level definitions of the runtime that stand together, between two blank lines each.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    /// The names that it defines.
    pub(crate) names: Vec<String>,
    /// Every name that it mentions.
    pub(crate) mentions: HashSet<String>,
    /// Its lines.
    pub(crate) text: String,
    /// Whether it is an assignment without documentation, which stands right below others.
    pub(crate) is_row: bool,
}

/// The definitions of the runtime, by where they stand in a module.
pub(crate) struct Runtime {
    /// Exceptions and classes that users see.
    pub(crate) public: Vec<Chunk>,
    /// Functions that the declarations of C call.
    pub(crate) declaring: Vec<Chunk>,
    /// Functions that generated ones and tables call, and those that say which argument is wrong.
    pub(crate) private: Vec<Chunk>,
    /// `lib` and `load`, which every module has.
    pub(crate) loading: Vec<Chunk>,
    /// Every name that is defined.
    pub(crate) names: HashSet<String>,
}

/// The runtime, read once.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let public = chunks(include_str!("public.py"));
    let declaring = chunks(include_str!("declaring.py"));
    let private = [statuses(), chunks(include_str!("private.py")), chunks(include_str!("explaining.py"))].concat();
    let loading = chunks(include_str!("loading.py"));
    let names = [&public, &declaring, &private, &loading].into_iter().flatten().flat_map(|chunk| chunk.names.clone()).collect();
    Runtime { public, declaring, private, loading, names }
});

impl Chunk {
    fn new(text: &str) -> Self {
        let is_documented = text.split_once('\n').is_some_and(|(_, rest)| rest.contains("\"\"\""));
        let is_row = text.starts_with('_') && !is_documented;
        Chunk { names: defined(text), mentions: tokens::names(text), text: text.to_owned(), is_row }
    }
}

/// A constant for each status, such as `_PANIC`.
fn statuses() -> Vec<Chunk> {
    StatusCode::ALL.iter().map(|code| Chunk::new(&format!("_{} = {}", code.name(), code.value()))).collect()
}

/// The definitions of a file, below the imports that it has for its own linter.
fn chunks(file: &str) -> Vec<Chunk> {
    let below = file.split_once("# Included from here on.\n").map_or(file, |(_, below)| below);
    below.split("\n\n\n").map(str::trim).filter(|text| !text.is_empty()).map(Chunk::new).collect()
}

/// The names that are defined at the left margin; in strings, such as docs, nothing is.
fn defined(text: &str) -> Vec<String> {
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

/// Whether the text behind a name assigns to it.
fn is_assigned(rest: &str) -> bool {
    rest.starts_with(": ") || rest.starts_with(" = ")
}

#[cfg(test)]
mod tests {
    use super::parts::Part;
    use super::*;

    #[test]
    fn docs_define_nothing() {
        let chunk = Chunk::new("x: int = 1\n\"\"\"A number.\n\nParameters: none.\ny = 2\n\"\"\"\n\nz = 3");
        assert_eq!(chunk.names, ["x", "z"]);
    }

    #[test]
    fn an_assignment_with_documentation_is_no_row() {
        let is_row = |text: &str| Chunk::new(text).is_row;
        assert!(is_row("_LOCK = threading.RLock()") && !is_row("_X = 1\n\"\"\"A number.\"\"\"") && !is_row("lib = 1"));
    }

    #[test]
    fn each_definition_has_a_name_and_none_is_defined_twice() {
        let Runtime { public, declaring, private, loading, names: _ } = &*RUNTIME;
        let mut seen = HashSet::new();
        for chunk in [public, declaring, private, loading].into_iter().flatten() {
            assert!(!chunk.names.is_empty() || chunk.text.contains("__getattr__"), "{}", chunk.text);
            chunk.names.iter().for_each(|name| assert!(seen.insert(name), "{name}"));
        }
    }

    #[test]
    fn each_part_is_defined() {
        let undefined: Vec<_> = Part::ALL.iter().filter(|part| !RUNTIME.names.contains(part.name())).collect();
        assert!(undefined.is_empty(), "{undefined:?}");
    }
}
