//! Names of native functions.

use crate::names::reserved;
use crate::syntax::Identifier;
use interoptopus::model::Builtin;

/// The members of the class `Native`, besides functions.
const OWN: &[&str] = &["Native", "Library", "ApiGuard"];

/// The name in the class `Native` of the function that is exported as `symbol`.
pub(crate) fn name_of(symbol: &str) -> Identifier {
    let is_own = OWN.contains(&symbol)
        || reserved::INHERITED.contains(&symbol)
        || Builtin::ALL.iter().any(|builtin| builtin.name() == symbol);
    match is_own {
        true => format!("{symbol}_").into(),
        false => identifier(symbol).into(),
    }
}

/// `symbol` where an identifier has to stand: other characters by their numbers.
fn identifier(symbol: &str) -> String {
    let spelled = |c: char| if c.is_alphanumeric() || c == '_' { c.to_string() } else { format!("_{:x}_", u32::from(c)) };
    symbol.chars().map(spelled).collect()
}
