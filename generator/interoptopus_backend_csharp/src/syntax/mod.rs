//! C# itself, in both dialects: types, identifiers, literals, documentation, and blocks of text. Nothing here knows of the inventory.

mod blocks;
mod dialect;
mod documentation;
mod equality;
mod expressions;
mod hashes;
mod identifiers;
mod native;
mod paths;
mod primitives;
mod statements;
mod strings;
mod struct_layout;
mod template;
mod types;
mod words;

pub(crate) use blocks::{inherited, open};
pub use dialect::Dialect;
pub(crate) use documentation::{Documented, comment};
pub(crate) use equality::{Member, emit_equality, operators};
pub(crate) use expressions::{Expr, Operator, Prefix, call, generic_call, new};
pub(crate) use hashes::combined;
pub(crate) use identifiers::{Identifier, is_identifier, started, upper_camel};
pub(crate) use native::Native;
pub(crate) use paths::Path;
pub(crate) use primitives::primitive;
pub(crate) use statements::{Statement, statements};
pub(crate) use strings::literal;
pub(crate) use struct_layout::StructLayout;
pub(crate) use template::Template;
pub(crate) use types::{CsType, Modifier, ParameterType};
