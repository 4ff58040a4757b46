//! Flags: `IntFlag`s, with a complement of their own.

use crate::syntax::docstrings::Docstring;
use crate::syntax::expressions::{Expr, local, own};
use crate::syntax::statements::{Stmt, words};
use crate::types::flags::bits;
use crate::types::table::Types;
use interoptopus::model::{EnumId, Item};

/// The method that makes the complement of a set. Python's own has bits of no flag; and before 3.11 a sign.
pub(crate) fn complement(types: &Types<'_>, id: EnumId) -> Stmt {
    let name = own(types.names.of(Item::Enum(id)));
    let others = Expr::Unary("~", Box::new(local("self").attribute("value")));
    let docs = Stmt::Doc(Docstring::text("All flags that are not in it."));
    let made = Stmt::returned(name.clone().call([bits(types, id).binary("&", others)]));
    Stmt::block(words!["def __invert__(self) -> ", name, ":"], vec![docs, made])
}
