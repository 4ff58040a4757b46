//! Enums of an exact size: an integer type and constants, as the size of a C enum is the compiler's choice.

use crate::attributes::Attribute;
use crate::comments::Comment;
use crate::constants::Macro;
use crate::types::Declared;
use interoptopus::Writer;

/// An integer type and the values that it may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The comment above it.
    pub comment: Comment,
    /// In front of the declaration.
    pub attribute: Attribute,
    /// The integer type; none if only the values are declared.
    pub typedef: Option<Declared>,
    /// The values that are an `int`, which is what enumerators are in C.
    pub enumerators: Vec<Enumerator>,
    /// The values that are no `int`.
    pub macros: Vec<Macro>,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enumerator {
    /// The comment above it.
    pub comment: Comment,
    /// Its name.
    pub name: String,
    /// An expression of the type `int`.
    pub value: String,
}

impl Enum {
    /// Prints the definition.
    pub fn emit(&self, w: &mut Writer) {
        let Enum { comment, attribute, typedef, enumerators, macros } = self;
        comment.emit(w);
        if let Some(typedef) = typedef {
            w.line(format!("{attribute}typedef {};", typedef.declaration()));
        }
        if let Some(last) = enumerators.len().checked_sub(1) {
            w.block("enum {", "};", |w| {
                for (i, Enumerator { comment, name, value }) in enumerators.iter().enumerate() {
                    comment.emit(w);
                    w.line(format!("{name} = {value}{}", if i == last { "" } else { "," }));
                }
            });
        }
        macros.iter().for_each(|m| m.emit(w));
    }
}
