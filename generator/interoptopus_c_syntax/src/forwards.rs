//! Names that are declared before, or without, their members.

use crate::attributes::Attribute;
use interoptopus::Writer;

/// The declaration of a struct's or union's name; the members follow later, or never.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forward {
    /// In front of the declaration.
    pub attribute: Attribute,
    /// `struct` or `union`.
    pub keyword: &'static str,
    /// The name, as a tag and as a typedef.
    pub name: String,
}

impl Forward {
    /// Prints the declaration.
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Forward { attribute, keyword, name } = self;
        w.line(format!("{attribute}typedef {keyword} {name} {name};"));
    }

    /// The lines before and after the members, in the definition of a type whose name `is_declared` already, or is not.
    pub(crate) fn around(&self, aligned: &str, is_declared: bool) -> (String, String) {
        let Forward { attribute, keyword, name } = self;
        match is_declared {
            true => (format!("{keyword} {aligned}{name} {{"), "};".to_owned()),
            false => (format!("{attribute}typedef {keyword} {aligned}{name} {{"), format!("}} {name};")),
        }
    }
}
