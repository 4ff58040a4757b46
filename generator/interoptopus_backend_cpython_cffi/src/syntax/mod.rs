//! Python itself: expressions, statements, definitions, docstrings, imports, and how each is printed.

pub(crate) mod definitions;
pub(crate) mod docstrings;
pub(crate) mod expressions;
pub(crate) mod imports;
pub(crate) mod keywords;
pub(crate) mod statements;
