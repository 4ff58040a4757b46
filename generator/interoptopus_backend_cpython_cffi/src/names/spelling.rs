//! The spelling of names: casing, keywords, letters that C does not have.

use super::reserved::foreign;
use crate::syntax::keywords::KEYWORDS;
use interoptopus::names::{Casing, Casings, ItemKind};
use std::collections::HashSet;

/// `name` as was chosen for its kind, or else as Python writes it.
pub(crate) fn cased(casings: &Casings, kind: ItemKind, own: Casing, name: &str) -> String {
    identifier(casings.apply(kind, own, name), name)
}

/// `cased`, unless that is no identifier any more, such as `2d` of `_2d`.
fn identifier(cased: String, original: &str) -> String {
    match cased.chars().next() {
        Some(first) if !first.is_numeric() => cased,
        Some(_) => format!("_{cased}"),
        None => original.to_owned(),
    }
}

/// `name`, unless Python or `own` has it already.
pub(crate) fn escaped(name: String, own: &HashSet<String>) -> String {
    if KEYWORDS.contains(&name.as_str()) || own.contains(&name) { format!("{name}_") } else { name }
}

/// cffi's parser knows no other letters.
pub(crate) fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("u{:04X}", u32::from(c)) }).collect()
}

/// The name of a namespace's module, which would hide what the package itself calls by it.
pub(crate) fn module(name: String, own: &HashSet<String>) -> String {
    let name = escaped(name, own);
    if foreign(&name).is_some() { format!("{name}_") } else { name }
}

/// The exception that carries a value of the enum, where there is more than one such enum.
pub(crate) fn exception(error: &str) -> String {
    format!("{error}Exception")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str) -> String {
        cased(&Casings::new(), ItemKind::Function, Casing::Snake, name)
    }

    fn variant(name: &str) -> String {
        cased(&Casings::new(), ItemKind::Variant, Casing::Shouty, name)
    }

    #[test]
    fn keywords_get_an_underscore_and_casing_leaves_identifiers() {
        assert_eq!(escaped(function("lambda"), &HashSet::new()), "lambda_");
        assert_eq!([function("fooBar"), function("_2d"), function("_")], ["foo_bar", "_2d", "_"]);
        assert_eq!([variant("BadName"), variant("_3D"), variant("None")], ["BAD_NAME", "_3_D", "NONE"]);
    }
}
