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
    /// The declaration without what stands in front of it.
    #[must_use]
    pub fn declaration(&self) -> String {
        let Forward { attribute: _, keyword, name } = self;
        format!("typedef {keyword} {name} {name};")
    }

    /// Prints the declaration.
    pub(crate) fn emit(&self, w: &mut Writer) {
        w.line(format!("{}{}", self.attribute, self.declaration()));
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
