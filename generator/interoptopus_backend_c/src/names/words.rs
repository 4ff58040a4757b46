//! Names that are taken in C and C++: a table of words, each with whose it is.

use interoptopus::names::is_in_c_libraries;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that are looked up for every name of a library.
type Words = LazyLock<HashSet<&'static str>>;

/// Keywords of C (up to C23) and C++ (up to C++26), and their alternative tokens.
static KEYWORDS: Words = Words::new(|| include_str!("words/keywords.txt").split_ascii_whitespace().collect());

/// Macros without parameters, and types, of the headers of C, of those that are seldom far, and of compilers in their default
/// modes: as a name of anything they would be replaced, or hide what the next declaration needs.
static MACROS_AND_TYPES: Words = Words::new(|| include_str!("words/macros_and_types.txt").split_ascii_whitespace().collect());

/// Whose name it is that an item cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    Keyword,
    MacroOrType,
    CLibraries,
}

impl Taken {
    /// As a reason starts.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Taken::Keyword => "a keyword of C or C++",
            Taken::MacroOrType => "a type or macro of C's headers",
            Taken::CLibraries => "a function of C libraries or of a compiler",
        }
    }
}

/// Who has `name`, if nothing can be called that: no type, field or parameter.
pub(crate) fn taken_everywhere(name: &str) -> Option<Taken> {
    if KEYWORDS.contains(name) {
        Some(Taken::Keyword)
    } else if MACROS_AND_TYPES.contains(name) {
        Some(Taken::MacroOrType)
    } else {
        None
    }
}

/// Who has `name`, if no function or type can be called that.
pub(crate) fn taken_globally(name: &str) -> Option<Taken> {
    taken_everywhere(name).or_else(|| is_in_c_libraries(name).then_some(Taken::CLibraries))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_belongs_to_somebody() {
        for (name, expected) in [
            ("int", Some(Taken::Keyword)),
            ("new", Some(Taken::Keyword)),
            ("xor_eq", Some(Taken::Keyword)),
            ("uint32_t", Some(Taken::MacroOrType)),
            ("linux", Some(Taken::MacroOrType)),
            ("exit", Some(Taken::CLibraries)),
            ("log", Some(Taken::CLibraries)),
            ("fabsf", Some(Taken::CLibraries)),
            ("atan2l", Some(Taken::CLibraries)),
            ("write", Some(Taken::CLibraries)),
            ("pthread_create", Some(Taken::CLibraries)),
            ("thrd_join", Some(Taken::CLibraries)),
            ("lgammaf", Some(Taken::CLibraries)),
            ("ENOENT", Some(Taken::MacroOrType)),
            ("logs", None),
            ("dot", None),
        ] {
            assert_eq!(taken_globally(name), expected, "{name}");
        }
    }

    #[test]
    fn a_field_may_be_called_as_a_function_is() {
        assert_eq!(["log", "read", "index", "signal"].map(taken_everywhere), [None; 4]);
        assert_eq!(taken_everywhere("bool"), Some(Taken::Keyword));
    }

    #[test]
    fn no_word_is_in_two_lists() {
        let mut all: Vec<_> = [&KEYWORDS, &MACROS_AND_TYPES].iter().flat_map(|words| words.iter()).collect();
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}
