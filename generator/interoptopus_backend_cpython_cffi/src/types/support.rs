//! The support of a type: functions that convert, tables, and types of cffi's.

use crate::runtime::parts::ffi;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::quoted;
use crate::syntax::statements::{Stmt, words};

/// Something that the functions of a module mention.
pub(crate) enum Support {
    /// A type of cffi's, of a pointer or a callback, as a function takes it: its name, and what it is in C.
    Type {
        /// The name.
        name: String,
        /// The type as C writes it.
        c: String,
    },
    /// A table, or a function that converts.
    Definition(Definition),
}

impl Support {
    /// The name that it has.
    pub(crate) fn name(&self) -> &str {
        match self {
            Support::Type { name, c: _ } => name,
            Support::Definition(definition) => definition.names.first().map_or("", String::as_str),
        }
    }

    /// The name of a type of cffi's, and what it is in C; none of what is no such type.
    pub(crate) fn asked(&self) -> Option<(&str, &str)> {
        match self {
            Support::Type { name, c } => Some((name, c)),
            Support::Definition(_) => None,
        }
    }

    /// Its definition by itself.
    pub(crate) fn definition(&self) -> Definition {
        match self {
            Support::Definition(definition) => definition.clone(),
            Support::Type { name, c } => {
                let asked = ffi("typeof").call([quoted(c)]);
                Definition::row(name, Stmt::assign(name.as_str(), asked))
            }
        }
    }
}

/// The definition of several types, all of which cffi is asked for at once, as the parameters of a function that nobody has: it reads every
/// declaration again each time it is asked.
pub(crate) fn at_once(all: &[(&str, &str)]) -> Definition {
    let names = all.iter().map(|(name, _)| format!("    {name},"));
    let last = all.len() - 1;
    let types = all.iter().enumerate().map(|(at, (_, c))| format!("    \"{c}{}\"", if at == last { "" } else { ", " }));
    let between = [") = ffi.typeof(", "    \"void(*)(\""].map(str::to_owned);
    let lines =
        ["(".to_owned()].into_iter().chain(names).chain(between).chain(types).chain(["    \")\"", ").args"].map(str::to_owned));
    let statements = lines.map(|line| Stmt::line(words![line])).collect();
    Definition { names: all.iter().map(|(name, _)| (*name).to_owned()).collect(), statements, is_row: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_types_are_asked_for_at_once() {
        let expected = "(\n    _A,\n    _B,\n) = ffi.typeof(\n    \"void(*)(\"\n    \"a *, \"\n    \"b\"\n    \")\"\n).args";
        assert_eq!(at_once(&[("_A", "a *"), ("_B", "b")]).text(), expected);
        let one = Support::Type { name: "_A".to_owned(), c: "a *".to_owned() };
        assert_eq!(one.definition().text(), "_A = ffi.typeof(\"a *\")");
    }
}
