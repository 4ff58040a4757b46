//! Finds foreign tests by reading their files, so that listing them starts no tool.

mod brackets;
mod c;
mod conditions;
mod csharp;
mod directives;
mod folder;
mod mask;
mod python;
mod test;

pub use directives::Directives;
pub(crate) use folder::Folder;
pub use folder::TestFile;
pub use test::Test;

pub use c::tests_in as tests_in_c;
pub use csharp::tests_in as tests_in_csharp;
pub use python::tests_in as tests_in_python;
